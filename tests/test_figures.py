"""The figures that answer one question: side by side, with the band they share and the sum that they may have."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import claim, corpus
from osintkp import Amount, Claim, Link, Source, When
from osintkp.errors import DimensionError, InvalidValueError
from osintkp.figures import Figure, Figures, figure_of
from osintkp.origins import Origin, as_of

SUDAN: dict[str, Any] = {"sender": "IR", "recipient": "SD", "item": "aircraft/uncrewed", "when": "2024-01"}


def drones(name: str, amount: str | None, **more: Any) -> Claim:
    return claim(name, **(SUDAN | {"amount": amount} | more))


def figures(*claims: Claim, **sources: Any) -> Figures:
    return corpus(*claims, **sources).figures()


@pytest.mark.parametrize(
    ("more", "comparable"),
    [
        ({}, True),
        ({"modality": "estimated"}, True),
        ({"modality": "alleged"}, True),
        ({"modality": "capacity"}, False),
        ({"modality": "pledged"}, False),
        ({"modality": "predicted"}, False),
        ({"modality": "conditional"}, False),
        ({"modality": "authorised"}, False),
        ({"stance": "denies"}, False),
    ],
    ids=str,
)
def test_a_figure_of_what_is_or_was_is_comparable(more: dict[str, Any], comparable: bool) -> None:
    (figure,) = figures(drones("wire/1", "40 drone", **more))

    assert comparable is figure.comparable


def test_a_limit_is_no_figure_of_what_was() -> None:
    (cap,) = figures(claim("un/cap", "limit", on="KP", item="fuel/crude", amount="<=4000000 barrel"))

    assert not cap.comparable


def test_a_figure_has_its_claim_its_amount_its_origin_and_its_day() -> None:
    said = drones("wire/1", "40 drone", speaker="us-department-of-state", said="2024-02-02")
    found = figure_of(said, corpus(said).claims)

    assert found == Figure(
        claim=said, amount=Amount.parse("40 drone"), origin=Origin(id="US", actor="us-department-of-state"),
        as_of=When.parse("2024-02-02"),
    )  # fmt: skip


def test_a_claim_without_an_amount_gives_no_figure() -> None:
    vague = drones("wire/1", None)

    assert figure_of(vague, corpus(vague).claims) is None
    assert 1 == len(figures(vague, drones("wire/2", "40 drone")))


SOURCE = Source(id="wire", published=When.parse("2024-03"))


@pytest.mark.parametrize(
    ("said", "passed_on", "source", "expected"),
    [
        ("2024-01-31", "2024-02", SOURCE, "2024-01-31"),
        (None, "2024-02", SOURCE, "2024-02"),
        (None, None, SOURCE, "2024-03"),
        (None, None, Source(id="wire"), None),
        (None, None, None, None),
        ("2024-01-31", None, None, "2024-01-31"),
    ],
)
def test_a_claim_speaks_from_when_it_was_said_or_passed_on_or_printed(
    said: str | None, passed_on: str | None, source: Source | None, expected: str | None
) -> None:
    when = None if passed_on is None else When.parse(passed_on)
    chain = (Link(actor="SD", when=when), Link(actor="afp", when=When.parse("2030")))
    each = attrs.evolve(drones("wire/1", "40 drone", said=said), attribution=chain)

    assert (None if expected is None else When.parse(expected)) == as_of(each, source)


def test_without_a_chain_the_source_gives_the_day() -> None:
    assert When.parse("2024-03") == as_of(drones("wire/1", "40 drone"), SOURCE)


def test_figures_stand_by_the_day_they_speak_from_and_the_undated_last() -> None:
    days = {
        "wire/2": "2024-02",
        "post/1": None,
        "paper/1": "2023-12-31",
        "blog/1": "../2024-01-15",
        "note/1": "2024-02-01",
    }
    found = figures(*(drones(name, "40 drone", said=said) for name, said in days.items()))

    assert ["paper/1", "blog/1", "note/1", "wire/2", "post/1"] == [figure.claim.id for figure in found]
    assert "paper/1" == found[0].claim.id
    assert "post/1" == found[-1].claim.id
    assert 5 == len(found)


def test_units_are_named_once_in_the_order_of_the_figures() -> None:
    found = figures(
        drones("wire/1", "40 drone", said="2024-01"),
        drones("wire/2", "3 crate", said="2024-02"),
        drones("wire/3", "50 drone", said="2024-03"),
    )

    assert ("drone", "crate") == found.units


def test_the_band_is_what_every_figure_allows() -> None:
    found = figures(
        drones("wire/1", "~40 drone"), drones("paper/1", ">38 drone"), drones("post/1", "<50 drone")
    )

    assert (38.0, 45.0) == found.band
    assert "common band: 38 to 45 drone, from 3 independent origins" == str(found).splitlines()[-1]


def test_an_unhedged_figure_may_have_been_rounded() -> None:
    assert (39.0, 42.0) == figures(drones("wire/1", "40 drone"), drones("paper/1", "39..100 drone")).band


def test_bands_that_meet_in_one_number_share_it() -> None:
    assert (45.0, 45.0) == figures(drones("wire/1", "~40 drone"), drones("paper/1", "45..50 drone")).band


@pytest.mark.parametrize(
    ("one", "other", "band"),
    [
        ("<45 drone", ">45 drone", None),
        ("<45 drone", ">=45 drone", None),
        ("<=45 drone", ">=45 drone", (45.0, 45.0)),
        ("<45 drone", "45..45 drone", None),
        ("<46 drone", "45..45 drone", (45.0, 45.0)),
    ],
)
def test_what_a_figure_leaves_out_is_in_no_common_band(
    one: str, other: str, band: tuple[float, float] | None
) -> None:
    assert band == figures(drones("wire/1", one), drones("paper/1", other)).band


@pytest.mark.parametrize(
    ("one", "other", "band"),
    [
        ("<=0.3263 tonne", ">=326.3 kilogram", (0.3263, 0.3263)),
        ("<0.3263 tonne", ">=326.3 kilogram", None),
        (">=1.757 kilotonne", "<=1757 tonne", (1.757, 1.757)),
    ],
)
def test_bands_that_meet_in_two_units_share_one_number(
    one: str, other: str, band: tuple[float, float] | None
) -> None:
    usual: dict[str, Any] = {"sender": "LY", "recipient": "IT", "item": "fuel/crude"}
    found = figures(claim("a/0", **usual, amount=one), claim("b/0", **usual, amount=other)).band

    assert found == (None if band is None else pytest.approx(band))
    assert found is None or found[0] <= found[1]


def test_bands_that_do_not_meet_share_nothing() -> None:
    found = figures(drones("wire/1", "~40 drone"), drones("paper/1", ">=45.5 drone"))

    assert found.band is None
    assert "no common band" == str(found).splitlines()[-1]


def test_a_band_may_be_open() -> None:
    above, below = figures(drones("wire/1", ">40 drone")), figures(drones("wire/1", "<40 drone"))

    assert "common band: 40 to ? drone, from 1 independent origin" == str(above).splitlines()[-1]
    assert "common band: ? to 40 drone, from 1 independent origin" == str(below).splitlines()[-1]


def test_the_band_is_in_the_unit_of_the_first_comparable_figure() -> None:
    oil: dict[str, Any] = {"sender": "LY", "recipient": "IT", "item": "fuel/crude"}
    hoped = claim("a/0", amount="900000 litre", said="2023-01", modality="pledged", **oil)
    first = claim("a/1", amount=">=500000 barrel", said="2023-02", **oil)
    second = claim("b/1", amount="<=100000 cubic_metre", said="2023-03", **oil)
    found = figures(hoped, first, second)

    assert pytest.approx((500000.0, 628981.077)) == found.band
    assert (
        "common band: 500,000 to 628,981.077 barrel, from 2 independent origins"
        == str(found).splitlines()[-1]
    )
    assert (first, second) == tuple(figure.claim for figure in found.comparable)


def test_capacities_pledges_and_denials_take_no_part_in_the_band() -> None:
    found = figures(
        drones("wire/1", "40 drone"),
        drones("wire/2", "900 drone", modality="capacity"),
        drones("wire/3", "500 drone", stance="denies"),
    )

    assert (38.0, 42.0) == found.band
    assert "from 1 independent origin" == str(found).splitlines()[-1].partition(", ")[2]


def test_a_figure_of_unknown_origin_adds_no_independent_one() -> None:
    found = figures(drones("wire/1", "40 drone"), drones("wire/2", "41 drone", speaker="unknown"))

    assert str(found).endswith("from 1 independent origin")
    assert ("wire/2",) == found.origins.unknown


def test_without_a_comparable_figure_there_is_no_band() -> None:
    assert figures(drones("wire/1", "40 drone", modality="pledged")).band is None
    assert figures().band is None


def test_figures_of_different_things_have_no_band_and_say_so() -> None:
    found = figures(drones("wire/1", "40 drone", said="2024-01"), drones("wire/2", "3 crate", said="2024-02"))

    with pytest.raises(DimensionError, match="'crate' and 'drone' measure different things"):
        assert found.band
    assert "no common band: the figures are in drone, crate" == str(found).splitlines()[-1]


def test_figures_print_as_a_table() -> None:
    found = figures(
        drones("wire/1", "~40 drone", speaker="ua-general-staff", said="2024-02-02"),
        drones("paper/1", ">30 drone"),
    )
    expected = [
        "figure     modality  origin                 as of       window   claim",
        "~40 drone  stated    UA (ua-general-staff)  2024-02-02  2024-01  wire/1",
        ">30 drone  stated    paper                  -           2024-01  paper/1",
    ]

    assert expected == str(found).splitlines()[:-1]
    assert str(found) == repr(found)


def test_no_figures_say_so() -> None:
    assert "no figures" == str(figures())
    assert 0 == len(figures())
    assert () == figures().units


def test_figures_among_some_claims_look_for_origins_among_all() -> None:
    first = drones("wire/1", "40 drone", speaker="SD")
    again = drones("paper/1", "40 drone", links={"repeats": "wire/1"})
    found = corpus(first, again).figures(source="paper")

    assert ["SD"] == [figure.origin.id for figure in found]
    assert {"SD": ("paper/1",)} == found.origins.by_id


def test_figures_of_different_places_are_added() -> None:
    goma = claim(
        "wire/goma", "troop_deployment", sender="RW", place="Goma", amount="3000 person", when="2025-01"
    )
    bukavu = claim(
        "wire/bukavu", "troop_deployment", sender="RW", place="Bukavu", amount="~1000 person", when="2025-01"
    )

    assert (2850.0 + 500.0, 3150.0 + 1500.0) == figures(goma, bukavu).total()


def test_figures_of_months_that_do_not_meet_are_added_in_the_first_unit() -> None:
    oil: dict[str, Any] = {"sender": "LY", "recipient": "IT", "item": "fuel/crude", "measure": "flow"}
    january = claim("a/1", amount="1000..2000 barrel", when="2023-01-01/2023-01-31", said="2023-02", **oil)
    february = claim(
        "a/2", amount=">=158.987294928 cubic_metre", when="2023-02-01/2023-02-28", said="2023-03", **oil
    )

    assert pytest.approx((2000.0, float("inf"))) == figures(january, february).total()


def test_figures_about_different_actors_are_added() -> None:
    lost = claim("a/1", "loss", actor="AM", item="vehicles/tank", amount="200..250 tank", when="2020")
    other = claim("a/2", "loss", actor="AZ", item="vehicles/tank", amount="40..60 tank", when="2020")

    assert (240.0, 310.0) == figures(lost, other).total()


def refused(*claims: Claim) -> tuple[str, str, object, str]:
    with pytest.raises(InvalidValueError) as error:
        figures(*claims).total()
    return error.value.code, error.value.what, error.value.value, error.value.fix


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("alternative_to", "they exclude each other: only one of them can hold"),
        ("part_of", "one is a part of the other"),
        ("contained_in", "one is the load of the other"),
        ("repeats", "one repeats the other"),
        ("revises", "one revises the other"),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_linked_figures_are_not_added(kind: str, reason: str, first: bool) -> None:
    one = drones(
        "a/1", "40 drone", said="2024-01", item="munitions/rocket", links={kind: "b/1"} if first else None
    )
    other = drones("b/1", "30 drone", said="2024-02", links=None if first else {kind: "a/1"})
    what = f"these figures have no sum, {reason}"

    assert ("no-sum", what, "a/1 (40 drone) and b/1 (30 drone)", "take one of them") == refused(one, other)


@pytest.mark.parametrize("kind", ["supports", "refutes", "in_return_for", "ratio_to"])
def test_another_link_does_not_stand_in_the_way_of_a_sum(kind: str) -> None:
    one = drones("a/1", "10..20 drone", item="vehicles/tank", links={kind: "b/1"})

    assert (15.0, 30.0) == figures(one, drones("b/1", "5..10 drone")).total()


def test_a_link_beyond_the_figures_does_not_stand_in_the_way() -> None:
    one = drones("a/1", "10..20 drone", links={"repeats": "wire/1"})

    assert (10.0, 20.0) == figures(one).total()


def test_two_reports_of_one_thing_are_not_added() -> None:
    what = "these figures have no sum, they may be two reports of one thing"

    assert what == refused(drones("a/1", "40 drone"), drones("b/1", "120 drone"))[1]
    assert what == refused(drones("a/1", "40 drone"), drones("b/1", "120 drone", when=None))[1]


def test_running_totals_are_not_added() -> None:
    early = drones("a/1", "40 drone", when="2023-06/2023-12", measure="cumulative", said="2024-01")
    late = drones("b/1", "120 drone", when="2023-06/2024-03", measure="cumulative", said="2024-04")

    assert refused(early, late)[1].startswith(
        "these figures have no sum, they may count something twice: a/1 co"
    )


def test_windows_that_only_may_overlap_are_not_added() -> None:
    early = drones("a/1", "40 drone", when="2023-06/2023-12", measure="flow", said="2024-01")
    late = drones("b/1", "120 drone", when="2023-12/2024-03", measure="flow", said="2024-04")

    assert refused(early, late)[1].startswith(
        "these figures have no sum, they may count something twice: a/1 co"
    )


def test_a_denied_figure_has_no_place_in_a_sum() -> None:
    denied = drones("b/1", "120 drone", stance="denies")
    expected = ("no-sum", "a denied figure has no place in a sum", "b/1 (120 drone)", "leave it out")

    assert expected == refused(drones("a/1", "40 drone"), denied)


def test_no_figures_have_no_sum() -> None:
    assert ("no-sum", "there are no figures to add", None, "select others") == refused()


def test_figures_of_different_dimensions_have_no_sum() -> None:
    with pytest.raises(DimensionError):
        figures(drones("a/1", "40 drone"), drones("b/1", "3 crate")).total()


AMOUNTS = st.sampled_from(
    ["40 drone", "~40 drone", ">30 drone", "<=44 drone", "35..60 drone", "~20.. drone", "41 piece"]
)


@given(st.lists(AMOUNTS, min_size=1, max_size=5))
def test_every_figure_allows_the_whole_common_band(amounts: list[str]) -> None:
    found = figures(*(drones(f"s{n}/1", amount) for n, amount in enumerate(amounts)))
    band = found.band

    if band is not None:
        for figure in found:
            low, high = figure.amount.printed_band()
            assert low <= band[0] <= band[1] <= high


@given(st.lists(AMOUNTS, min_size=1, max_size=5), st.randoms())
def test_the_order_of_the_claims_changes_no_band(amounts: list[str], random: Any) -> None:
    claims = [drones(f"s{n}/1", amount) for n, amount in enumerate(amounts)]
    shuffled = list(claims)
    random.shuffle(shuffled)

    assert figures(*claims).band == figures(*shuffled).band
    assert str(figures(*claims)).splitlines()[:-1] == str(figures(*shuffled)).splitlines()[:-1]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"modality": "pledged"}, {}, "not both are figures of what is or was"),
        ({"modality": "capacity"}, {"modality": "capacity"}, "not both are figures of what is or was"),
        (
            {"measure": "stock", "when": "2021"},
            {"measure": "stock", "when": "2023"},
            "a stock or a rate does not add up",
        ),
        (
            {"item": "vehicles/tank"},
            {"item": "vehicles"},
            "they may count something twice: vehicles/tank is only a part",
        ),
        ({"sender": None}, {}, "one names not all its actors"),
        ({"links": {"share_of": "b/1"}}, {}, "they may count something twice: a/1 is a share of b/1"),
        (
            {"destination": "Goma"},
            {"destination": "somewhere"},
            "they may count something twice: a/1 is about Goma",
        ),
    ],
)
def test_what_may_be_counted_twice_or_is_no_count_has_no_sum(
    one: dict[str, Any], other: dict[str, Any], why: str
) -> None:
    base: dict[str, Any] = {"sender": "AE", "recipient": "SD", "item": "vehicles/tank"}
    first = claim("a/1", **{**base, "amount": "30 piece", **one})
    second = claim("b/1", **{**base, "amount": "40 piece", **other})

    with pytest.raises(InvalidValueError, match=why):
        corpus(first, second).figures().total()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"item": "vehicles/truck"}, {"item": "vehicles/tank"}),
        ({"sender": "IR"}, {"sender": "AE"}),
        ({"when": "2021", "measure": "flow"}, {"when": "2023", "measure": "flow"}),
        ({"destination": "Goma"}, {"destination": "Port Sudan"}),
    ],
)
def test_what_is_certainly_apart_is_added(one: dict[str, Any], other: dict[str, Any]) -> None:
    base: dict[str, Any] = {"sender": "AE", "recipient": "SD", "item": "vehicles/tank"}
    first = claim("a/1", **{**base, "amount": "30..40 piece", **one})
    second = claim("b/1", **{**base, "amount": "10..20 piece", **other})

    assert corpus(first, second).figures().total() == (40.0, 60.0)


def test_a_band_keeps_the_digits_that_were_printed() -> None:
    barrels = claim("a/1", sender="IR", recipient="SY", item="fuel/crude", amount="1003000 barrel")
    metres = claim("b/1", sender="IR", recipient="SY", item="fuel/crude", amount="159000 cubic_metre")

    band = corpus(barrels, metres).figures().band

    assert band is not None
    assert band[0] == pytest.approx(1002500)
    assert band[1] == pytest.approx(159500 / 0.158987294928)
