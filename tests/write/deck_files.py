"""Deck files of one lesson that holds every construct, in several languages, and the same opened again."""

from functools import cache
from io import BytesIO

from pptx import Presentation

from builder.plan.deck import decide_breaks, plan_deck
from builder.write.pptx import write_pptx
from tests.plan.decks import RESOURCES, picture, translated
from tests.plan.lesson_editions import edition_of

LESSON = """To read, with [a site](https://example.org/a?b=1&c=2) and **weight**.

- Points in Kosovo{*}
  - with *care* and [words]{lang=de}
- Read [the site](https://example.org/a?b=1&c=2) & `code`

![Hand on a forearm](figures/press.svg "Press *at once*")

| Sign | People |
|------|-------:|
| Spurting | 12 |

### Numbers

| Year | Share |
|------|------:|
| 2019 | 12 % |
{chart=line}

---

1. One
2. Two\\
   lines

> Words of somebody.

::: notes
Ask **who**:

- this
- that
:::

::: process
- Admission
  - needs
- Release
  - contact
:::

::: key {title="In one line"}
Press.
:::

::: activity {#bandage minutes=20 grouping=groups size=4}
1. Read your card.
:::

::: question {#q-one type=single outcome=press}
What first?

- [ ] Gloves {#a}
- [x] Press {#b}
:::

::: case {#case-mira title="Mira, 34"}
Mira comes back.
:::

### From the right {#right}

- السلام عليكم
- [שלום]{lang=he}
- An odd character: \x0b and \ufffe and \U0001f642
"""


@cache
def edition(language="en"):
    """Return the lesson in a language; texts of another one than English are three times as long."""
    english = edition_of(LESSON, pictures=picture("figures/press.svg"))
    return english if language == "en" else translated(english, language, longer=3)


@cache
def deck(language="en"):
    """Return the planned deck, split for English and Macedonian together."""
    breaks, _ = decide_breaks((edition(), edition("mk")), RESOURCES)
    planned, found = plan_deck(edition(language), RESOURCES, breaks)
    assert [finding.message for finding in found if finding.severity == "error"] == []
    return planned


@cache
def pptx(language="en"):
    """Return the file."""
    return write_pptx(deck(language), RESOURCES)


def reopened(language="en"):
    """Return the file as python-pptx reads it."""
    return Presentation(BytesIO(pptx(language)))
