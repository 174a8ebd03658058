"""Running totals of one origin, which never fall."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta
from typing import Any

import pytest

import osintkp
from builders import claim, corpus
from osintkp import When
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

TANKS: dict[str, Any] = {
    "kind": "loss",
    "actor": "SD",
    "item": "vehicles/tank",
    "measure": "cumulative",
    "speaker": "rsf",
}
MAY, JUNE = "2023-04-15/2023-05-10", "2023-04-15/2023-06-01"


def found(*claims: Any, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="cumulative-falls")


def total(name: str, amount: str | None, when: str | None, **fields: Any) -> Any:
    return claim(name, **{**TANKS, "amount": amount, "when": when, **fields})


def only(*claims: Any, **sources: Any) -> Finding:
    (finding,) = found(*claims, **sources)
    return finding


def test_a_total_that_falls_is_a_conflict() -> None:
    finding = only(total("a/1", "120 tank", MAY), total("b/1", "80 tank", JUNE))

    assert (Severity.ERROR, Verdict.CONFLICT, "QTY104") == (finding.severity, finding.verdict, finding.code)
    assert ("b/1", "a/1") == finding.claims
    assert (
        "rsf gave 120 tank up to 2023-05-10 (a/1) and 80 tank up to 2023-06-01 (b/1): a running total since 2023-04-15 cannot become smaller"
        == finding.message
    )
    assert (
        "a/1: 120 tank stands for 115 to 125 tank",
        "b/1: 80 tank stands for 76 to 84 tank",
        "120 - 80 = 40 tank fewer in 22 days, from 2023-05-10 to 2023-06-01",
    ) == finding.working
    assert 3 == len(finding.assumptions)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (">1.757 kilotonne", "<=1757 tonne", [Severity.ERROR]),
        (">=1.757 kilotonne", "<=1757 tonne", []),
        (">326.3 kilogram", "<=0.3263 tonne", [Severity.ERROR]),
        (">=326.3 kilogram", "<=0.3263 tonne", []),
    ],
)
def test_totals_that_touch_in_two_units_fall_where_one_leaves_its_end_out(
    earlier: str, later: str, expected: list[Severity]
) -> None:
    grain: dict[str, Any] = {"sender": "SD", "recipient": "TD", "item": "food/grain", "measure": "cumulative"}
    told = found(
        claim("a/1", **grain, speaker="rsf", when=MAY, amount=earlier),
        claim("b/1", **grain, speaker="rsf", when=JUNE, amount=later),
    )

    assert expected == [each.severity for each in told]


@pytest.mark.parametrize(
    ("earlier", "later", "falls"),
    [
        ("120 tank", "119 tank", False),
        ("120 tank", "113 tank", True),
        ("120 tank", "114 tank", True),
        ("120 tank", "115 tank", False),
        (">120 tank", "<=120 tank", True),
        (">=120 tank", "<=120 tank", False),
        ("120 tank", "120 tank", False),
        ("120 tank", "130 tank", False),
        ("~120 tank", "107 tank", True),
        ("~120 tank", "108 tank", False),
        (">=120 tank", "119 tank", True),
        (">=120 tank", "<=119 tank", True),
        (">=120 tank", ">=80 tank", False),
        ("<=120 tank", "80 tank", False),
        ("~200.. tank", "150 tank", True),
        ("100..120 tank", "80..90 tank", True),
        ("100..120 tank", "80..100 tank", False),
    ],
)
def test_hedges_and_rounding_are_allowed_for(earlier: str, later: str, *, falls: bool) -> None:
    assert falls == bool(found(total("a/1", earlier, MAY), total("b/1", later, JUNE)))


def test_bounds_have_no_difference() -> None:
    assert 2 == len(only(total("a/1", ">=120 tank", MAY), total("b/1", "80 tank", JUNE)).working)
    assert 2 == len(only(total("a/1", "120 tank", MAY), total("b/1", "<=80 tank", JUNE)).working)


def test_the_later_total_counts_by_its_end_and_not_by_its_place() -> None:
    assert 0 == len(found(total("a/1", "80 tank", MAY), total("b/1", "120 tank", JUNE)))
    assert ("a/1", "b/1") == only(total("a/1", "80 tank", JUNE), total("b/1", "120 tank", MAY)).claims


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ("speaker", "sudanese-armed-forces"),
        ("speaker", "unknown"),
        ("speaker", None),
        ("item", "vehicles/truck"),
        ("item", None),
        ("actor", "SS"),
        ("measure", "stock"),
        ("measure", None),
        ("stance", "denies"),
        ("modality", "capacity"),
        ("modality", "predicted"),
        ("modality", "pledged"),
        ("place", "Khartoum"),
        ("amount", "80 tonne"),
        ("amount", None),
    ],
)
def test_only_totals_of_one_thing_and_one_origin_are_compared(change: str, value: Any) -> None:
    earlier = total("a/1", "120 tank", MAY)

    assert 1 == len(found(earlier, total("b/1", "80 tank", JUNE)))
    assert 0 == len(found(earlier, total("b/1", **{"amount": "80 tank", "when": JUNE, change: value})))


@pytest.mark.parametrize(
    ("first", "second", "compared"),
    [
        ("capacity", "pledged", False),
        ("predicted", "capacity", False),
        ("predicted", "conditional", True),
        ("pledged", "authorised", True),
    ],
)
def test_totals_are_compared_within_one_mode(first: str, second: str, *, compared: bool) -> None:
    claims = total("a/1", "120 tank", MAY, modality=first), total("b/1", "80 tank", JUNE, modality=second)

    assert compared == bool(found(*claims))


def test_two_unknown_origins_are_not_one() -> None:
    assert 0 == len(
        found(
            *(
                total(f"{name}/1", amount, when, speaker="unknown")
                for name, amount, when in (("a", "120 tank", MAY), ("b", "80 tank", JUNE))
            )
        )
    )


@pytest.mark.parametrize(
    ("kind", "change", "value"),
    [
        ("shipment", "calibre", "152 mm"),
        ("shipment", "destination", "Tartus"),
        ("shipment", "origin", "Bandar Abbas"),
        ("shipment", "origin", None),
        ("troop_deployment", "theatre", "Idlib"),
        ("troop_deployment", "place", "Homs"),
    ],
)
def test_totals_of_other_places_and_calibres_are_kept_apart(
    kind: str, change: str, value: str | None
) -> None:
    goods = {"amount": "900 round", "calibre": "122 mm", "destination": "Latakia", "origin": "Chabahar"}
    men = {"amount": "900 person", "theatre": "Aleppo", "place": "Hama"}
    shared: dict[str, Any] = {
        "kind": kind,
        "sender": "IR",
        "recipient": "SY",
        "measure": "cumulative",
        "speaker": "IL",
    } | (goods if kind == "shipment" else men)
    lower = shared | {"amount": shared["amount"].replace("900", "500"), "when": "2020/2022"}
    first = claim("a/1", **shared, when="2020/2021")

    assert 1 == len(found(first, claim("b/1", **lower)))
    assert 0 == len(found(first, claim("b/1", **{**lower, change: value})))


def test_offices_of_one_state_are_one_origin_and_estimates_meet_statements() -> None:
    first = total("a/1", "120 tank", MAY, speaker="shin-won-sik", modality="estimated")

    finding = only(first, total("b/1", "80 tank", JUNE, speaker="KR"))

    assert finding.message.startswith("KR gave 120 tank")


def test_units_of_one_kind_are_compared() -> None:
    oil: dict[str, Any] = {
        "kind": "shipment",
        "sender": "IR",
        "recipient": "SY",
        "item": "fuel",
        "measure": "cumulative",
        "speaker": "IL",
    }
    first, second = (
        claim("a/1", **oil, amount="5 tonne", when="2020/2021"),
        claim("b/1", **oil, amount="4000 kilogram", when="2020/2022"),
    )

    assert (
        "5 - 4 = 1 tonne fewer in 365 days, from 2021-12-31 to 2022-12-31" == only(first, second).working[2]
    )


def test_a_count_that_begins_later_was_restarted() -> None:
    finding = only(total("a/1", "120 tank", MAY), total("b/1", "80 tank", "2023-05-01/2023-06-01"))

    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        ": the count was restarted, it begins on 2023-05-01 and no longer on 2023-04-15"
    )


def test_a_longer_count_that_is_lower_is_a_conflict_all_the_more() -> None:
    assert (
        Severity.ERROR
        is only(total("a/1", "120 tank", MAY), total("b/1", "80 tank", "2023-01-01/2023-06-01")).severity
    )


def test_beginnings_that_may_be_two_days_leave_it_open() -> None:
    finding = only(
        total("a/1", "120 tank", "2023-04/2023-05-10"), total("b/1", "80 tank", "2023-04-15/2023-06-01")
    )

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        ": a conflict if both count from one day; 2023-04 and 2023-04-15 may be two days, and then the count was restarted"
    )


def test_two_months_written_alike_are_one_beginning() -> None:
    assert (
        Severity.ERROR
        is only(
            total("a/1", "120 tank", "2023-04/2023-05-10"), total("b/1", "80 tank", "2023-04/2023-06-01")
        ).severity
    )


@pytest.mark.parametrize(
    ("first", "second", "blank"),
    [
        (None, JUNE, "a/1 does"),
        (MAY, None, "b/1 does"),
        (None, None, "a/1 and b/1 does"),
        ("2023-05-10", JUNE, "a/1 does"),
        ("../2023-05-10", JUNE, "a/1 does"),
    ],
)
def test_a_total_without_a_beginning_leaves_it_open(
    first: str | None, second: str | None, blank: str
) -> None:
    claims = (
        total("a/1", "120 tank", first, said="2023-05-10"),
        total("b/1", "80 tank", second, said="2023-06-02"),
    )

    finding = only(*claims)

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert (
        f"): {blank} not say from when it counts; a conflict if both count from one day, a restart if the later begins later"
        in finding.message
    )


def test_without_a_beginning_a_fall_within_the_hedges_is_none() -> None:
    assert 0 == len(
        found(
            total("a/1", "~120 tank", None, said="2023-05-10"),
            total("b/1", "110 tank", None, said="2023-06-02"),
        )
    )


def test_a_window_without_an_end_counts_to_the_day_it_was_said_else_published() -> None:
    first, second = (
        total("a/1", "120 tank", "2023-04-15/..", said="2023-05-10"),
        total("b/1", "80 tank", "2023-04-15/.."),
    )

    assert 0 == len(found(first, second))
    assert (
        "up to 2023-06-01 to 2023-06-30 (b/1)"
        in only(first, second, b={"published": When.parse("2023-06")}).message
    )
    assert 0 == len(found(first, second, b={"published": When.parse("2023-05-10")}))
    assert 0 == len(found(first, second, b={"published": When.parse("2023-06/..")}))
    assert 0 == len(found(first, second, b={"published": When.parse("../2023-06")}))


def test_ends_that_may_be_one_day_are_in_no_order() -> None:
    assert 0 == len(
        found(
            total("a/1", "120 tank", "2023-04-15/2023-05-10"), total("b/1", "80 tank", "2023-04-15/2023-05")
        )
    )
    assert 0 == len(found(total("a/1", "120 tank", MAY), total("b/1", "80 tank", MAY)))
    assert 1 == len(
        found(
            total("a/1", "120 tank", "2023-04-15/2023-05-10"),
            total("b/1", "80 tank", "2023-04-15/2023-05-11"),
        )
    )


def test_a_year_is_a_window_of_its_own() -> None:
    finding = only(total("a/1", "120 tank", "2023"), total("b/1", "80 tank", "2024"))

    assert Verdict.DIFFERENT_WINDOW is finding.verdict
    assert "begins on 2024 and no longer on 2023" in finding.message


def test_each_total_meets_only_the_highest_earlier_one() -> None:
    weeks = ("2023-05-01", "2023-05-08", "2023-05-15", "2023-05-22", "2023-05-29")
    amounts = (100, 160, 120, 110, 300)
    claims = [
        total(f"s{number}/1", f"{amount} tank", f"2023-04-15/{week}")
        for number, (week, amount) in enumerate(zip(weeks, amounts, strict=True))
    ]

    assert [("s2/1", "s1/1"), ("s3/1", "s1/1")] == [finding.claims for finding in found(*claims)]


def test_of_two_equal_peaks_the_one_with_the_first_id_is_named() -> None:
    claims = [
        total("c/1", "160 tank", "2023-04-15/2023-05-02"),
        total("a/1", "160 tank", "2023-04-15/2023-05-03"),
        total("d/1", "80 tank", JUNE),
    ]

    assert ("d/1", "a/1") == only(*claims).claims


def test_the_gravest_of_several_beginnings_is_told() -> None:
    old = total("a/1", "500 tank", "2023-01-01/2023-05-01")
    same = total("b/1", "120 tank", MAY)
    later = total("c/1", "80 tank", JUNE)

    assert [(Severity.ERROR, ("c/1", "b/1")), (Severity.INFO, ("b/1", "a/1"))] == [
        (finding.severity, finding.claims) for finding in found(old, same, later)
    ]


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        total(f"s{number}/1", f"{amount} tank", f"2023-04-15/2023-05-{10 + number}")
        for number, amount in enumerate((50, 90, 40, 90, 60, 20))
    ]
    expected = found(*claims)

    assert 3 == len(expected)
    for seed in range(6):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims)


def test_a_daily_count_of_years_is_read_in_no_time() -> None:
    start = date(2022, 2, 24)
    claims = [
        total(f"s{day}/1", f"{10 * day + 1000} tank", f"2022-02-24/{start + timedelta(days=day)}")
        for day in range(1500)
    ]
    group = corpus(*claims)
    started = time.process_time()

    assert 0 == len(group.check(select="cumulative-falls"))
    assert time.process_time() - started < 5


def test_on_the_seeds_no_total_falls() -> None:
    assert 0 == len(osintkp.load_seeds().check(select="cumulative-falls"))


def test_an_old_figure_that_is_told_without_a_day_is_no_fall() -> None:
    dead: dict[str, Any] = {
        "kind": "loss",
        "actor": "PS",
        "by": "IL",
        "measure": "cumulative",
        "speaker": "hamas",
    }
    march = claim("a/1", **dead, amount="31045 person", said="2024-03-10", when="2023-10-07/2024-03-10")
    may = claim("b/1", **dead, amount="36284 person", said="2024-05-31", when="2023-10-07/2024-05-31")

    def falls(*claims: Any, **fields: Any) -> int:
        late = claim("c/1", **{**dead, "amount": "31045 person", "when": "2023-10-07/..", **fields})
        found = corpus(*claims, late, c={"published": osintkp.When.parse("2024-06-03")})
        return len(found.check(select="cumulative-falls"))

    assert 0 == falls(march, may)
    assert 1 == falls(may)
    assert 1 == falls(march, may, amount="31046 person")
    assert 1 == falls(march, may, said="2024-06-02")
    assert 1 == falls(march, may, when="2023-10-07/2024-06-02")


def test_the_wounded_and_the_parts_are_totals_of_their_own() -> None:
    dead: dict[str, Any] = {
        "kind": "loss",
        "actor": "PS",
        "by": "IL",
        "measure": "cumulative",
        "speaker": "hamas",
    }
    hurt = claim("a/1", **dead, quote="72,654 wounded", amount="72654 person", when="2023-10-07/2024-03-10")

    def falls(quote: str, **links: str) -> int:
        later: dict[str, Any] = {**dead, "amount": "36284 person", "when": "2023-10-07/2024-05-31"}
        return len(
            corpus(hurt, claim("b/1", **later, quote=quote, links=links)).check(select="cumulative-falls")
        )

    assert [0, 1] == [falls("36,284 killed"), falls("36,284 wounded")]
    assert 0 == falls("36,284 of the wounded", part_of="x/1")


@pytest.mark.parametrize("more", [">1757 tonne", ">1.757 kilotonne"])
@pytest.mark.parametrize("names", [("a/1", "b/1"), ("b/1", "a/1")])
def test_of_two_totals_of_one_number_the_one_that_leaves_it_out_is_the_higher(
    more: str, names: tuple[str, str]
) -> None:
    rice = {"item": "food/grain/rice"}
    earlier = [total(names[0], ">=1757 tonne", MAY, **rice), total(names[1], more, MAY, **rice)]

    finding = only(*earlier, total("c/1", "<=1757 tonne", JUNE, **rice))

    assert (Verdict.CONFLICT, ("c/1", names[1])) == (finding.verdict, finding.claims)
    assert not found(earlier[0], total("c/1", "<=1757 tonne", JUNE, **rice))


@pytest.mark.parametrize(
    ("retold", "falls"), [("1003 tonne", False), ("1.003 kilotonne", False), ("1.103 kilotonne", True)]
)
def test_an_old_total_is_known_again_without_a_day_in_another_unit(retold: str, falls: bool) -> None:
    rice = {"item": "food/grain/rice"}
    days = {"a": "2023-05-12", "b": "2023-06-12", "d": "2023-07-01"}

    told = found(
        total("a/1", "1003 tonne", MAY, **rice),
        total("b/1", "1200 tonne", JUNE, **rice),
        total("d/1", retold, "2023-04-15/..", **rice),
        **{name: {"published": When.parse(day)} for name, day in days.items()},
    )

    assert falls is bool(told)
