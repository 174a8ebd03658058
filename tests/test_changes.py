"""What became known since a day, and what rests on one source."""

from __future__ import annotations

from typing import Any

import pytest

import osintkp
from builders import claim, corpus
from osintkp.errors import InvalidValueError

TANKS: dict[str, Any] = {"kind": "loss", "actor": "AM", "item": "vehicles/tank", "when": "2020-10"}


def published(day: str) -> dict[str, osintkp.When]:
    return {"published": osintkp.When.parse(day)}


WHOLE = corpus(
    claim("wire/tanks", amount="50 tank", speaker="AM", **TANKS),
    claim("daily/tanks", amount="90 tank", speaker="AZ", **TANKS),
    claim("daily/drones", "loss", actor="AZ", item="aircraft/uncrewed", amount="3 drone"),
    claim("daily/view", "statement", text="a hard autumn"),
    wire=published("2020-10-20"),
    daily=published("2020-11-20"),
)


def test_a_day_tells_what_became_known_since() -> None:
    found = WHOLE.as_of("2020-11-01").changes(select="QTY101")

    assert ("daily/tanks", "daily/drones", "daily/view") == found.claims
    assert ["figures-conflict"] == [each.name for each in found.only_whole]
    assert 0 == len(found.only_part) == len(found.kept)
    assert found


def test_without_a_source_what_rests_on_it_falls() -> None:
    found = WHOLE.without("daily").changes()

    assert ("daily/drones",) == found.sole
    assert "figures-conflict" in {each.name for each in found.only_whole}


def test_a_finding_of_what_is_left_alone_is_told_apart() -> None:
    three = corpus(
        *(claim(f"{name}/tanks", amount="50 tank", speaker="AM", **TANKS) for name in ("a", "b", "c"))
    )

    found = three.without("c").changes(select="SRC101")

    assert [("a/tanks", "b/tanks", "c/tanks")] == [each.claims for each in found.only_whole]
    assert [("a/tanks", "b/tanks")] == [each.claims for each in found.only_part]


def test_findings_that_do_not_change_are_kept() -> None:
    more = WHOLE | corpus(claim("radio/ships", "loss", actor="IR", item="ships", amount="2 ship"))

    found = more.without("radio").changes(select="QTY101")

    assert 1 == len(found.kept)
    assert not found.only_whole
    assert ("radio/ships",) == found.claims == found.sole


def test_nothing_changes_without_a_claim() -> None:
    found = WHOLE.as_of("2030").changes()

    assert not found
    assert "no claim and no finding differs" == str(found)


def test_a_whole_may_be_given() -> None:
    part = WHOLE.select(source="wire")

    assert ("daily/tanks", "daily/drones", "daily/view") == part.changes(WHOLE).claims


def test_a_corpus_taken_from_none_has_no_changes() -> None:
    for part in (WHOLE, WHOLE.without("daily").select(kind="loss"), WHOLE.without("daily") | WHOLE):
        with pytest.raises(InvalidValueError, match=r"this corpus was taken from none.*or give the whole"):
            part.changes()


def test_where_a_corpus_was_taken_from_is_no_part_of_it() -> None:
    assert WHOLE.as_of("2030") == WHOLE


def test_changes_print_the_grave_ones_whole_and_count_the_others() -> None:
    lines = str(WHOLE.without("daily").changes(select=["QTY101"])).splitlines()

    assert [
        "3 claims more in the whole, 1 of them on what nothing else tells of",
        "  alone   daily/drones",
        "1 finding only with them, 0 only without, 0 either way",
    ] == lines[:3]
    assert lines[3].startswith(
        "  with    error   QTY101 figures-conflict · conflict: daily/tanks says 90 tank"
    )
    agreeing = corpus(
        *(claim(f"{name}/tanks", amount="50 tank", speaker="AM", **TANKS) for name in ("a", "b"))
    )
    assert (
        "  with    info: 1 figures-conflict"
        == str(agreeing.without("a").changes(select="QTY101")).splitlines()[-1]
    )
