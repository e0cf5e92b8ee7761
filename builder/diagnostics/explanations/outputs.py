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
        title="A way of scoring that this format cannot express",
        why="The question is in the file, but its points would be counted in another way there.",
        fix="Leave the weights out, choose those that the format knows, or use another format.",
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
)
