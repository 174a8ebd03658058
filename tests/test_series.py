"""Running figures: growth, falls, restarts, wider windows and revisions told apart."""

from __future__ import annotations

from typing import Any

import pytest

import osintkp
from builders import claim, corpus
from osintkp.series import Change, Series


def dead(
    name: str, amount: str, when: str | None = None, *, speaker: str | None = "UN", **more: Any
) -> osintkp.Claim:
    more = {"measure": "cumulative", **more}
    return claim(name, "loss", speaker=speaker, actor="SD", amount=amount, when=when, **more)


def only(*claims: osintkp.Claim, **sources: Any) -> Series:
    (found,) = corpus(*claims, **sources).figures().series
    return found


def told(*claims: osintkp.Claim) -> list[tuple[str, str]]:
    return [(step.point.claim.id, str(step.change)) for step in only(*claims).steps]


FIRST = dead("a/june", "1000 person", "2023-04-15/2023-06-15")


@pytest.mark.parametrize(
    ("amount", "when", "change"),
    [
        ("3000 person", "2023-04-15/2023-08-15", Change.GROWTH),
        ("1000 person", "2023-04-15/2023-08-15", Change.SAME),
        ("~960 person", "2023-04-15/2023-08-15", Change.SAME),
        ("~1040 person", "2023-04-15/2023-08-15", Change.GROWTH),
        (">900 person", "2023-04-15/2023-08-15", Change.SAME),
        (">1000 person", "2023-04-15/2023-06-15", Change.SAME),
        (">5000 person", "2023-04-15/2023-08-15", Change.GROWTH),
        ("900..1500 person", "2023-04-15/2023-08-15", Change.SAME),
        ("400 person", "2023-04-15/2023-08-15", Change.FALL),
        ("400 person", "2023-07-01/2023-08-15", Change.RESTART),
        ("1800 person", "2023-07-01/2023-08-15", Change.RESTART),
        ("3000 person", "2022-01-01/2023-08-15", Change.WIDER),
        ("3000 person", "2023-04-15/2023-06-15", Change.REVISION),
        ("400 person", "2023-04-15/2023-06-15", Change.REVISION),
        ("400 person", "2023-08-15", Change.UNDECIDED),
        ("3000 person", "2023-08-15", Change.GROWTH),
        ("400 person", "2023-04/2023-08-15", Change.UNDECIDED),
    ],
)
def test_a_step_is_named_for_what_it_is(amount: str, when: str, change: Change) -> None:
    later = dead("b/later", amount, when)

    assert [("a/june", "first"), ("b/later", str(change))] == told(later, FIRST)


def test_growth_tells_its_pace() -> None:
    (_, step) = only(FIRST, dead("b/later", "3000 person", "2023-04-15/2023-08-14")).steps

    assert "+2,000 in 60 days, +33.3 a day" == step.why


def test_a_bound_that_rises_is_growth() -> None:
    bounds = (
        dead("a/1", ">1000 person", "2023-04-15/2023-06-15"),
        dead("b/1", ">4000 person", "2023-04-15/2023-08-14"),
    )

    step = only(*bounds).steps[1]

    assert (Change.GROWTH, "+3,000 in 60 days, +50 a day") == (step.change, step.why)


def test_growth_is_told_across_units_of_one_kind() -> None:
    about: dict[str, Any] = {
        "sender": "UA",
        "recipient": "EG",
        "item": "food/grain",
        "measure": "cumulative",
        "speaker": "UN",
    }
    first = claim("a/1", amount="2 kilotonne", when="2022-08-01/2022-09-01", **about)
    later = claim("b/1", amount="5000 tonne", when="2022-08-01/2022-09-11", **about)

    assert "+3 in 10 days, +0.3 a day" == only(first, later).steps[1].why


def test_a_vague_figure_between_two_does_not_hide_the_growth() -> None:
    vague = dead("b/vague", "~2000.. person", "2023-04-15/2023-07-15")
    later = dead("c/later", "9000 person", "2023-04-15/2023-08-15")

    assert ["first", "growth", "growth"] == [change for _, change in told(FIRST, vague, later)]
    vague = dead("b/vague", "~200.. person", "2023-04-15/2023-07-15")
    assert ["first", "same", "growth"] == [change for _, change in told(FIRST, vague, later)]


def test_a_figure_that_revises_another_of_its_window_names_it() -> None:
    later = dead("b/later", "700 person", "2023-04-15/2023-06-15", links={"revises": "a/june"})

    step = only(FIRST, later).steps[1]

    assert (Change.REVISION, "revises a/june") == (step.change, step.why)


def test_a_stock_may_fall() -> None:
    first = claim(
        "a/1",
        "troop_deployment",
        speaker="NE",
        sender="FR",
        place="Niamey",
        amount="1500 person",
        when="2023-08-01",
        measure="stock",
    )
    later = claim(
        "b/1",
        "troop_deployment",
        speaker="NE",
        sender="FR",
        place="Niamey",
        amount="400 person",
        when="2023-12-01",
        measure="stock",
    )

    found = only(first, later)

    assert ("stock", Change.FALL) == (str(found.measure), found.steps[1].change)
    assert "-1,100 in 122 days, -9.02 a day" == found.steps[1].why


def test_each_origin_has_its_own_series_and_a_single_figure_has_none() -> None:
    other = dead("c/ngo", "5000 person", "2023-04-15/2023-08-15", speaker="acled")
    later = dead("b/later", "3000 person", "2023-04-15/2023-08-15")

    assert ["un"] == [found.origin.id.lower() for found in corpus(FIRST, later, other).figures().series]


def test_nobody_named_and_figures_of_the_hoped_for_have_no_series() -> None:
    unknown = [
        dead("a/1", "1000 person", "2023-06", speaker="unknown"),
        dead("b/1", "2000 person", "2023-07", speaker="unknown"),
    ]
    pledged = [
        dead("a/1", "1000 person", "2023-06", modality="pledged"),
        dead("b/1", "2000 person", "2023-07", modality="pledged"),
    ]

    assert () == corpus(*unknown).figures().series
    assert () == corpus(*pledged).figures().series


def test_another_place_or_kind_of_goods_is_another_series() -> None:
    here = dead("a/1", "1000 person", "2023-06", place="Khartoum")
    there = dead("b/1", "2000 person", "2023-07", place="El Geneina")

    assert () == corpus(here, there).figures().series


def test_a_figure_without_any_date_stands_apart() -> None:
    undated = dead("b/undated", "5000 person")

    found = only(FIRST, undated)

    assert ["a/june"] == [step.point.claim.id for step in found.steps]
    assert ["b/undated"] == [claim.id for claim in found.undated]
    assert "no date: b/undated" in str(found)


def test_a_figure_without_a_window_counts_up_to_the_day_that_it_speaks_from() -> None:
    later = dead("b/later", "3000 person", said="2023-09-01")

    step = only(FIRST, later).steps[1]

    assert ("2023-09-01", None) == (str(step.point.end), step.point.start)
    assert Change.GROWTH is step.change


def test_a_series_prints_one_line_for_each_figure() -> None:
    lines = str(only(FIRST, dead("b/later", "400 person", "2023-04-15/2023-08-15"))).splitlines()

    assert "UN, cumulative" == lines[0].replace("un", "UN")
    assert ["up", "to", "figure", "since", "as", "of", "change", "why", "claim"] == lines[1].split()
    assert "fall    a total since 2023-04-15 cannot become smaller  b/later" in lines[3]


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        FIRST,
        dead("b/2", "3000 person", "2023-04-15/2023-08-15"),
        dead("c/3", "5000 person", "2023-04-15/2023-09-15"),
    ]

    assert corpus(*claims).figures().series == corpus(*reversed(claims)).figures().series
