"""The questions that come before the verdict."""

from __future__ import annotations

from typing import Any

import pytest

import osintkp
from builders import claim
from osintkp.dates import When
from osintkp.difference import AsOf
from osintkp.triage import difference, topic
from osintkp.vocabulary.scales import Verdict

DRONES: dict[str, Any] = {"sender": "IR", "recipient": "SD", "item": "aircraft/uncrewed"}


@pytest.mark.parametrize(
    ("one", "other", "verdict", "why"),
    [
        (
            {"item": "munitions/rocket"},
            {"item": "munitions/mortar"},
            Verdict.DIFFERENT_ITEM,
            "munitions/rocket is not munitions/mortar",
        ),
        (
            {"item": "munitions/mortar"},
            {"item": "munitions"},
            Verdict.DIFFERENT_SCOPE,
            "munitions/mortar is only a part of munitions",
        ),
        (
            {"calibre": "82 mm"},
            {"calibre": "120 mm"},
            Verdict.DIFFERENT_ITEM,
            "calibre 82 millimetre is not 120 millimetre",
        ),
        ({"modality": "capacity"}, {}, Verdict.DIFFERENT_SCOPE, "a/1 is capacity, b/1 is stated"),
        (
            {"modality": "pledged"},
            {"modality": "predicted"},
            Verdict.DIFFERENT_SCOPE,
            "a/1 is pledged, b/1 is predicted",
        ),
        (
            {"measure": "stock"},
            {"measure": "cumulative"},
            Verdict.DIFFERENT_SCOPE,
            "a/1 gives a stock, b/1 a cumulative",
        ),
        ({"when": "2023-04"}, {"when": "2023-06"}, Verdict.DIFFERENT_WINDOW, "they have no day in common"),
        (
            {"measure": "stock", "when": "2023/2023-06"},
            {"when": "2023/2023-09"},
            Verdict.DIFFERENT_WINDOW,
            "is the stock of",
        ),
        (
            {"when": "2023-01/2023-06"},
            {"when": "2023-03/2023-09"},
            Verdict.DIFFERENT_WINDOW,
            "neither window holds the other",
        ),
        ({"links": {"part_of": "b/1"}}, {}, Verdict.PART_OF, "a/1 is a part of b/1"),
        ({}, {"links": {"alternative_to": "a/1"}}, Verdict.DIFFERENT_ITEM, "b/1 is an alternative to a/1"),
        ({}, {"links": {"revises": "a/1"}}, Verdict.REVISION, "b/1 revises a/1"),
        ({"links": {"contained_in": "b/1"}}, {}, Verdict.DIFFERENT_SCOPE, "a/1 is the load of b/1"),
    ],
)
def test_a_difference_is_named_with_its_reason(
    one: dict[str, Any], other: dict[str, Any], verdict: Verdict, why: str
) -> None:
    found = difference(claim("a/1", amount="10 piece", **one), claim("b/1", amount="30 piece", **other))

    assert found is not None
    assert verdict is found.verdict
    assert why in found.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {}),
        ({"item": "munitions/mortar"}, {"item": "munitions/mortar"}),
        ({"item": "munitions/mortar"}, {}),
        ({"calibre": "120 mm"}, {"calibre": "120 mm"}),
        ({"calibre": "120 mm"}, {}),
        ({"modality": "alleged"}, {"modality": "estimated"}),
        ({"measure": "flow"}, {"measure": "cumulative"}),
        ({"measure": "stock"}, {}),
        ({"when": "2023-04"}, {}),
        ({"when": "2023-04"}, {"when": "2023-04"}),
        ({"when": "2023-04"}, {"when": "2023-04-12"}),
        ({"when": "2023/2023-09"}, {"when": "2023/2023-09"}),
        ({"when": "2023/.."}, {"when": "2023/.."}),
    ],
)
def test_what_does_not_differ_or_is_not_known_is_no_difference(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    assert None is difference(
        claim("a/1", amount="10 piece", **one), claim("b/1", amount="30 piece", **other)
    )


def test_places_differ_for_forces_that_stand_somewhere() -> None:
    goma = claim("a/1", "troop_deployment", sender="RW", amount="4000 person", place="Goma")
    bukavu = claim("b/1", "troop_deployment", sender="RW", amount="900 person", place="Bukavu")

    found = difference(goma, bukavu)

    assert found is not None
    assert (Verdict.DIFFERENT_SCOPE, "a/1 is about Goma, b/1 about Bukavu") == (found.verdict, found.why)
    assert None is difference(
        goma, claim("b/2", "troop_deployment", sender="RW", amount="900 person", place="Goma")
    )


def test_a_running_total_that_can_have_grown_shows_its_pace() -> None:
    may = claim("a/1", **DRONES, amount="100 drone", when="2023-01-01/2023-05-01", measure="cumulative")
    july = claim("b/1", **DRONES, amount="220 drone", when="2023-01-01/2023-06-30", measure="cumulative")

    found = difference(july, may)

    assert found is not None
    assert Verdict.DIFFERENT_WINDOW is found.verdict
    assert (
        "220 - 100 = 120 drone more",
        "in 60 days from 2023-05-01 to 2023-06-30: 2 drone a day",
    ) == found.working


def test_a_running_total_cannot_have_shrunk() -> None:
    may = claim("a/1", **DRONES, amount="220 drone", when="2023-01-01/2023-05-01")
    july = claim("b/1", **DRONES, amount="100 drone", when="2023-01-01/2023-06-30")

    assert None is difference(may, july)


def test_a_total_with_an_open_end_may_grow_without_a_known_pace() -> None:
    bounded = claim("a/1", **DRONES, amount=">100 drone", when="2023/2023-05")
    running = claim("b/1", **DRONES, amount="300 drone", when="2023/..")

    found = difference(bounded, running)

    assert found is not None
    assert () == found.working


def test_a_topic_is_kind_bodies_and_dimension() -> None:
    minister = claim("a/1", sender="KP", recipient="RU", amount="5 container")

    assert topic(minister) == topic(claim("b/1", sender="KP", recipient="RU", amount="~9 container"))
    assert topic(minister) != topic(claim("b/1", sender="KP", recipient="RU", amount="9 round"))
    assert topic(minister) != topic(claim("b/1", sender="RU", recipient="KP", amount="5 container"))


@pytest.mark.parametrize(
    "fields",
    [{"sender": "IR"}, {"amount": "5 drone"}, {"sender": "IR", "amount": "5 drone", "stance": "denies"}],
)
def test_a_claim_without_figure_actor_or_assertion_has_no_topic(fields: dict[str, Any]) -> None:
    assert None is topic(claim("a/1", **fields))


def test_an_agency_stands_for_its_state() -> None:
    agency = claim("a/1", "loss", actor="ua-general-staff", amount="30 tank")

    assert topic(agency) == topic(claim("b/1", "loss", actor="UA", amount="31 tank"))


def test_a_window_explains_more_than_a_revision() -> None:
    may = claim("a/1", **DRONES, amount="100 drone", when="2023-01/2023-05")
    july = claim("b/1", **DRONES, amount="220 drone", when="2023-01/2023-07", links={"revises": "a/1"})

    found = difference(may, july)

    assert found is not None
    assert Verdict.DIFFERENT_WINDOW is found.verdict


def at(day: str) -> AsOf:
    return lambda _: When.parse(day)


def test_a_broader_class_that_holds_less_is_no_explanation() -> None:
    vehicles = claim("a/1", "loss", actor="AM", item="vehicles", amount="50 vehicle")
    tanks = claim("b/1", "loss", actor="AM", item="vehicles/tank", amount="250 tank")

    assert difference(vehicles, tanks) is None


@pytest.mark.parametrize(
    ("kind", "one", "other", "why"),
    [
        (
            "troop_deployment",
            {"sender": "RU", "recipient": "ML"},
            {"sender": "RU", "recipient": "SY"},
            "recipient ML is not SY",
        ),
        ("loss", {"actor": "SY", "by": "IL"}, {"actor": "SY", "by": "TR"}, "by IL is not TR"),
        ("limit", {"on": "LY", "authority": "un"}, {"on": "LY", "authority": "eu"}, "authority un is not eu"),
        ("seizure", {"actor": "US", "sender": "IR"}, {"actor": "US", "sender": "CN"}, "sender IR is not CN"),
    ],
)
def test_another_actor_in_a_role_makes_another_thing(
    kind: str, one: dict[str, Any], other: dict[str, Any], why: str
) -> None:
    found = difference(
        claim("a/1", kind, amount="10 piece", **one), claim("b/1", kind, amount="90 piece", **other)
    )

    assert found is not None
    assert (found.verdict, found.why, found.apart) == (Verdict.DIFFERENT_SCOPE, why, True)


def test_an_agency_in_a_role_is_its_state() -> None:
    one = claim("a/1", "loss", actor="SY", by="il-defense-forces", amount="10 piece")

    assert difference(one, claim("b/1", "loss", actor="SY", by="IL", amount="90 piece")) is None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("Goma", "North Kivu", False), ("Goma", "somewhere", False), ("Goma", "Port Sudan", True)],
)
def test_places_are_told_apart_by_the_table(one: str, other: str, apart: bool) -> None:
    here = claim("a/1", "troop_deployment", sender="RW", amount="500 person", place=one)
    there = claim("b/1", "troop_deployment", sender="RW", amount="4000 person", place=other)

    found = difference(here, there)

    assert found is not None
    assert (found.verdict, found.apart) == (Verdict.DIFFERENT_SCOPE, apart)


@pytest.mark.parametrize(("one", "other"), [("North Kivu", "north kivu"), ("Kyiv", "Kiev")])
def test_one_place_under_two_spellings_is_no_difference(one: str, other: str) -> None:
    here = claim("a/1", "troop_deployment", sender="RU", amount="4000 person", place=one)

    assert (
        difference(here, claim("b/1", "troop_deployment", sender="RU", amount="500 person", place=other))
        is None
    )


def test_more_in_a_town_than_in_its_province_is_no_explanation() -> None:
    town = claim("a/1", "troop_deployment", sender="RW", amount="4000 person", place="Goma")

    assert (
        difference(
            town, claim("b/1", "troop_deployment", sender="RW", amount="500 person", place="North Kivu")
        )
        is None
    )


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("2020-09/2020-12", "2020-01/2020-12"), ("2020-01/2020-06", "2020-01/2020-12"), ("2020-05-14", "2020-05"),
        ("2020-05", "2020"), ("2020-03/2020-04", "2020/.."),
    ],
)  # fmt: skip
def test_a_window_inside_another_can_hold_less_and_never_more(inner: str, outer: str) -> None:
    less, more = (
        claim("a/1", **DRONES, amount="60 drone", when=inner),
        claim("b/1", **DRONES, amount="100 drone", when=outer),
    )
    found = difference(less, more)

    assert found is not None
    assert (found.verdict, found.working) == (Verdict.DIFFERENT_WINDOW, ())
    assert found.why.endswith("the longer window may hold more")
    swapped = claim("a/1", **DRONES, amount="100 drone", when=inner)
    assert difference(swapped, claim("b/1", **DRONES, amount="60 drone", when=outer)) is None


def test_a_period_that_goes_on_ends_when_its_claim_speaks() -> None:
    early = claim("a/1", **DRONES, amount="80 drone", when="2023-04/..", said="2023-05-01")
    late = claim("b/1", **DRONES, amount="200 drone", when="2023-04/..", said="2024-05-01")

    found = difference(early, late, lambda one: one.said)

    assert found is not None
    assert found.verdict is Verdict.DIFFERENT_WINDOW
    assert difference(early, late, at("2023-05-01")) is None
    assert difference(early, late) is None


def test_windows_that_differ_by_a_day_or_two_are_one() -> None:
    one = claim("a/1", **DRONES, amount="60 drone", when="2020-09-27/2020-11-09")

    assert difference(one, claim("b/1", **DRONES, amount="250 drone", when="2020-09-28/2020-11-10")) is None
    assert (
        difference(one, claim("b/1", **DRONES, amount="250 drone", when="2020-10-27/2020-12-09")) is not None
    )


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("2 battery", "12 launcher", True),
        ("2 tank", "12 piece", False),
        ("2 tank", "12 tank", False),
        ("2 tank", "12 vehicle", False),
    ],
)
def test_two_kinds_of_pieces_are_two_things(one: str, other: str, differs: bool) -> None:
    found = difference(claim("a/1", sender="US", amount=one), claim("b/1", sender="US", amount=other))

    assert (found is not None) is differs
    if found is not None:
        assert (found.verdict, found.why) == (Verdict.DIFFERENT_ITEM, "a battery is no launcher")


def test_a_stock_of_the_same_last_day_is_one_stock() -> None:
    one = claim(
        "a/1", "troop_deployment", sender="RU", amount="1500 person", measure="stock", when="2023-01/2023-06"
    )
    other = claim(
        "b/1", "troop_deployment", sender="RU", amount="4500 person", measure="stock", when="2023-04/2023-06"
    )

    assert difference(one, other) is None


def test_bounds_grow_without_a_pace() -> None:
    may = claim("a/1", **DRONES, amount=">100 drone", when="2023-01/2023-05", measure="cumulative")
    july = claim("b/1", **DRONES, amount=">220 drone", when="2023-01/2023-07", measure="cumulative")

    found = difference(may, july)

    assert found is not None
    assert (found.working, found.why.endswith("the total grew from >100 drone to >220 drone")) == ((), True)


def test_a_count_that_goes_on_to_no_known_day_has_no_pace() -> None:
    may = claim("a/1", **DRONES, amount="100 drone", when="2023-01/2023-05", measure="cumulative")
    running = claim("b/1", **DRONES, amount="220 drone", when="2023-01/..", measure="cumulative")

    found = difference(may, running)

    assert found is not None
    assert found.working == ()
    assert found.why.endswith("the total grew from 100 drone to 220 drone")


def running(
    name: str, amount: str, said: str | None, measure: str = "cumulative", **more: Any
) -> osintkp.Claim:
    return claim(name, "loss", actor="SD", amount=amount, said=said, measure=measure, **more)


def said(claim: osintkp.Claim) -> osintkp.When | None:
    return claim.said


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (
            running("a/1", "1000 person", "2023-06"),
            running("b/1", "3000 person", "2023-08"),
            "a/1 counts up to 2023-06, b/1 up to 2023-08: a running total that grew from 1000 person to 3000 person",
        ),
        (
            running("a/1", "3000 person", "2023-08"),
            running("b/1", "1000 person", None, when="2023-06-15"),
            "a/1 counts up to 2023-08, b/1 up to 2023-06-15: a running total that grew from 1000 person to 3000 person",
        ),
        (
            running("a/1", "3000 person", "2023-06", "stock"),
            running("b/1", "1000 person", "2023-08", "stock"),
            "a/1 is the stock as of 2023-06, b/1 that as of 2023-08",
        ),
    ],
)
def test_running_figures_without_a_window_are_told_apart_by_the_day_they_speak_from(
    one: osintkp.Claim, other: osintkp.Claim, why: str
) -> None:
    found = difference(one, other, said)

    assert found is not None
    assert (Verdict.DIFFERENT_WINDOW, why, False) == (found.verdict, found.why, found.apart)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (running("a/1", "3000 person", "2023-06"), running("b/1", "1000 person", "2023-08")),
        (running("a/1", "1000 person", "2023-06"), running("b/1", "3000 person", "2023-06-20")),
        (running("a/1", "1000 person", None), running("b/1", "3000 person", "2023-06-20")),
        (running("a/1", "1000 person", "2023-06"), running("b/1", "3000 person", "2023-08", "flow")),
        (running("a/1", "1000 person", "2023-06", "flow"), running("b/1", "3000 person", "2023-08", "flow")),
    ],
)
def test_a_fall_an_unknown_day_and_a_flow_are_not_explained_by_it(
    one: osintkp.Claim, other: osintkp.Claim
) -> None:
    assert difference(one, other, said) is None


def _lost(name: str, quote: str, amount: str, **fields: Any) -> osintkp.Claim:
    given: dict[str, Any] = {"actor": "PS", "by": "IL", "place": "Gaza Strip", "when": "2024-03", **fields}
    return claim(name, "loss", quote=quote, amount=amount, **given)


@pytest.mark.parametrize(
    ("one", "other", "verdict", "why"),
    [
        (
            ("31,045 martyrs", "31045 person"),
            ("72,654 wounded", "72654 person"),
            Verdict.DIFFERENT_ITEM,
            "a/1 counts killed, b/1 wounded",
        ),
        (
            ("the army lost 340", "340 person"),
            ("145 civilians were killed", "145 person"),
            Verdict.DIFFERENT_ITEM,
            "a/1 counts armed, b/1 civilians",
        ),
        (
            ("900 casualties", "900 person"),
            ("300 killed", "300 person"),
            Verdict.DIFFERENT_SCOPE,
            "b/1 counts killed only, a/1 need not",
        ),
        (
            ("145 civilians were killed", "145 person"),
            ("300 were killed", "300 person"),
            Verdict.DIFFERENT_SCOPE,
            "a/1 counts civilians only, b/1 need not",
        ),
    ],
)
def test_two_losses_may_be_of_other_people_or_of_another_fate(
    one: tuple[str, str], other: tuple[str, str], verdict: Verdict, why: str
) -> None:
    found = difference(_lost("a/1", *one), _lost("b/1", *other))

    assert found is not None
    assert (verdict, why) == (found.verdict, found.why)
    assert (verdict is Verdict.DIFFERENT_ITEM) is found.apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("300 casualties", "300 person"), ("900 killed", "900 person")),
        (("500 civilians were killed", "500 person"), ("300 were killed", "300 person")),
        (("84 killed", "84 person"), ("46 dead", "46 person")),
        (("84 soldiers", "84 person"), ("46 dead", "46 person")),
        (("84 killed", "84 person"), ("46 lost", "46 person")),
        (("900 casualties", "900 person"), ("300 casualties", "300 person")),
    ],
)
def test_words_that_explain_nothing_leave_two_losses_the_same_thing(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert difference(_lost("a/1", *one), _lost("b/1", *other)) is None
    assert difference(_lost("b/1", *other), _lost("a/1", *one)) is None


def test_destroyed_and_damaged_are_two_counts_of_losses_and_none_of_goods_sent() -> None:
    given: dict[str, Any] = {"item": "vehicles/tank", "when": "2020"}
    ends = [("a/1", "366 destroyed", "366 tank"), ("b/1", "35 damaged", "35 tank")]
    lost = [
        claim(name, "loss", quote=quote, amount=amount, actor="AM", **given) for name, quote, amount in ends
    ]
    sent = [claim(name, quote=quote, amount=amount, sender="RU", **given) for name, quote, amount in ends]

    found = difference(lost[0], lost[1])
    assert found is not None
    assert "a/1 counts destroyed, b/1 damaged" == found.why
    assert difference(sent[0], sent[1]) is None


def test_a_rate_is_no_figure_that_does_not_say_that_it_is_one() -> None:
    given: dict[str, Any] = {"recipient": "PS", "item": "aid", "when": "2024-02"}
    rate = claim("a/1", amount="98 truck", measure="rate", **given)
    total = claim("b/1", amount="2874 truck", **given)

    for one, other in ((rate, total), (total, rate)):
        found = difference(one, other)
        assert found is not None
        assert (Verdict.DIFFERENT_SCOPE, "a/1 gives a rate, and b/1 does not say that it does", False) == (
            found.verdict,
            found.why,
            found.apart,
        )
    assert difference(rate, claim("b/1", amount="500 truck", measure="rate", **given)) is None
    assert difference(total, claim("a/1", amount="98 truck", measure="flow", **given)) is None


def test_a_count_since_another_day_did_not_grow_from_that_of_a_year() -> None:
    given: dict[str, Any] = {"sender": "IR", "recipient": "SD", "item": "aircraft/uncrewed"}
    year = claim("a/1", amount="588 drone", when="2023", **given)
    since = claim("b/1", amount="4400 drone", when="2021-02/2024-02", measure="cumulative", **given)
    running = claim("a/1", amount="588 drone", when="2023", measure="cumulative", **given)
    begun = claim("a/1", amount="588 drone", when="2021-02/2022-06", **given)

    held, grown, too = (difference(each, since) for each in (year, running, begun))

    assert held is not None
    assert grown is not None
    assert too is not None
    assert (held.why.endswith("the longer window may hold more"), ()) == (True, held.working)
    assert (True, 2) == ("the total grew from 588 drone" in grown.why, len(grown.working))
    assert (True, 2) == ("the total grew from 588 drone" in too.why, len(too.working))


def test_a_running_total_of_nearly_one_window_that_ends_later_and_is_higher_has_grown() -> None:
    given: dict[str, Any] = {
        "sender": "IR",
        "recipient": "SD",
        "item": "aircraft/uncrewed",
        "measure": "cumulative",
    }
    early = claim("a/1", amount="3900 drone", when="2023-04-15/2023-08-04", **given)
    late = claim("b/1", amount=">=4000 drone", when="2023-04-15/2023-08-15", **given)
    fallen = claim("b/1", amount="3000 drone", when="2023-04-15/2023-08-15", **given)
    same = claim("b/1", amount="5000 drone", when="2023-04-15/2023-08-04", **given)
    flow = claim("b/1", amount="5000 drone", when="2023-04-15/2023-08-15", **{**given, "measure": "flow"})

    for one, other in ((early, late), (late, early)):
        found = difference(one, other)
        assert found is not None
        assert Verdict.DIFFERENT_WINDOW is found.verdict
        assert found.why.endswith("the total grew from 3900 drone to >=4000 drone")
    assert [None, None, None] == [difference(early, other) for other in (fallen, same, flow)]


@pytest.mark.parametrize(
    ("part", "whole", "explained"),
    [
        ("300 drone", "300 drone", False), ("301 drone", "300 drone", False), ("299 drone", "300 drone", True),
        (">=300 drone", "<=300 drone", False), (">299 drone", "<=300 drone", True), ("<400 drone", "300 drone", True),
        ("300 drone", ">300 drone", True),
    ],
)  # fmt: skip
def test_a_part_that_holds_as_much_as_its_whole_is_explained_by_no_window(
    part: str, whole: str, *, explained: bool
) -> None:
    month = claim("a/1", **DRONES, amount=part, when="2024-03")
    year = claim("b/1", **DRONES, amount=whole, when="2024")

    assert explained is (difference(month, year) is not None) is (difference(year, month) is not None)


@pytest.mark.parametrize(
    ("one", "other"), [("2024-03", "2024-03-01/2024-03-31"), ("2024", "2024-01/2024-12")]
)
@pytest.mark.parametrize("measure", ["cumulative", "stock", "flow", None])
def test_two_ways_to_write_one_window_are_one_window(one: str, other: str, measure: str | None) -> None:
    few, many = (
        claim(name, **DRONES, amount=amount, when=when, measure=measure)
        for name, amount, when in (("a/1", "30 drone", one), ("b/1", "500 drone", other))
    )

    assert difference(few, many) is difference(many, few) is None


def test_a_record_type_of_ones_own_may_list_the_actors_of_its_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    drones = claim("a/1", amount="10 piece", **DRONES)
    listed = property(lambda record: [record.sender, record.recipient])
    expected = topic(drones)
    monkeypatch.setattr(type(drones.record), "topic", listed)

    assert expected is not None
    assert expected == topic(drones)
