"""Explanations: translations."""

from builder.diagnostics.codes import Code
from builder.diagnostics.explanations.explanation import Explanation

TRANSLATION = (
    Explanation(
        code=Code.CATALOGUE_MALFORMED,
        title="A translation file that cannot be read",
        why="A quotation mark or a line is missing; nothing of the file can be trusted, and nothing of it is changed.",
        fix="Mend the line, or take the file back from before the last edit.",
        bad='msgid "Keep warm"\nmsgstr "Држете топло',
        good='msgid "Keep warm"\nmsgstr "Држете топло"',
    ),
    Explanation(
        code=Code.LEDGER_MALFORMED,
        title="A review ledger that cannot be read",
        why="Each line of review.tsv says who reviewed which text; a broken line signs nothing.",
        fix="Write four columns with tabs between them: digest, state, by, date.",
        bad="57b0d1c0c02bd2a5 reviewed Ana",
        good="57b0d1c0c02bd2a5\treviewed\tAna\t2026-11-22",
    ),
    Explanation(
        code=Code.TERMS_MALFORMED,
        title="A list of terms that cannot be read",
        why="terms.csv gives each term of the glossary its preferred word in the language, and words to avoid; "
        "a broken row gives none.",
        fix="Write each row with the columns of the first line; put a cell that holds a comma in quotes.",
        bad="term,use,form,other_forms,note\nwound,best,рана",
        good="term,use,form,other_forms,note\nwound,preferred,рана,рани|раните,",
    ),
    Explanation(
        code=Code.TRANSLATION_MARKUP,
        title="A translation that has lost or gained something",
        why="Variables, gaps, citations, links and pictures must be in both texts, or a fact, a place or a "
        "score is lost.",
        fix="Copy the missing part from the English text; delete what is not in it.",
        bad='msgid "Call {{ emergency_number }}."\nmsgstr "Јавете се."',
        good='msgid "Call {{ emergency_number }}."\nmsgstr "Јавете се на {{ emergency_number }}."',
    ),
    Explanation(
        code=Code.TRANSLATION_EMPHASIS,
        title="A translation with other emphasis",
        why="Bold, italics or a line break is in one of the texts only. Often that is a slip; sometimes it is right.",
        fix="Set the same words apart as in English, if the language allows.",
        bad='msgid "**Press** hard"\nmsgstr "Притиснете силно"',
        good='msgid "**Press** hard"\nmsgstr "**Притиснете** силно"',
    ),
    Explanation(
        code=Code.TRANSLATION_MISSING,
        title="Texts without a translation",
        why="The English text stands in their place, marked as English, and the file is a draft.",
        fix="Translate the empty messages of the file; `course translate update` brings in new ones.",
        bad='msgid "Keep warm"\nmsgstr ""',
        good='msgid "Keep warm"\nmsgstr "Држете топло"',
    ),
    Explanation(
        code=Code.TRANSLATION_STALE,
        title="Translations of an earlier text",
        why="The English text has changed since; the old translation is shown, and the file is a draft.",
        fix="Compare with the previous English (`#|`), mend the translation, and delete the mark `fuzzy`.",
        bad='#, fuzzy\n#| msgid "Press hard."\nmsgid "Press hard, at once."\nmsgstr "Притиснете силно."',
        good='msgid "Press hard, at once."\nmsgstr "Веднаш притиснете силно."',
    ),
    Explanation(
        code=Code.TRANSLATION_UNREVIEWED,
        title="Texts that nobody has reviewed yet",
        why="Until a person signs them, every file that holds them says DRAFT on each page.",
        fix="Read them and sign them in the language's review.tsv.",
        bad="57b0d1c0c02bd2a5\tdraft\tmachine\t2026-11-22",
        good="57b0d1c0c02bd2a5\treviewed\tAna\t2026-11-23",
    ),
    Explanation(
        code=Code.ANSWER_UNTRANSLATED,
        title="Accepted words that are missing in one language",
        why="The question is asked in the learner's language, but only the words of another one count as right.",
        fix="Translate the message of the kind `answer`: one text, with `|` between the words. It may accept more words"
        " than the English does, or fewer; other languages do not change.",
        bad='msgctxt "answer"\nmsgid "Tirana | Tiranë"\nmsgstr ""',
        good='msgctxt "answer"\nmsgid "Tirana | Tiranë"\nmsgstr "Тирана | Tirana"',
    ),
)
