"""Topics of which it is told without a closer look that nothing grave can come of them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import permutations
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import claim, corpus
from osintkp.checks import figures_conflict as check
from osintkp.checks._apart import Topic, compared, surely_clash
from osintkp.checks._suspected import suspected
from osintkp.checks._told import tellings
from osintkp.checks._topics import BY_FIGURE
from osintkp.claim import Claim
from osintkp.claims import Claims
from osintkp.dates import When
from osintkp.evidence import Source
from osintkp.facts import shipped
from osintkp.findings import Finding
from osintkp.group import Group
from osintkp.units import Amount
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

RICE: dict[str, Any] = {"sender": "VN", "recipient": "ML", "item": "food/grain/rice", "when": "2021"}


def topic(*claims: Claim) -> Group:
    (found,) = BY_FIGURE(corpus(*claims).claims, shipped())
    return found


def told(*rows: dict[str, Any]) -> Group:
    """Return the topic of some figures, each of a source of its own."""
    return topic(*(claim(f"s{place}/1", **{**RICE, **row}) for place, row in enumerate(rows)))


def nothing_suspected(group: Group) -> bool:
    return suspected(group) == set()


def above_info(group: Group) -> list[Finding]:
    return [found for found in check.find(group) if found.severity is not Severity.INFO]


def graver_than_info(group: Group) -> bool:
    return bool(above_info(group))


@pytest.mark.parametrize(
    "rows",
    [
        [{"amount": "300 tonne"}, {"amount": "~320 tonne"}, {"amount": "300000 kilogram"}],
        [{"amount": ">=65 tonne"}, {"amount": ">=60 tonne"}],
        [{"amount": ">=65 tonne"}, {"amount": "<=65 tonne"}],
        [{"amount": "0 tonne"}, {"amount": "<10 tonne"}],
        [{"amount": "300 tonne"}, {"amount": "900 tonne", "modality": "pledged"}],
        [{"amount": "300 tonne"}, {"amount": "900 tonne", "item": "vehicles/truck"}],
        [{"amount": "300 tonne"}, {"amount": "900 tonne", "item": "food/grain"}],
        [{"amount": "300 tonne"}, {"amount": "900 tonne", "when": "2022"}],
        [{"amount": "300 tonne"}, {"amount": "900 tonne", "when": "2020/2021"}],
        [{"amount": f"{each}00 tonne", "when": f"20{each:02}"} for each in range(1, 15)],
        [{"amount": "300 tonne", "measure": "stock"}, {"amount": "900 tonne", "measure": "flow"}],
        [{"amount": f"{each}00 tonne", "measure": "cumulative", "when": f"2021-01/2021-0{each}"} for each in range(1, 7)],
        [
            {"amount": "300 tonne", "measure": "cumulative", "when": "2012-01-01/2021-03-01"},
            {"amount": "400 tonne", "measure": "cumulative", "when": "2012-01-01/2021-03-31"},
        ],
        [{"amount": "300 tonne"}, {"amount": "100 tonne", "links": {"part_of": "s0/1"}}],
        [{"amount": "300 tonne"}, {"amount": "40 tonne", "links": {"share_of": "s0/1"}}, {"amount": "310 tonne"}],
    ],
    ids=lambda rows: " and ".join(" ".join(map(str, row.values())) for row in rows)[:60],
)  # fmt: skip
def test_figures_that_can_all_hold_or_are_surely_of_two_things_are_not_suspected(
    rows: list[dict[str, Any]],
) -> None:
    group = told(*rows)

    assert nothing_suspected(group)
    assert not graver_than_info(group)


@pytest.mark.parametrize(
    "rows",
    [
        [{"amount": "300 tonne"}, {"amount": "~900 tonne"}, {"amount": "300000 kilogram"}],
        [{"amount": ">=65 tonne"}, {"amount": "<=60 tonne"}],
        [{"amount": ">65 tonne"}, {"amount": "<=65 tonne"}],
        [{"amount": "300 tonne"}, {"amount": "900 tonne", "modality": "alleged"}],
        [{"amount": "900 tonne"}, {"amount": "300 tonne", "item": "food/grain"}],
        [{"amount": "900 tonne"}, {"amount": "300 tonne", "item": None}],
        [{"amount": "900 tonne"}, {"amount": "300 tonne", "when": None}],
        [{"amount": "900 tonne", "when": None}, {"amount": "300 tonne"}],
        [{"amount": "900 tonne", "when": "2021/.."}, {"amount": "300 tonne", "when": "2021/.."}],
        [{"amount": "300 tonne"}, {"amount": "900 tonne", "when": "2021-01-01/2021-12-31"}],
        [{"amount": "900 tonne"}, {"amount": "300 tonne", "when": "2020/2021"}],
        [{"amount": "300 tonne", "measure": "cumulative"}, {"amount": "900 tonne", "measure": "flow"}],
        [
            {"amount": "400 tonne", "measure": "cumulative", "when": "2012-01-01/2021-03-01"},
            {"amount": "300 tonne", "measure": "cumulative", "when": "2012-01-01/2021-03-31"},
        ],
        [
            {"amount": "300 tonne", "measure": "flow", "when": "2012-01-01/2021-03-01"},
            {"amount": "400 tonne", "measure": "flow", "when": "2012-01-01/2021-03-31"},
        ],
        [{"amount": "300 tonne"}, {"amount": "100 tonne", "links": {"supports": "s0/1"}}],
        [{"amount": "30"}, {"amount": "30 percent"}],
        [{"amount": "30 percent"}, {"amount": "30"}],
        [
            {"amount": "300 tonne"},
            {"amount": "40 tonne", "links": {"part_of": "s0/1"}},
            {"amount": "90 tonne", "links": {"part_of": "s0/1"}},
        ],
        [{"amount": "300 tonne"}, {"amount": "40 tonne", "links": {"part_of": "s0/1"}}, {"amount": "900 tonne"}],
    ],
    ids=lambda rows: " and ".join(" ".join(map(str, row.values())) for row in rows)[:60],
)  # fmt: skip
def test_figures_that_may_clash_are_looked_at(rows: list[dict[str, Any]]) -> None:
    group = told(*rows)

    assert not nothing_suspected(group)
    assert graver_than_info(group)


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize("year", [500, 200, 1000])
def test_two_of_one_month_that_clash_are_each_held_against_the_figure_of_the_year(
    order: tuple[int, ...], year: int
) -> None:
    rows = [
        {"amount": "300 tonne", "when": "2021-03"},
        {"amount": "900 tonne", "when": "2021-03"},
        {"amount": f"{year} tonne"},
    ]
    group = told(*(rows[place] for place in order))

    assert above_info(group) == list(check.grave(group))
    assert 1 + sum(year < most for most in (300, 900)) == len(above_info(group))


def test_a_part_whose_record_shows_what_it_is_a_part_of_may_clash_with_another() -> None:
    whole = claim("s0/1", **RICE, amount="300 tonne")
    part = claim("s1/1", **{**RICE, "item": "food/grain"}, amount="100 tonne", links={"part_of": "s0/1"})
    other = claim("s2/1", **{**RICE, "item": "food/grain"}, amount="350 tonne")

    assert nothing_suspected(topic(whole, other))
    assert not nothing_suspected(topic(whole, part, other))


def totals(*figures: int) -> Group:
    """Return the topic of running totals, of which each counts a day longer than the one before."""
    days = [date(2021, 1, 1) + timedelta(days=place) for place in range(len(figures))]
    return told(
        *(
            {"amount": f"{figure} tonne", "measure": "cumulative", "when": f"2020-12-01/{day}"}
            for figure, day in zip(figures, days, strict=True)
        )
    )


def test_totals_that_rise_from_day_to_day_are_not_suspected_however_many() -> None:
    assert nothing_suspected(totals(*range(1000, 1400)))
    assert not nothing_suspected(totals(*range(1000, 1400), 500))
    assert not nothing_suspected(totals(500, *range(1000, 1400), 300))


@pytest.mark.parametrize(
    "row", [{"when": "2020-12-01/2021-01-01"}, {"when": "2020-12-01/2020-12-31"}, {"measure": "flow"}]
)
def test_a_total_beside_which_another_stands_that_is_lower_may_clash(row: dict[str, Any]) -> None:
    usual = {"measure": "cumulative", "when": "2020-12/2020-12-31"}

    assert not nothing_suspected(
        told({**usual, "amount": "300 tonne"}, {**usual, "amount": "100 tonne", **row})
    )


def test_what_may_clash_alone_is_suspected_among_other_goods_places_and_times() -> None:
    group = told(
        {"amount": "300 tonne"},
        {"amount": "900 tonne"},
        {"amount": "40 tonne", "item": "munitions/mortar"},
        {"amount": "40 tonne", "when": "2019"},
        {"amount": "70 tonne", "destination": "Bamako"},
        {"amount": "5000 tonne", "destination": "Goma", "when": "2018"},
    )
    some = suspected(group)

    assert some is not None
    assert {("food/grain/rice", None), ("food/grain/rice", "Bamako")} == {
        (thing.item, thing.places[-1]) for thing, _ in some
    }


@pytest.mark.parametrize(
    ("place", "expected"), [("Bukavu", True), ("Nowhere", True), ("North Kivu", False), ("goma", False), (None, False)]
)  # fmt: skip
def test_forces_of_one_state_in_two_places_are_of_two_things(place: str | None, expected: bool) -> None:
    usual: dict[str, Any] = {"sender": "RW", "when": "2024"}
    one = claim("s0/1", "troop_deployment", **usual, amount="4000 person", place="Goma")
    where: dict[str, Any] = {} if place is None else {"place": place}
    other = claim("s1/1", "troop_deployment", **usual, amount="900 person", **where)

    assert expected is nothing_suspected(topic(one, other))


def test_a_record_type_of_ones_own_may_list_the_actors_of_its_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[dict[str, Any]] = [
        {"amount": "300 tonne"},
        {"amount": "40 tonne", "links": {"part_of": "s0/1"}},
        {"amount": "900 tonne"},
    ]
    expected = suspected(told(*rows))
    kind = type(claim("s/1").record)
    monkeypatch.setattr(kind, "topic", property(lambda record: [record.sender, record.recipient]))

    assert expected
    assert expected == suspected(told(*rows))


def test_of_too_many_things_it_is_not_told_which_are_suspected() -> None:
    def of(count: int) -> Group:
        return told(
            *(
                {"amount": f"{count + each * 50} tonne", "item": f"zz goods {each:03}"}
                for each in range(count)
            )
        )

    assert suspected(of(200)) is None


AMOUNT, DATE = cache(Amount.parse), cache(When.parse)  # equal values are one object, as where a file was read
FIGURES = (
    "90",
    "100",
    "110",
    "~100",
    ">100",
    "<100",
    ">=100",
    "<=100",
    "90..100",
    "100..100",
    "300",
    "~1000..",
    "50",
    "0",
)
FORMS = ("<={0} {1}", ">={0} {1}", "<{0} {1}", ">{0} {1}", "{0}..{0} {1}", "~{0} {1} @exact")
TONNES, SHARES = ("tonne", "kilogram", "gram", "kilotonne", "short_ton", "long_ton"), ("percent", "")
NUMBERS = ("0.3263", "1.757", "825.8", "297.944", "0.57", "0.29")
WINDOWS = (
    "2021", "2021-03", "2021-03-05", "2021-03/2021-06", "2021-03/2021-07", "2021-01/2021-06", "2020-09/..", "../2018", "2021-06~",
    "2021?", "XXXX-09", "2021/", "2012-01/2020-12", "2012-01/2021-01", "2012-01/2021-02", "2021-01-01/2021-12-31", "2021-01-01/2021-12-30",
)  # fmt: skip
GOODS = ("food/grain/rice", "food/grain", "food", "aid", "zz goods", None, "vehicles/truck")
MEASURES = ("flow", "cumulative", "stock", "rate", None)
SPEAKERS = ("VN", "ML", "un", "bbc", "unknown", None)


@cache
def restated(form: str, number: str, unit: str) -> Amount:
    """Return a figure of tonnes or of a percentage in another unit, so that two with one number touch."""
    return Amount.parse(form.format(number, "percent" if unit in SHARES else "tonne")).converted(unit)


@st.composite
def topics(draw: st.DrawFn) -> Claims:
    """Draw figures of one topic that differ here and there."""
    usual = st.sampled_from([True, True, True, draw(st.booleans())])

    def some(values: tuple[Any, ...]) -> Any:
        return values[0] if draw(usual) else draw(st.sampled_from(values))

    ids = [
        f"{draw(st.sampled_from(('wire', 'daily', 'radio')))}/c{number}"
        for number in range(draw(st.integers(2, 6)))
    ]
    people, shares = draw(st.booleans()), draw(st.sampled_from([False, False, True]))
    units = SHARES if shares else ("person",) if people else ("tonne", "kilogram")
    touching = None if people else draw(st.sampled_from((None, None, *NUMBERS)))
    made = []

    def amount() -> Amount:
        if touching is None or draw(st.integers(0, 4)) == 0:
            return AMOUNT(f"{some(FIGURES)} {some(units)}".strip())
        return restated(
            draw(st.sampled_from(FORMS)), touching, draw(st.sampled_from(SHARES if shares else TONNES))
        )

    for name in ids:
        kinds = st.sampled_from([LinkKind.PART_OF, LinkKind.PART_OF, LinkKind.SHARE_OF, *LinkKind])
        targets = st.sampled_from([other for other in ids if other != name])
        links = draw(st.dictionaries(kinds, targets, max_size=1 if draw(usual) else 2))
        shape = {
            "amount": amount(),
            "when": None if (when := some(WINDOWS)) is None else DATE(when), "item": some((None, "vehicles/truck") if people else GOODS), "measure": some(MEASURES),
        }  # fmt: skip
        parties = {"actor": "ML", "place": some((None, "Bamako", "ML", "Goma"))} if people else {
            "sender": "VN", "recipient": "ML", "destination": some((None, "Bamako", "ML")),
        }  # fmt: skip
        made.append(
            claim(
                name, "loss" if people else "shipment", speaker=draw(st.sampled_from(SPEAKERS)), links=links,
                said=draw(st.sampled_from((None, "2021-05-01", "2021-06-01"))),
                modality=some(("stated", "estimated", "capacity", "pledged")),
                **{key: value for key, value in (shape | parties).items() if value is not None},
            )
        )  # fmt: skip
    sources = [Source(id=name, published=When.parse("2021-07")) for name in ("wire", "daily", "radio")]
    return Claims(made, sources)


@given(claims=topics())
@settings(max_examples=400, deadline=None)
def test_nothing_grave_is_found_where_nothing_is_suspected(claims: Claims) -> None:
    for group in BY_FIGURE(claims, shipped()):
        assert not (nothing_suspected(group) and graver_than_info(group))


@given(claims=topics())
@settings(max_examples=400, deadline=None)
def test_grave_findings_alone_are_those_above_info_of_all(claims: Claims) -> None:
    for group in BY_FIGURE(claims, shipped()):
        assert above_info(group) == list(check.grave(group))


@given(claims=topics(), most=st.integers(2, 5), beside=st.integers(1, 4))
@settings(max_examples=400, deadline=None)
def test_grave_findings_alone_are_those_above_info_where_each_figure_is_held_against_the_next_few(
    claims: Claims, most: int, beside: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "MOST_TOLD", most)
        patch.setattr(check, "NEXT", beside)

        for group in BY_FIGURE(claims, shipped()):
            assert above_info(group) == list(check.grave(group))


def surely_and_worked_out(group: Group) -> list[tuple[bool, bool]]:
    """Return of every two figures without a common number whether they surely clash, and whether they do once it is worked out."""
    told = tellings(group)
    topic = Topic(group=group, told=told)
    found = []
    for one, other in check._pairs(told, told):
        apart = compared(topic, one, other)
        clash = apart is not None and (apart.severity, apart.found.verdict) == (
            Severity.ERROR,
            Verdict.CONFLICT,
        )
        found.append((surely_clash(one, other), clash))
    return found


@given(claims=topics())
@settings(max_examples=400, deadline=None)
def test_figures_that_surely_clash_do_so_once_it_is_worked_out(claims: Claims) -> None:
    for group in BY_FIGURE(claims, shipped()):
        assert all(clash for surely, clash in surely_and_worked_out(group) if surely)


@pytest.mark.parametrize(
    ("sure", "row"),
    [
        (True, {}),
        (True, {"when": "2021-01/2021-12"}),
        (False, {"when": "2021-01/2021-06"}),
        (False, {"when": None}),
        (False, {"links": {"supports": "s0/1"}}),
        (False, {"speaker": "un"}),
        (False, {"source": "s0"}),
    ],
    ids=str,
)
def test_two_who_differ_in_their_figures_alone_surely_clash(sure: bool, row: dict[str, Any]) -> None:
    place = row.pop("source", "s1")
    first = claim("s0/1", **RICE, amount="300 tonne", speaker="un")
    other = claim(f"{place}/2", **{**RICE, "speaker": "bbc", **row}, amount="900 tonne")

    assert [sure] == [surely for surely, _ in surely_and_worked_out(topic(first, other))]


def test_the_dead_of_two_days_never_surely_clash() -> None:
    dead: dict[str, Any] = {"actor": "ML", "place": "Goma", "when": "2021"}
    few = claim("s0/1", "loss", **dead, amount="300 person", speaker="un")
    many = claim("s1/1", "loss", **dead, amount="900 person", speaker="bbc")

    assert [False] == [surely for surely, _ in surely_and_worked_out(topic(few, many))]


def test_figures_with_one_and_the_same_date_are_all_held_against_each_other() -> None:
    when = When.parse("2021")
    rows = [(f"s{place}/1", f"{figure} tonne") for place, figure in enumerate((300, 310, 900))]

    assert not nothing_suspected(
        topic(*(claim(name, **{**RICE, "when": when}, amount=text) for name, text in rows))
    )


def test_claims_without_a_figure_are_passed_over_wherever_they_are_grouped() -> None:
    claims = [
        claim("s0/1", **RICE, amount="300 tonne"),
        claim("s1/1", **RICE),
        claim("s2/1", **RICE, amount="900 tonne"),
    ]
    whole = corpus(*claims)
    group = Group(key="all", claims=tuple(claims), beyond=whole.claims, facts=shipped())

    for find in (check.grave, check.find):
        assert [("conflict", ("s0/1", "s2/1"))] == [(found.verdict, found.claims) for found in find(group)]
    assert [] == list(check.find(attrs.evolve(group, claims=(claims[1],))))
