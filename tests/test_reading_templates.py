from __future__ import annotations

from collections import Counter

import pytest

import osintkp
from osintkp.vocabulary import actors
from osintkp.vocabulary.scales import LinkKind, Modality, Stance
from reading_bench import (
    TWISTS,
    Figure,
    _same_figure,
    drawn,
    indian,
    measure,
    misses,
    slots,
    templates,
    worded,
)

ENOUGH = 0.97
KINDS = {
    "shipment",
    "troop_deployment",
    "treaty",
    "meeting",
    "weapons_test",
    "limit",
    "loss",
    "seizure",
    "statement",
}


def test_there_are_at_least_eighty_templates_and_no_two_are_alike() -> None:
    ids = Counter(row["id"] for row in templates())

    assert len(ids) >= 80
    assert [] == [name for name, times in ids.items() if times > 1]
    assert len(ids) == len({row["text"] for row in templates()})


@pytest.mark.parametrize("template", templates(), ids=lambda row: str(row["id"]))
def test_a_template_states_records_in_the_words_of_the_library(template: dict[str, object]) -> None:
    for instance in drawn(template, 0, 1):
        assert "{" not in instance.text
        for record in instance.records:
            assert record["kind"] in KINDS
            fields = (
                osintkp.record_types()[record["kind"]].__annotations__
                if hasattr(osintkp, "record_types")
                else {}
            )
            assert isinstance(fields, dict)
            assert Stance(record.get("stance", "asserts"))
            modality = record.get("modality", "stated")
            assert all(Modality(each) for each in ([modality] if isinstance(modality, str) else modality))
            assert all(
                LinkKind(kind) and int(number) < len(instance.records)
                for kind, number, *_ in record.get("links", [])
            )


def test_the_twists_change_what_they_say_and_nothing_else() -> None:
    template = next(row for row in templates() if row["id"] == "sent-to")
    plain, swapped, hedged, shifted = drawn(template, 3, 1)

    assert TWISTS == tuple(each.twist for each in (plain, swapped, hedged, shifted))
    assert plain.records[0]["sender"] == swapped.records[0]["recipient"]
    assert plain.records[0]["recipient"] == swapped.records[0]["sender"]
    assert plain.records[0]["amount"].number == hedged.records[0]["amount"].number
    assert "=" != hedged.records[0]["amount"].mark
    assert plain.published == hedged.published == swapped.published
    assert plain.published < shifted.published


def test_a_draw_is_the_same_every_time() -> None:
    template = templates()[0]

    assert list(drawn(template, 5, 7)) == list(drawn(template, 5, 7))
    assert list(drawn(template, 5, 7)) != list(drawn(template, 5, 8))


def test_every_actor_of_the_slots_is_one_that_the_library_knows() -> None:
    named = [row[0] for row in [*slots()["states"], *slots()["groups"]]]

    assert [] == [ident for ident in named if not actors.known(ident)]


def test_numbers_are_printed_as_in_print() -> None:
    assert ["forty-five", "three hundred", "two hundred and six", "ninety thousand"] == [
        worded(each) for each in (45, 300, 206, 90000)
    ]
    assert ["3,40,000", "12,34,567", "9,00,000"] == [indian(each) for each in (340000, 1234567, 900000)]


@pytest.mark.parametrize(
    ("meant", "got", "same"),
    [
        (Figure("=", 40, "truck"), "40 truck", True),
        (Figure("=", 40, "truck"), "~40 truck", False),
        (Figure("=", 40, "truck"), "41 truck", False),
        (Figure("=", 40, "truck"), "40 tank", False),
        (Figure("=", 40), "40 tank", True),
        (Figure("~", 40, "truck"), "~40 truck", True),
        (Figure(">", 40, "truck"), ">40 truck", True),
        (Figure(">", 40, "truck"), ">=40 truck", False),
        (Figure("<=", 40, "truck"), "<=40 truck", True),
        (Figure("<=", 40, "truck"), "<=50 truck", False),
        (Figure("~..", 24, "truck"), "~24.. truck", True),
        (Figure("~..", 24, "truck"), "24 truck", False),
    ],
)
def test_a_figure_is_the_same_only_with_its_mark_and_unit(meant: Figure, got: str, *, same: bool) -> None:
    assert same is _same_figure(meant, osintkp.Amount.parse(got))


def test_a_missing_and_an_extra_record_are_both_wrong() -> None:
    template = next(row for row in templates() if row["id"] == "sent-to")
    plain = next(iter(drawn(template, 0, 1)))

    assert ["missing shipment"] == misses(plain._replace(text="The rain fell."))
    assert any(each.startswith("extra") for each in misses(plain._replace(records=())))


def test_the_reader_follows_nearly_all_instances_of_the_templates() -> None:
    score = measure(each=4)
    low = {name: round(score.share(name), 2) for name in score.tried if score.share(name) < 0.5}

    assert score.share("all") >= ENOUGH, low
