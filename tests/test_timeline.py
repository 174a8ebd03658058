"""What is said to have happened, in the order in which it can have happened."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from builders import claim, corpus
from osintkp import Claim, When
from osintkp.timeline import Timeline
from strategies_dates import whens


def dated(name: str, when: str | None) -> Claim:
    return claim(name, "loss", actor="AM", when=when)


def order(*whens: str) -> list[str]:
    made = [dated(f"a/{index}", when) for index, when in enumerate(whens)]
    return [str(each.when) for each in Timeline(made)]


def test_claims_stand_by_the_earliest_day_that_they_allow() -> None:
    expected = ["1994-05", "2020-09-27/2020-11-10", "2020-10-01", "2023-09-19"]

    assert expected == order("2023-09-19", "2020-10-01", "1994-05", "2020-09-27/2020-11-10")


def test_on_one_day_what_ends_first_comes_first() -> None:
    assert ["2020-01-01", "2020-01", "2020", "2020/.."] == order("2020/..", "2020", "2020-01", "2020-01-01")


def test_without_a_beginning_the_end_decides() -> None:
    assert ["2019-12-31", "../2020-06-30", "2020-07-01"] == order("2020-07-01", "../2020-06-30", "2019-12-31")


def test_a_date_of_no_known_year_comes_last() -> None:
    assert ["2024", "XXXX-09-14"] == order("XXXX-09-14", "2024")


def test_two_of_one_time_stand_by_their_ids() -> None:
    assert ["a/1", "b/1"] == [each.id for each in Timeline([dated("b/1", "2020"), dated("a/1", "2020")])]


def test_claims_without_a_date_stand_apart_in_their_order() -> None:
    later, sooner = dated("b/1", None), dated("a/1", None)
    found = Timeline([later, dated("c/1", "2020"), sooner])

    assert (later, sooner) == found.undated
    assert ["c/1"] == [each.id for each in found.claims]
    assert 1 == len(found)


def test_a_treaty_stands_by_its_signature_and_a_limit_by_its_beginning() -> None:
    pact = claim("a/pact", "treaty", title="Boundary", parties=("LY", "TR"), signed="2019-11-27")
    cap = claim("a/cap", "limit", on="KP", item="fuel/refined", since="2018-01-01")

    assert [cap, pact] == list(Timeline([pact, cap]))


def test_a_timeline_prints_a_line_each_and_the_date_once() -> None:
    tanks = claim(
        "a/tanks",
        "loss",
        actor="AM",
        by="AZ",
        item="vehicles/tank",
        amount="~250 tank",
        when="2020-09-27/2020-11-10",
    )
    expected = [
        "when                   claim    what",
        "2020-09-27/2020-11-10  a/tanks  own voice (stated) · loss · AM > AZ · ~250 tank · vehicles/tank",
    ]

    assert expected == str(Timeline([tanks])).splitlines()
    assert str(Timeline([tanks])) == repr(Timeline([tanks]))


def test_a_long_line_is_cut_at_eighty() -> None:
    talk = claim("a/pact", "treaty", title="Treaty " * 20, parties=("ET", "ER"), signed="2018-07-09")

    what = str(Timeline([talk])).splitlines()[1].partition("a/pact  ")[2]

    assert (80, "own voice (stated) · treaty · ER > ET · Treaty", "…") == (len(what), what[:46], what[-1])


def test_a_timeline_of_nothing_says_so() -> None:
    assert "no dated claims" == str(Timeline([]))
    assert "no dated claims" == str(Timeline([dated("a/1", None)]))


def test_a_corpus_makes_a_timeline_of_what_meets_the_conditions() -> None:
    found = corpus(dated("a/1", "2021"), dated("b/1", "2020"), dated("b/2", None)).timeline(source="b")

    assert (["b/1"], ["b/2"]) == ([each.id for each in found], [each.id for each in found.undated])


@given(st.lists(whens(), max_size=6), st.randoms())
def test_the_order_of_the_claims_changes_no_timeline(dates: list[When], randoms: Random) -> None:
    claims = [dated(f"a/{index}", str(when)) for index, when in enumerate(dates)]
    shuffled = list(claims)
    randoms.shuffle(shuffled)

    assert Timeline(claims).claims == Timeline(shuffled).claims
    assert len(claims) == len(Timeline(claims)) + len(Timeline(claims).undated)


@given(st.lists(whens(), max_size=6))
def test_nothing_certainly_later_comes_before(dates: list[When]) -> None:
    found = [each.when for each in Timeline([dated(f"a/{n}", str(when)) for n, when in enumerate(dates)])]
    firsts = [when.earliest or when.latest for when in found if when is not None]

    assert sorted(day for day in firsts if day) == [day for day in firsts if day]
