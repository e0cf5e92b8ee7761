"""Our quick `dataclass` keeps the rules of the standard one."""

import copy
import dataclasses
import pickle
from dataclasses import field

import pytest

from builder.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    place: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Base):
    """A leaf."""

    text: str
    """What it says."""
    weight: float = 1.5
    data: dict[str, int] = field(hash=False, default=None)  # type: ignore[assignment]

    @property
    def loud(self) -> str:
        return self.text.upper()


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class StandardPoint:
    x: int
    y: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    pass


def test_equality_and_hash_leave_out_what_does_not_compare() -> None:
    one, two = Leaf(text="a", place=1), Leaf(text="a", place=2)
    assert one == two
    assert hash(one) == hash(two)
    assert one != Leaf(text="b", place=1)
    assert one != Point(1)
    assert Empty() == Empty()
    assert len({one, two}) == 1


def test_a_field_may_compare_without_being_hashed() -> None:
    assert hash(Leaf(text="a", place=1, data={"x": 1})) == hash(Leaf(text="a", place=1, data={"x": 2}))
    assert Leaf(text="a", place=1, data={"x": 1}) != Leaf(text="a", place=1, data={"x": 2})


def test_records_show_themselves_as_the_standard_ones_do() -> None:
    assert repr(Point(1)) == repr(StandardPoint(1)).replace("Standard", "")
    assert repr(Leaf(text="a", place=1)) == "Leaf(text='a', weight=1.5, data=None)"


@pytest.mark.parametrize(
    "change",
    [lambda leaf: setattr(leaf, "text", "b"), lambda leaf: delattr(leaf, "text"), lambda leaf: setattr(leaf, "new", 1)],
)
def test_nothing_can_be_changed(change) -> None:  # type: ignore[no-untyped-def]
    leaf = Leaf(text="a", place=1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        change(leaf)
    assert leaf.text == "a"
    assert not hasattr(leaf, "__dict__")


def test_arguments_are_checked() -> None:
    for wrong in (
        lambda: Leaf(place=1),
        lambda: Leaf("a", place=1),
        lambda: Leaf(text="a", place=1, other=2),
        lambda: Point(),
    ):
        with pytest.raises(TypeError):
            wrong()  # type: ignore[call-arg]


def test_the_tools_of_dataclasses_work_on_them() -> None:
    leaf = Leaf(text="a", place=1)
    assert dataclasses.is_dataclass(leaf)
    assert [one.name for one in dataclasses.fields(leaf)] == ["place", "text", "weight", "data"]
    changed = dataclasses.replace(leaf, text="b")
    assert (changed.text, changed.place, changed.loud) == ("b", 1, "B")
    assert dataclasses.asdict(Point(1)) == {"x": 1, "y": 0}
    match Point(3, 4):
        case Point(x=3, y=found):
            assert found == 4


@pytest.mark.parametrize("value", [Leaf(text="a", place=7), Point(1, 2), Empty()])
def test_records_travel_between_processes(value: object) -> None:
    for twin in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
        assert twin == value
        assert getattr(twin, "place", None) == getattr(value, "place", None)


def test_what_it_does_not_know_goes_to_the_standard_one() -> None:
    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        x: int

    @dataclass(frozen=True, slots=True)
    class Made:
        items: list[int] = field(default_factory=list)

    assert Ordered(1) < Ordered(2)
    assert Made().items == []
    assert Made().items is not Made().items
