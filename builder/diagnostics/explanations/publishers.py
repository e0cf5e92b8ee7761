"""Codes about what a publisher brings: its template, its typefaces, its colours."""

from builder.diagnostics.codes import Code
from builder.diagnostics.explanations.explanation import Explanation

PUBLISHERS: tuple[Explanation, ...] = (
    Explanation(
        code=Code.TEMPLATE_UNREADABLE,
        title="A template that is no whole PowerPoint file",
        why="Decks are drawn on the layouts of the publisher's .pptx or .potx; a file of another kind, a damaged one "
        "or one with a password has none that could be read.",
        fix="Open the template in PowerPoint and save it as .pptx or .potx, without a password.",
        bad="template: deck.ppt",
        good="template: deck.pptx",
    ),
    Explanation(
        code=Code.TEMPLATE_UNSAFE,
        title="A template with macros, links out of itself, or made to fill a disk",
        why="What is in a template goes to every trainer's computer. Macros, controls and embedded files of other "
        "programs can run, links in the master can load, and an archive can be far larger than it looks.",
        fix="Save it without macros; in the slide master delete links and objects; put pictures into the file itself.",
        bad="template: deck.pptm",
        good="template: deck.pptx",
    ),
    Explanation(
        code=Code.TEMPLATE_UNUSABLE,
        title="A template on which no slide can be planned",
        why="Points need a layout with a title and a box of text, and a slide of a usual size.",
        fix="Add such a layout to the slide master, or name yours in the profile.",
        bad="template: deck.pptx     (its only layout has a title and nothing else)",
        good="template: deck.pptx\nlayouts: {Points: Standard text}",
    ),
    Explanation(
        code=Code.TEMPLATE_BOX,
        title="A box in a template that cannot be as it is",
        why="A box that leaves the slide, a title without room for two lines, or text smaller than 18 points cannot be "
        "read from the last row. The message says what is used instead.",
        fix="Change the box or the size in the slide master; nothing has to be done if what is used will do.",
        bad="template: deck.pptx     (its points are set at 14 points)",
        good="template: deck.pptx     (its points are set at 24 points)",
    ),
    Explanation(
        code=Code.TEMPLATE_LAYOUT_MISSING,
        title="A layout that the template does not have",
        why="Layouts are found by name, by PowerPoint's own kind, or by what they hold. Where none is found another "
        "one is used, and the message says which; nothing is lost.",
        fix="Nothing has to be done. To choose another layout, name it in the profile.",
        bad="template: deck.pptx",
        good="template: deck.pptx\nlayouts: {Section: Chapter, Closing: Thank you}",
    ),
    Explanation(
        code=Code.FONT_UNMEASURED,
        title="A typeface that cannot be measured",
        why="Whether text fits its box is known only by the widths of its letters. Those of Calibri, Arial and Times "
        "New Roman are known here; of any other typeface its file must be there, or a twin.",
        fix="Put the files beside the profile, or name a typeface whose letters are as wide.",
        bad="template: deck.pptx     (set in Verdana)",
        good="template: deck.pptx\nfonts: {Verdana: {regular: fonts/verdana.ttf, bold: fonts/verdanab.ttf}}",
    ),
    Explanation(
        code=Code.FONT_LETTERS,
        title="A typeface without some letters of a language",
        why="Office programs take what a typeface lacks from another one, so that single letters look strange.",
        fix="Choose a typeface that has the letters of every language of the courses.",
        bad="languages: [en, mk]     (and a typeface without Cyrillic letters)",
        good="languages: [en, mk]     (and a typeface with Latin and Cyrillic letters)",
    ),
    Explanation(
        code=Code.CONTRAST_LOW,
        title="Letters that hardly stand out from their ground",
        why="Text needs a contrast of 4.5 : 1, from 18 points (14 in bold) 3 : 1; people with weak eyes and rooms with "
        "light on the wall need no less.",
        fix="Take a darker colour for letters, or a lighter ground.",
        bad="colours: {primary: E2A32B}",
        good="colours: {primary: 0F4C5C, accent: E2A32B}",
    ),
)
