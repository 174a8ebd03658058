"""Selecting claims by what they say, about whom, when, and who says so."""

from __future__ import annotations

import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from osintkp import Link, When
from osintkp.claim import Claim
from osintkp.errors import DateError, InvalidValueError, UnitError
from osintkp.selecting import selection
from osintkp.vocabulary.scales import Answer, Part
from strategies_dates import whens

DRONES = claim(
    "wire/drones",
    sender="IR",
    recipient="SD",
    item="aircraft/uncrewed",
    amount="40 drone",
    when="2024-01",
    speaker="SD",
)
SHELLS = claim(
    "wire/shells", sender="IR", recipient="RU", item="munitions/artillery/shell", amount="~300000 round",
    when="2023-06/2023-12", speaker="us-department-of-state", modality="estimated",
)  # fmt: skip
CRUDE = claim(
    "paper/crude", sender="LY", recipient="IT", item="fuel/crude", amount="1000000 barrel", measure="flow"
)
TANKS = claim(
    "paper/tanks",
    "loss",
    actor="AM",
    by="AZ",
    item="vehicles/tank",
    amount="~250 tank",
    when="2020-09-27/2020-11-10",
)
DENIAL = claim("post/denial", sender="RW", recipient="m23", item="weapons", stance="denies", speaker="RW")
HEADING = attrs.evolve(
    claim(
        "post/troops",
        "troop_deployment",
        sender="RW",
        place="Goma",
        amount="3000..4000 person",
        when="2024-04~",
    ),
    part=Part.HEADING,
)
PACT = claim("post/pact", "treaty", title="Maritime boundary", parties=("LY", "TR"), signed="2019-11-27")
EVERY = (DRONES, SHELLS, CRUDE, TANKS, DENIAL, HEADING, PACT)
CLAIMS = corpus(*EVERY).claims


def selected(**conditions: Any) -> list[Claim]:
    return selection(CLAIMS, **conditions)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, list(EVERY)),
        ({"kind": "loss"}, [TANKS]),
        ({"kind": ["treaty", "loss"]}, [TANKS, PACT]),
        ({"sender": "IR"}, [DRONES, SHELLS]),
        ({"sender": "KP"}, []),
        ({"sender": ("LY", "RW")}, [CRUDE, DENIAL, HEADING]),
        ({"recipient": "SD"}, [DRONES]),
        ({"recipient": "IR"}, []),
        ({"recipient": "eu"}, [CRUDE]),
        ({"recipient": "nato"}, [CRUDE]),
        ({"actor": "AZ"}, [TANKS]),
        ({"actor": "TR"}, [PACT]),
        ({"actor": "LY"}, [CRUDE, PACT]),
        ({"item": "munitions"}, [SHELLS]),
        ({"item": "munitions/artillery/shell"}, [SHELLS]),
        ({"item": "munitions/artillery/shell/extended"}, []),
        ({"item": "munitions/art"}, []),
        ({"item": ("fuel", "vehicles/tank")}, [CRUDE, TANKS]),
        ({"unit": "barrel"}, [CRUDE]),
        ({"unit": "bbl"}, [CRUDE]),
        ({"unit": "litre"}, []),
        ({"unit": ["tanks", "people"]}, [TANKS, HEADING]),
        ({"speaker": "SD"}, [DRONES]),
        ({"speaker": "US"}, [SHELLS]),
        ({"speaker": "us-department-of-state"}, [SHELLS]),
        ({"speaker": ["RW", "SD"]}, [DRONES, DENIAL]),
        ({"stance": "denies"}, [DENIAL]),
        ({"stance": "asserts", "sender": "RW"}, [HEADING]),
        ({"modality": "estimated"}, [SHELLS]),
        ({"modality": "capacity"}, []),
        ({"source": "paper"}, [CRUDE, TANKS]),
        ({"source": ["paper", "wire"]}, [DRONES, SHELLS, CRUDE, TANKS]),
        ({"part": "heading"}, [HEADING]),
        ({"where": lambda each: each.record.of("measure") is not None}, [CRUDE]),
        ({"kind": "shipment", "sender": "IR", "where": lambda each: each.modality == "stated"}, [DRONES]),
        ({"sender": ()}, []),
    ],
    ids=str,
)
def test_claims_are_kept_that_meet_every_condition(conditions: dict[str, Any], expected: list[Claim]) -> None:
    assert expected == selected(**conditions)


@pytest.mark.parametrize(
    ("during", "may", "must"),
    [
        ("2023-12", [SHELLS], [SHELLS]),
        ("2023-12-02", [SHELLS], []),
        ("2023-11", [SHELLS], [SHELLS]),
        ("2024-01-15", [DRONES], []),
        ("2024-01", [DRONES], [DRONES]),
        ("2024", [DRONES, HEADING], [DRONES, HEADING]),
        ("2024-05", [HEADING], []),
        ("2024-06", [], []),
        ("2020", [TANKS], [TANKS]),
        ("2020-11-10", [TANKS], [TANKS]),
        ("2020-11-11", [], []),
        ("2019-11-20/2019-11-30", [PACT], [PACT]),
        ("../2019", [PACT], [PACT]),
        ("2023/..", [DRONES, SHELLS, HEADING], [DRONES, SHELLS, HEADING]),
        ("2021-01~", [], []),
        ("2020-12~", [TANKS], []),
    ],
)
def test_during_keeps_what_may_overlap_and_certain_only_what_must(
    during: str, may: list[Claim], must: list[Claim]
) -> None:
    assert may == selected(during=during)
    assert must == selected(during=during, certain=True)
    assert may == selected(during=When.parse(during))


def test_a_claim_without_a_date_is_in_no_period() -> None:
    assert CRUDE not in selected(during="0001/9999")
    assert CRUDE in selected()


def test_an_approximate_period_keeps_its_leeway() -> None:
    late = claim("a/late", "loss", actor="SD", when="2023-05-20")

    assert [late] == selection(corpus(late).claims, during="2023-04~")
    assert [late] == selection(corpus(late).claims, during="2023-04?")
    assert [] == selection(corpus(late).claims, during="2023-04")


def test_an_origin_is_followed_through_a_repetition() -> None:
    first = claim("wire/a", "loss", actor="SY", speaker="sohr")
    again = claim("paper/a", "loss", actor="SY", links={"repeats": "wire/a"})
    other = claim("paper/b", "loss", actor="SY")
    claims = corpus(first, again, other).claims

    assert [first, again] == selection(claims, origin="sohr")
    assert [other] == selection(claims, origin="paper")
    assert [first, again, other] == selection(claims, origin=["paper", "sohr"])


def test_an_origin_is_found_by_its_body_and_by_its_state() -> None:
    said = claim("wire/a", "loss", actor="RU", speaker="ua-general-staff")
    voice = claim("wire/b", "loss", actor="RU")
    claims = corpus(said, voice).claims

    assert [said] == selection(claims, origin="UA")
    assert [said] == selection(claims, origin="ua-general-staff")
    assert [] == selection(claims, origin="RU")


def test_the_speaker_is_whom_the_source_names_and_the_origin_who_stands_behind() -> None:
    chain = (Link(actor="shin-won-sik", basis="another report"), Link(actor="yonhap"))
    told = attrs.evolve(claim("a/1", "loss", actor="KP"), attribution=chain)
    claims = corpus(told).claims

    assert [told] == selection(claims, speaker="yonhap")
    assert [] == selection(claims, speaker="shin-won-sik")
    assert [told] == selection(claims, origin="shin-won-sik")


@pytest.mark.parametrize(
    ("scale", "word", "fix"),
    [
        ("kind", "shipments", "did you mean 'shipment'?"),
        ("stance", "denied", "did you mean 'denies'?"),
        ("modality", "capacities", "did you mean 'capacity'?"),
        ("part", "title", "use one of heading, lede, body, caption"),
    ],
)
def test_a_word_that_no_scale_has_is_refused_rather_than_found_nowhere(
    scale: str, word: str, fix: str
) -> None:
    with pytest.raises(InvalidValueError) as error:
        selected(**{scale: ["body", word] if scale == "part" else word})

    assert ("unknown-word", f"no {scale} has this name", word, fix) == (
        error.value.code, error.value.what, error.value.value, error.value.fix,
    )  # fmt: skip


def test_of_several_unknown_words_the_first_in_the_alphabet_is_named() -> None:
    words = ["zone", "lot", "army", "wall", "ship", "oil", "tank", "field", "asserts"]

    with pytest.raises(InvalidValueError, match="no stance has this name: 'army'"):
        selected(stance=words)


def test_an_unknown_unit_or_a_date_in_words_is_refused() -> None:
    with pytest.raises(UnitError, match="did you mean tank"):
        selected(unit="tnak")
    with pytest.raises(DateError, match="words are not a date"):
        selected(during="last summer")


def test_of_several_units_that_are_none_the_first_is_named() -> None:
    with pytest.raises(UnitError, match="no such unit: 'aa'"):
        selected(unit=("gg", "ff", "aa", "ee", "dd"))


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="reciever"):
        selected(reciever="SD")


def test_the_order_of_the_claims_is_kept() -> None:
    assert [TANKS, CRUDE] == selection(corpus(TANKS, CRUDE).claims, source="paper")


CONDITIONS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["shipment", "loss", ("loss", "treaty"), "meeting"]),
        "sender": st.sampled_from(["IR", "RW", "KP", ("IR", "LY")]),
        "actor": st.sampled_from(["RW", "eu", "TR", "AM"]),
        "item": st.sampled_from(["munitions", "fuel", "aircraft", "weapons"]),
        "stance": st.sampled_from(["asserts", "denies"]),
        "source": st.sampled_from(["wire", "paper", ("wire", "post")]),
        "during": st.sampled_from(["2024", "2023-12", "2020/.."]),
        "certain": st.booleans(),
    },
)


@given(CONDITIONS)
def test_selecting_twice_is_selecting_once(conditions: dict[str, Any]) -> None:
    once = corpus(*EVERY).select(**conditions)

    assert once == once.select(**conditions)


@given(CONDITIONS, CONDITIONS)
def test_selecting_by_one_condition_and_then_another_goes_in_any_order(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    every = corpus(*EVERY)

    assert every.select(**one).select(**other) == every.select(**other).select(**one)


@given(whens(), whens())
def test_what_must_overlap_also_may(about: When, window: When) -> None:
    dated = attrs.evolve(TANKS, record=osintkp.Loss(actor="AM", when=about))
    claims = corpus(dated).claims
    may, must = selection(claims, during=window), selection(claims, during=window, certain=True)

    assert set(must) <= set(may)
    assert (may == []) == (
        about.overlaps(window if window.approximate or window.uncertain else window.whole) is Answer.NO
    )


@pytest.mark.parametrize(
    ("condition", "fix"),
    [
        ({"sender": "Iran"}, "did you mean 'IR'?"),
        ({"recipient": "SDN"}, "did you mean 'SD'?"),
        ({"actor": ["IR", "Sudanese army"]}, "did you mean"),
        ({"speaker": "Lloyd Austin"}, "did you mean 'lloyd-austin'?"),
        ({"item": "munition"}, "did you mean 'munitions'?"),
        ({"item": "stardust"}, "give a place in the goods taxonomy"),
        ({"source": "wires"}, "did you mean 'wire'?"),
    ],
)
def test_a_name_in_place_of_an_id_and_a_misspelt_path_are_refused(
    condition: dict[str, Any], fix: str
) -> None:
    claims = corpus(claim("wire/1", sender="IR", recipient="SD", item="munitions/rocket"))

    with pytest.raises(InvalidValueError, match=re.escape(fix)):
        claims.select(**condition)


@pytest.mark.parametrize(
    "condition",
    [{"sender": "zz-militia"}, {"actor": "KE"}, {"speaker": "zz"}, {"item": "food"}, {"item": "zz goods"}],
)
def test_an_id_that_nobody_uses_and_goods_as_given_find_what_there_is(condition: dict[str, Any]) -> None:
    claims = corpus(claim("wire/1", sender="IR", recipient="SD", item="zz goods"))

    assert ("item" in condition and condition["item"] == "zz goods") == bool(len(claims.select(**condition)))
