"""`dataclass` with the standard library's rules for our frozen records, and a fraction of its time at start-up.

The standard decorator writes and compiles six methods for each class; with two hundred classes that is a sixth of a
small build. A frozen record needs one of its own, `__init__`; the others are the same for all. What this file does not
know (order, factories, fields outside `__init__`) goes to the standard decorator.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, kw_only: bool = False, order: bool = False):
        """Return a decorator that makes a data class, as `dataclasses.dataclass` does."""

        def decorate(cls: type) -> type:
            if frozen and slots and not order and _is_plain(cls):
                return _record(cls, kw_only=kw_only)
            return dataclasses.dataclass(frozen=frozen, slots=slots, kw_only=kw_only, order=order)(cls)

        return decorate


def _is_plain(cls: Any) -> bool:
    special = (value for value in vars(cls).values() if isinstance(value, dataclasses.Field))
    return not hasattr(cls, "__post_init__") and all(
        field.init and field.default_factory is dataclasses.MISSING for field in special
    )


def _record(cls: Any, *, kw_only: bool) -> Any:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    fields = dataclasses.fields(made)
    compared = _values_of([field.name for field in fields if field.compare])
    hashed = _values_of([field.name for field in fields if (field.compare if field.hash is None else field.hash)])
    shown = [field.name for field in fields if field.repr]

    def equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    made.__init__ = _init(made, fields, kw_only=kw_only)
    made.__eq__ = equal
    made.__hash__ = lambda self: hash(hashed(self))
    made.__repr__ = lambda self: _show(self, shown)
    made.__reduce__ = lambda self: (_rebuild, (made, tuple(getattr(self, field.name) for field in fields)))
    made.__setattr__ = _refuse
    made.__delattr__ = _refuse
    return made


def _init(cls: Any, fields: tuple[Any, ...], *, kw_only: bool) -> Any:
    """Return an `__init__` that fills the slots directly, since assignment is refused."""
    scope: dict[str, Any] = {}
    parameters, body = ["*"] if kw_only and fields else [], []
    for field in fields:
        scope[f"set_{field.name}"] = getattr(cls, field.name).__set__
        body.append(f" set_{field.name}(self, {field.name})")
        if field.default is dataclasses.MISSING:
            parameters.append(field.name)
        else:
            scope[f"default_{field.name}"] = field.default
            parameters.append(f"{field.name}=default_{field.name}")
    text = f"def __init__(self, {', '.join(parameters)}):\n" + ("\n".join(body) or " pass")
    exec(text, scope)
    init = scope["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _values_of(names: list[str]) -> Callable[[Any], Any]:
    return attrgetter(*names) if names else lambda _record: ()


def _show(record: Any, names: list[str]) -> str:
    return f"{record.__class__.__qualname__}({', '.join(f'{name}={getattr(record, name)!r}' for name in names)})"


def _rebuild(cls: Any, values: tuple[Any, ...]) -> Any:
    record = cls.__new__(cls)
    for field, value in zip(dataclasses.fields(cls), values, strict=True):
        getattr(cls, field.name).__set__(record, value)
    return record


def _refuse(record: Any, name: str, _value: object = None) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot change {name!r} of a {record.__class__.__name__}")
