"""Building instances of frozen classes field by field: the same instances as the classes make."""

from __future__ import annotations

import pickle
import weakref
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from osintkp.claim import Claim, ClaimLink, Suppression
from osintkp.coding.building import buildable, builder, called, first_of, keys_in, validated
from osintkp.errors import InvalidValueError
from osintkp.evidence import Link, Span
from osintkp.records import record_types
from osintkp.units import Amount
from osintkp.vocabulary.fields import opened


@attrs.frozen(kw_only=True)
class Guarded:
    """A class that looks at two fields together."""

    low: int = 0
    high: int = 1

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise InvalidValueError("order", "out of order", self.low, "swap them")


@attrs.frozen(weakref_slot=False)
class Listed:
    """A class with a default that is made anew each time."""

    names: list[str] = attrs.field(factory=list)


@attrs.frozen(slots=False)
class Loose:
    """A class without slots."""

    name: str = ""


@attrs.frozen
class Beside:
    """A class whose weak references stand beside its slots."""

    name: str = ""


@pytest.mark.parametrize("kind", sorted(record_types()))
def test_records_are_buildable_and_equal_to_those_that_are_called(kind: str) -> None:
    shape = record_types()[kind]
    names = [field.name for field in attrs.fields(shape)]
    built, keys = builder(shape, {name: lambda value: value for name in names})(
        SimpleNamespace(**dict.fromkeys(names))
    )

    assert buildable(shape)
    assert (shape(), 0) == (built, keys)
    assert hash(shape) == hash(type(built))
    assert pickle.loads(pickle.dumps(built)) == built  # noqa: S301  our own bytes


@pytest.mark.parametrize("shape", [Link, ClaimLink])
def test_links_are_buildable(shape: type[Any]) -> None:
    assert buildable(shape)


@pytest.mark.parametrize("shape", [Claim, Span, Amount, Suppression, Guarded])
def test_a_class_with_a_rule_over_its_fields_or_closed_slots_is_not_buildable(shape: type[Any]) -> None:
    assert not buildable(shape)


def test_a_class_without_slots_is_not_buildable() -> None:
    assert not buildable(Loose)


def test_a_class_whose_weak_references_stand_beside_its_slots_is_buildable_where_python_lets_it_be() -> None:
    made = object.__new__(opened(Beside))
    try:
        made.__class__ = Beside
    except TypeError:  # before Python 3.13
        assert not buildable(Beside)
        return
    built, _ = builder(Beside, {}, ("name",))(None, "Kassala")

    assert buildable(Beside)
    assert Beside("Kassala") == weakref.ref(built)()


def test_what_is_built_is_frozen() -> None:
    link, _ = builder(Link, {}, ("actor",))(None, "SD")

    assert Link(actor="SD") == link
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        link.actor = "ET"


def test_every_claim_is_built_with_every_slot() -> None:
    claim, _ = builder(Claim, {}, ("id", "source", "record"))(None, "a/b", "a", record_types()["loss"]())

    assert Claim(id="a/b", source="a", record=record_types()["loss"]()) == claim
    assert repr(claim) == repr(Claim(id="a/b", source="a", record=record_types()["loss"]()))


def test_defaults_that_are_made_are_made_for_each_instance() -> None:
    build = builder(Listed, {})
    one, other = build(None)[0], build(None)[0]

    assert [] == one.names == other.names
    assert one.names is not other.names


def test_open_classes_are_made_once() -> None:
    link: Any = Link

    assert opened(link) is opened(link)


def test_tables_are_looked_into_and_functions_called_and_their_keys_counted() -> None:
    build = builder(Link, {"verb": {"said": "SAID"}, "role": str, "medium": dict}, ("actor",))
    link, keys = build(SimpleNamespace(verb="said", role=None, medium={"a": {"b": 1}}), "SD")

    assert ("SD", "SAID", None, {"a": {"b": 1}}, 4) == (link.actor, link.verb, link.role, link.medium, keys)


def test_a_class_that_has_to_be_called_is_called() -> None:
    build = called(Guarded, {"low": int, "high": {"one": 1, "none": 0}})

    assert (Guarded(low=1), 2) == build(SimpleNamespace(low="1", high="one"))
    assert (Guarded(), 0) == build(SimpleNamespace(low=None, high=None))
    with pytest.raises(InvalidValueError, match="out of order"):
        build(SimpleNamespace(low="1", high="none"))


def test_validators_are_asked_for_a_value() -> None:
    shape = record_types()["meeting"]
    read = validated(shape, attrs.fields_dict(shape)["amount"], Amount.parse)

    assert Amount.parse("6 meeting") == read("6 meeting")
    with pytest.raises(InvalidValueError, match="this is measured in meeting"):
        read("6 tonne")
    with pytest.raises(InvalidValueError, match="the number does not stand first"):
        read("six")


def test_a_field_without_a_validator_is_read_as_it_is() -> None:
    shape = record_types()["loss"]

    assert "x" == validated(shape, attrs.fields_dict(shape)["place"], str.lower)("X")


def test_the_first_attribute_that_is_there_is_found() -> None:
    find = first_of(("a", "b"))

    assert [1, 2, None] == [find(SimpleNamespace(a=a, b=b)) for a, b in [(1, 2), (None, 2), (None, None)]]


@pytest.mark.parametrize(
    ("data", "keys"),
    [(5, 0), ("a", 0), ({}, 0), ([], 0), ([1, {"a": 1}], 1), ({"a": {"b": [{"c": 1}]}, "d": 2}, 4)],
)
def test_keys_are_counted_at_every_depth(data: object, keys: int) -> None:
    assert keys == keys_in(data)
