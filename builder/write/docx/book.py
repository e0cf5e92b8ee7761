"""What a Word document gathers while its blocks are written: links, pictures, lists, names of places."""

from dataclasses import dataclass, field

from builder.languages.direction import direction_of
from builder.languages.table import listed_language
from builder.output.image import PNG, Image
from builder.output.palette import HOUSE, Palette
from builder.output.text import Runs
from builder.typeset.columns import UPRIGHT
from builder.write.docx.numbering import NumberedList
from builder.write.markup import attribute
from builder.write.rasterize import rasterize

_PIXELS = 1200
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@dataclass(slots=True, kw_only=True)
class Book:
    """Grows while one document is written; nothing of it outlives that."""

    language: str
    fonts: str
    """A folder of fonts for words in pictures; may be empty."""
    palette: Palette = HOUSE
    relations: dict[tuple[str, str], str] = field(default_factory=dict)
    """(kind, target) → id."""
    media: dict[str, bytes] = field(default_factory=dict)
    """By name below ``word/``."""
    lists: list[NumberedList] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    """The id of a place in the document → its bookmark."""
    drawings: int = 0
    note: Runs = ()
    """What the mark behind a name stands for."""
    notes: int = 0
    """Footnotes so far; each says the note."""
    noted: bool = False
    """Whether the text since the last heading has one."""
    letters: int = UPRIGHT
    """That a row of a table holds where the writer is."""

    def begin_note(self) -> int | None:
        """Return the number of a footnote at a mark; None where there is nothing to note, or it stands close by."""
        if self.noted or not self.note:
            return None
        self.noted = True
        self.notes += 1
        return self.notes

    def link(self, address: str) -> str:
        """Return the relation's id of an address outside."""
        return self._relation(_LINK, address)

    def bookmark(self, id: str) -> str:
        """Return the name of a place; Word's names are short and plain, so places are counted."""
        return self.places.setdefault(id, f"place{len(self.places) + 1}")

    def place(self, id: str) -> str:
        """Return the bookmark that marks a place; nothing for an empty id."""
        if not id:
            return ""
        name = self.bookmark(id)
        number = name.removeprefix("place")
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'

    def list_id(self, numbered: NumberedList) -> int:
        """Return the id of a list that begins to count anew."""
        self.lists.append(numbered)
        return len(self.lists)

    def picture(self, image: Image) -> tuple[str, str]:
        """Return the relations of a picture's pixels and of its drawing; the latter is empty for pixels alone."""
        name = f"media/{image.digest[:16]}"
        if image.media_type == PNG:
            return self._file(f"{name}.png", image.data), ""
        pixels = rasterize(image.data, _PIXELS, self.fonts or None)
        return self._file(f"{name}.png", pixels), self._file(f"{name}.svg", image.data)

    def drawing(self) -> int:
        """Return the number of the next drawing."""
        self.drawings += 1
        return self.drawings

    def relationships(self) -> str:
        """Return the entries of the document's relations."""
        entries = []
        for (kind, target), id in self.relations.items():
            mode = ' TargetMode="External"' if kind == _LINK else ""
            entries.append(f'<Relationship Id="{id}" Type="{kind}" Target="{attribute(target)}"{mode}/>')
        return "".join(entries)

    def _file(self, name: str, data: bytes) -> str:
        self.media[name] = data
        return self._relation(_IMAGE, name)

    def _relation(self, kind: str, target: str) -> str:
        return self.relations.setdefault((kind, target), f"link{len(self.relations) + 1}")


def office_tag(language: str) -> str:
    """Return the tag that office suites know for a language; one that is not in our table goes as it is."""
    record = listed_language(language)
    return record.office if record else language


def is_right_to_left(language: str) -> bool:
    """Return whether text of the language runs from right to left."""
    return direction_of(language) == "rtl"
