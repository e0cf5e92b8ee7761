"""Explanations: what formats can show, and files that are written."""

from builder.diagnostics.codes import Code
from builder.diagnostics.explanations.explanation import Explanation

OUTPUTS = (
    Explanation(
        code=Code.SLIDE_OVERFLOW,
        title="Text that does not fit on a slide",
        why="One block alone is taller than the slide, and text is never made smaller than one can read from afar.",
        fix="Shorten it, or divide it with `---` or `###`.",
        bad="A single point with as many words as a page of a book.",
        good="Three points with the essence, and the page as prose below them.",
    ),
    Explanation(
        code=Code.SLIDE_SPLIT,
        title="A slide that became several",
        why="Its text does not fit in one of the languages, so it goes on with (2/3) in all of them.",
        fix="Nothing, if you like the result; otherwise shorten, or choose the place yourself with `---` or `###`.",
        bad="Twenty points under one heading.",
        good="Twenty points under four headings `### …`.",
    ),
    Explanation(
        code=Code.SLIDE_TIGHT,
        title="A slide with little room to spare",
        why="It fits, but fills more than 80 % of its room even at the smallest size. Translations are longer than "
        "English by a fifth and more: in one of them it would be split, in all languages. "
        "Shown with `-v`, with the language that is the fullest.",
        fix="Nothing, if every translation is done; otherwise take a point away, or begin a slide with `---` or `###`.",
        bad="- nine points, each of two lines",
        good="- five points\n\n### What follows\n\n- four more",
    ),
    Explanation(
        code=Code.VARIANT_NOT_MADE,
        title="A variant of which no file is made",
        why="A course asks for a further file, but no format can be what its options ask for.",
        fix="Compare the options with `course formats`, which lists what each format takes; divide the variant in two "
        "where one format takes one option and another the other.",
        bad="variants:\n  deck: {paper: {notes_language: mk, slides_a_page: 3}}",
        good="variants:\n  deck: {mk-notes: {notes_language: mk}, paper: {slides_a_page: 3}}",
    ),
    Explanation(
        code=Code.BLOCK_NOT_CARRIED,
        title="A block that this format cannot show",
        why="Nothing is left out in silence: this part of the lesson is not in that file.",
        fix="Say the same in another way, or use a format that carries it; `course formats` lists them.",
        bad="- twelve points that fill the slide\n\n![](figures/line.svg){decorative}",
        good="- twelve points that fill the slide\n\n::: handout\n![](figures/line.svg){decorative}\n:::",
    ),
    Explanation(
        code=Code.QUESTION_NOT_CARRIED,
        title="A question that this format cannot ask",
        why="Formats know different types of questions; this one is not in that file.",
        fix="Choose another type, or use a format that carries it; `course formats` lists them.",
        bad="::: question {#q-where type=hotspot}     (in a format without pictures to click)",
        good="::: question {#q-where type=single}",
    ),
    Explanation(
        code=Code.SCORING_NOT_CARRIED,
        title="What of a question a format leaves out or counts in another way",
        why="The question is in the file, but without its hint or the text of its case, or its points count otherwise.",
        fix="Use a format that holds it; of weights, leave them out or choose those that the format knows.",
        bad="- [x] Press {#a weight=37}",
        good="- [x] Press {#a}",
    ),
    Explanation(
        code=Code.OUTPUT_EDITED,
        title="A file in dist/ was edited by hand",
        why="It is kept under another name, so that no work is lost, but the next build does not know of the change.",
        fix="Take the change over into the lesson or the translation, then delete the kept file.",
        bad="dist/refresher/en/refresher_bleeding_handout_en_1.0.0.edited.docx",
        good="modules/bleeding/01-press.md          (the change made here)",
    ),
    Explanation(
        code=Code.PACK_CHANGED,
        title="A file in dist/ is not the one that was built",
        why="A pack vouches for its files by their check sums; what was changed later is not what was checked.",
        fix="Build again; hand out a file that you have edited yourself beside the pack.",
        bad="dist/refresher/en/refresher_bleeding_handout_en_1.0.0.docx          (edited by hand)",
        good="course build, then course pack",
    ),
    Explanation(
        code=Code.PACK_AUDIENCE,
        title="A file of which it is not certain whom it is for",
        why="A trainer's keys and roles must never reach participants, so a pack takes no file on trust.",
        fix="Build the course again: the manifest, the format and the folder must all say the same.",
        bad='"audience": "participant"          (in the manifest, for an answer key)',
        good='"audience": "trainer"',
    ),
    Explanation(
        code=Code.OUTPUT_NOT_WRITABLE,
        title="A file cannot be written",
        why="The folder is read-only, the disk is full, or another program has the file open. The old file is whole.",
        fix="Close the other program, give yourself the right to write, or choose another folder with `--out`.",
        bad="course build --out /mnt/cdrom",
        good="course build --out dist",
    ),
    Explanation(
        code=Code.RELEASE_UNREVIEWED,
        title="A release holds texts that nobody has reviewed",
        why="`--release` is for files that leave the building: every text must be signed, "
        "and the publisher's texts approved.",
        fix="Review what the list names, or build without `--release`: the files then say DRAFT.",
        bad="course build --release          (with texts that are drafts)",
        good="course build",
    ),
    Explanation(
        code=Code.RELEASE_UNRECORDED,
        title="A release asks questions that no lock remembers",
        why="What goes out is answered, and answers are kept by id: from then on no id may come to mean something else."
        " Only a question in its module's ids.lock is protected.",
        fix="Run `course ids --write`, and keep ids.lock with the lessons.",
        bad="course build --release          (with a new question)",
        good="course ids --write\ncourse build --release",
    ),
)
