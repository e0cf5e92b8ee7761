"""The fields of a question, an activity or a case."""

from dataclasses import replace

from builder.content.phrase import Kind
from builder.content.prose import Blocks
from builder.diagnostics import Code
from builder.read.directives import direct
from builder.read.parts import read_prose_parts
from builder.read.scope import Scope
from builder.read.structure import Container, FieldRun
from builder.records import dataclass


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields by name, each once."""

    scope: Scope
    named: dict[str, FieldRun]
    gaps: tuple[FieldRun, ...]

    def prose(self, name: str, kind: Kind) -> Blocks:
        """Return the blocks of a field, their texts of one kind; none where it is not there."""
        field = self.named.get(name)
        if field is None:
            return ()
        scope = replace(self.scope, paragraph=kind, item=kind, gaps=False)
        blocks = read_prose_parts(field.children, scope, owner=f"the field {name}:")
        return direct(blocks, scope.directives.get(field.line))


def read_fields(container: Container, scope: Scope) -> Fields:
    """Return the fields of a container; one that comes twice is reported."""
    named: dict[str, FieldRun] = {}
    gaps: dict[str, FieldRun] = {}
    for field in container.fields:
        known = gaps if field.gap else named
        if field.name in known:
            name = f"[[{field.name}]]:" if field.gap else f"{field.name}:"
            message = f"`{name}` comes twice (first in line {known[field.name].line})"
            scope.report(Code.FIELD_DUPLICATE, message, field.line, hint="keep one, or put both texts into it")
        else:
            known[field.name] = field
    return Fields(scope, named, tuple(gaps.values()))
