"""Record types: what a claim can say, in amounts of a dimension that fits, and nothing more than was reported."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings

from osintkp.dates import When
from osintkp.errors import InvalidValueError
from osintkp.records import Record, record_types, with_types
from osintkp.records._record import when_of
from osintkp.records.limit import Limit
from osintkp.records.loss import Loss
from osintkp.records.meeting import Meeting
from osintkp.records.seizure import Seizure
from osintkp.records.shipment import Shipment
from osintkp.records.statement import Statement
from osintkp.records.treaty import Treaty
from osintkp.records.troop_deployment import TroopDeployment
from osintkp.records.weapons_test import WeaponsTest
from osintkp.units import Amount
from strategies import records

KINDS = (
    "limit",
    "loss",
    "meeting",
    "seizure",
    "shipment",
    "statement",
    "treaty",
    "troop_deployment",
    "weapons_test",
)


def test_a_file_in_the_folder_is_a_record_type() -> None:
    assert KINDS == tuple(record_types())
    assert [kind.replace("_", "") for kind in KINDS] == [
        cls.__name__.lower() for cls in record_types().values()
    ]
    assert Record not in record_types().values()


@attrs.frozen(kw_only=True)
class Later(Record):
    """A record type whose module, like this one, keeps its annotations as text."""

    when: When | None = None


def test_a_record_type_may_keep_its_types_as_text() -> None:
    before = attrs.fields_dict(Later)["when"].type
    after = attrs.fields_dict(with_types(Later))["when"].type

    assert "When | None" == str(before)
    assert When | None == after
    assert Loss is with_types(Loss)


@pytest.mark.parametrize("kind", KINDS)
def test_everything_but_the_kind_is_optional(kind: str) -> None:
    record = record_types()[kind]()

    assert kind == record.kind
    assert {None, ()} >= {value for value in attrs.asdict(record, recurse=False).values() if value != {}}


@settings(deadline=None)
@given(records())
def test_a_record_is_equal_to_its_copy_and_can_be_a_key(record: Record) -> None:
    copy = attrs.evolve(record)

    assert record == copy
    assert hash(record) == hash(copy)


@pytest.mark.parametrize(
    ("record", "actors", "topic"),
    [
        (Shipment(sender="IR", recipient="SD"), ("IR", "SD"), ("IR", "SD")),
        (Shipment(recipient="SD"), (None, "SD"), (None, "SD")),
        (TroopDeployment(sender="RW", recipient="m23"), ("RW", "m23"), ("RW",)),
        (Loss(actor="AM", by="AZ"), ("AM", "AZ"), ("AM",)),
        (Seizure(actor="US", sender="IR", recipient="houthis"), ("US", "IR", "houthis"), ("US",)),
        (Limit(on="KP", authority="un-security-council"), ("un-security-council", "KP"), ("KP",)),
        (WeaponsTest(actor="IN"), ("IN",), ("IN",)),
        (Meeting(participants=("SA", "IR")), ("IR", "SA"), ("IR", "SA")),
        (Statement(about=("ET", "ER")), ("ER", "ET"), ("ER", "ET")),
        (Treaty(parties=("TR", "LY")), ("LY", "TR"), ("LY", "TR")),
    ],
)  # fmt: skip
def test_actors_stand_in_the_order_of_their_roles(
    record: Record, actors: tuple[str | None, ...], topic: tuple[str | None, ...]
) -> None:
    assert (actors, topic) == (record.actors, record.topic)


def test_any_record_answers_for_any_field() -> None:
    amount, when = Amount.parse("43 voyage"), When.parse("2024-03/2024-11")

    assert (amount, None) == (Shipment(amount=amount).of("amount"), Shipment(amount=amount).of("parties"))
    assert (amount, None) == (Shipment(amount=amount).of("amount"), Statement().of("amount"))
    assert [when, when, when, None] == [
        when_of(record)
        for record in (Shipment(when=when), Treaty(signed=when), Limit(since=when), Statement())
    ]


@pytest.mark.parametrize(
    ("shape", "field", "fits"),
    [
        (Shipment, "calibre", ["152 mm", "5 inch", "7.62..7.65 mm"]),
        (Shipment, "amount", ["6700 container", "3000000 round", "1000000 barrel", "43 voyage", "12 tonne", "4350000000 EUR",
                              "200 km", "50 howitzer", "40", "12 TEU", "500 barrel/day", "30 percent"]),
        (TroopDeployment, "amount", ["~8000 person", "12 tank", "3000", "100 person/day"]),
        (Limit, "window", ["12 month", "1 year", "90 day"]),
        (Limit, "amount", ["<=4000000 barrel", "<300 km", "0 person", "100000 USD"]),
        (Loss, "amount", ["~40 tank", "300 person", "12 square_kilometre", "2 million barrel".replace(" million", "000000"), "5 site"]),
        (Seizure, "amount", ["2000 rifle", "3 tonne", "12 person", "1000 USD", "2 ship"]),
        (Meeting, "amount", ["6 meeting", "2 voyage", "3", "4 piece"]),
        (WeaponsTest, "amount", ["2 missile", ">1 piece", "3 launch", "4"]),
    ],
)  # fmt: skip
def test_amounts_of_a_fitting_dimension_are_taken(shape: type[Record], field: str, fits: list[str]) -> None:
    for text in fits:
        amount = Amount.parse(text)
        assert amount == shape(**{field: amount}).of(field)


@pytest.mark.parametrize(
    ("shape", "field", "text", "what", "fix"),
    [
        (Shipment, "calibre", "152 person", "this is measured in millimetre", 'write it like "152 mm"'),
        (Shipment, "calibre", "152", "this is measured in millimetre", 'write it like "152 mm"'),
        (Shipment, "calibre", "152 square_metre", "this is measured in millimetre", 'write it like "152 mm"'),
        (Shipment, "amount", "3000 person", "this is not measured in person", "people who are sent are a troop_deployment"),
        (Shipment, "amount", "3000 person/day", "this is not measured in person/day", "people who are sent are a troop_deployment"),
        (Shipment, "amount", "6 meeting", "this is not measured in meeting", "people who are sent are a troop_deployment"),
        (Shipment, "amount", "6 month", "this is not measured in month", "people who are sent are a troop_deployment"),
        (Shipment, "amount", "6 degC", "this is not measured in degree_celsius", "people who are sent are a troop_deployment"),
        (TroopDeployment, "amount", "3000 barrel", "this is measured in person or piece or no unit", 'write it like "~8000 person"'),
        (TroopDeployment, "amount", "3000 round", "this is measured in person or piece or no unit", 'write it like "~8000 person"'),
        (Limit, "window", "12 barrel", "this is measured in month", 'write it like "12 month"'),
        (Limit, "window", "12", "this is measured in month", 'write it like "12 month"'),
        (Loss, "amount", "6 month", "this is not measured in month", "count what was lost, like '~40 tank'"),
        (Loss, "amount", "6 meeting", "this is not measured in meeting", "count what was lost, like '~40 tank'"),
        (Loss, "amount", "6 degC", "this is not measured in degree_celsius", "count what was lost, like '~40 tank'"),
        (Seizure, "amount", "6 meeting", "this is not measured in meeting", "count the cargo, like '2000 rifle'"),
        (Seizure, "amount", "6 day", "this is not measured in day", "count the cargo, like '2000 rifle'"),
        (Seizure, "amount", "6 degC", "this is not measured in degree_celsius", "count the cargo, like '2000 rifle'"),
        (WeaponsTest, "amount", "2 person", "this is measured in piece or launch or no unit", 'write it like "2 missile"'),
        (WeaponsTest, "amount", "300 km", "this is measured in piece or launch or no unit", 'write it like "2 missile"'),
        (Meeting, "amount", "6 person", "this is measured in meeting or piece or voyage or no unit", 'write it like "6 meeting"'),
    ],
)  # fmt: skip
def test_amounts_of_another_dimension_are_refused(
    shape: type[Record], field: str, text: str, what: str, fix: str
) -> None:
    amount = Amount.parse(text)

    with pytest.raises(InvalidValueError) as raised:
        shape(**{field: amount})
    assert ("wrong-dimension", what, str(amount), fix, field) == (
        raised.value.code, raised.value.what, raised.value.value, raised.value.fix, raised.value.field,
    )  # fmt: skip


@pytest.mark.parametrize("shape", [Record, *record_types().values()])
def test_fields_are_given_by_name(shape: type[Record]) -> None:
    with pytest.raises(TypeError, match="positional argument"):
        shape(None)  # type: ignore[call-arg]  # which is what is refused


def test_the_roles_of_a_type_of_ones_own_may_be_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Loss(actor="AM")
    monkeypatch.setattr(Loss, "roles", ["actor"])

    assert ("AM",) == lost.actors
