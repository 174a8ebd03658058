"""Repetitions that lost their hedge, and those that kept, reworded or added one."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from osintkp.claim import Claim, LikelihoodWord
from osintkp.claims import Claims
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Modality, Part, Severity, Verdict

TROOPS: dict[str, Any] = {"kind": "troop_deployment", "sender": "RW", "place": "Goma"}
EARLY: dict[str, Any] = {"published": osintkp.When.parse("2024-03-01")}
LATE: dict[str, Any] = {"published": osintkp.When.parse("2024-03-09")}
KEPT = "a hedge is kept where the quote has it, however the amount was coded"


def dropped(*claims: Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="hedge-dropped")


def only(*claims: Claim, **sources: Any) -> Finding:
    (found,) = dropped(*claims, **sources)
    return found


def linked(first: dict[str, Any], second: dict[str, Any]) -> list[Claim]:
    return [
        claim("a/1", **{**TROOPS, **first}),
        claim("b/1", **{**TROOPS, **second}, links={"repeats": "a/1"}),
    ]


def likely(given: Claim, word: str | None, scheme: str = "journalistic") -> Claim:
    return attrs.evolve(given, likelihood=None if word is None else LikelihoodWord(scheme=scheme, word=word))


def test_a_floor_that_became_a_count_is_told_in_both_readings() -> None:
    found = only(
        *linked(
            {"amount": ">3000 person", "quote": "more than 3,000"},
            {"amount": "3000 person", "quote": "3,000"},
        )
    )

    assert ("TXT104", Severity.WARNING, Verdict.DIFFERENT_SCOPE) == (
        found.code,
        found.severity,
        found.verdict,
    )
    assert ('b/1 repeats a/1, but it turns "more than 3,000 person" into "3,000 person"') == found.message
    assert ("b/1", "a/1") == found.claims
    assert (
        "a/1: own voice (stated) · troop deployment · RW > ? · >3000 person",
        "b/1: own voice (stated) · troop deployment · RW > ? · 3000 person",
    ) == found.working
    assert ("b/1 repeats a/1, as its coder says", KEPT) == found.assumptions


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("~3000 person", "3000 person", 'turns "about 3,000 person" into "3,000 person"'),
        ('~3000 person "roughly"', "3000 person", 'turns "roughly 3,000 person" into "3,000 person"'),
        (">=3000 person", "3000 person", 'turns "at least 3,000 person" into "3,000 person"'),
        ("<=3000 person", "3000 person", 'turns "at most 3,000 person" into "3,000 person"'),
        ("<3000 person", "3000 person", 'turns "less than 3,000 person" into "3,000 person"'),
        ("3000..4000 person", "4000 person", 'turns "3,000 to 4,000 person" into "4,000 person"'),
        ("3000..4000 person", "3000 person", 'turns "3,000 to 4,000 person" into "3,000 person"'),
        ("3000..4000 person", "3500 person", 'turns "3,000 to 4,000 person" into "3,500 person"'),
    ],
)
def test_every_hedge_of_a_figure_can_be_dropped(first: str, second: str, said: str) -> None:
    found = only(*linked({"amount": first}, {"amount": second}))

    assert Severity.WARNING is found.severity
    assert f"b/1 repeats a/1, but it {said}" == found.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<=500 person", ">=500 person"),
        ("<500 person", ">=500 person"),
        (">500 person", "<=500 person"),
    ],
)
def test_a_hedge_that_was_reversed_is_a_conflict(first: str, second: str) -> None:
    found = only(*linked({"amount": first}, {"amount": second}))

    assert (Severity.WARNING, Verdict.CONFLICT) == (found.severity, found.verdict)
    assert found.message.endswith(", the hedge reversed")


def test_about_that_became_more_than_is_an_information() -> None:
    found = only(*linked({"amount": "~500 person"}, {"amount": ">500 person"}))

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (found.severity, found.verdict)
    assert 'b/1 repeats a/1, but it turns "about 500 person" into "more than 500 person"' == found.message


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('~40 person "some"', '~40 person "about"'),
        ('>40 person "over"', '>40 person "more than"'),
        (">40 person", ">=40 person"),
        (">40 person", "~40 person"),
        ("40 person", "~40 person"),
        ("40 person", ">40 person"),
        ("~40 person", "50 person"),
        ("30..40 person", "45 person"),
        ("30..40 person", "~40 person"),
        ("~2000.. person", "3000 person"),
        ("40 person", "40 person"),
        ("~40 person", '40 person "or thereabouts"'),
        ("30..40 person", "40 tank"),
        ("~40 person", None),
        (None, "40 person"),
        (None, None),
    ],
)
def test_another_wording_an_added_hedge_and_another_number_are_left_alone(
    first: str | None, second: str | None
) -> None:
    assert "no findings" == str(dropped(*linked({"amount": first}, {"amount": second})))


@pytest.mark.parametrize(
    "quote",
    [
        "some 3,000 troops", "more than  3,000 troops", "3,000 or more troops", "3,000+ troops", "~3,000 troops", "up to 3,000",
        "as many as 3,000 troops",
    ],
)  # fmt: skip
def test_a_hedge_that_stands_in_the_quote_counts(quote: str) -> None:
    assert "no findings" == str(
        dropped(*linked({"amount": ">3000 person"}, {"amount": "3000 person", "quote": quote}))
    )


@pytest.mark.parametrize("quote", ["the 3,000 troops", "3,000 troops of some 9 brigades"])
def test_a_hedge_of_something_else_in_the_quote_does_not_count(quote: str) -> None:
    assert 1 == len(dropped(*linked({"amount": ">3000 person"}, {"amount": "3000 person", "quote": quote})))


@pytest.mark.parametrize(
    ("modality", "speaker", "said"),
    [
        ("alleged", "CD", "states as a fact what CD alleges"),
        ("alleged", "unknown", "states as a fact what is only alleged"),
        ("alleged", None, "states as a fact what is only alleged"),
        ("estimated", "un", "states as a fact what un estimates"),
        ("estimated", None, "states as a fact what is only an estimate"),
        ("predicted", None, "tells as a fact what is only predicted"),
        ("conditional", None, "tells as a fact what would only be on a condition"),
        ("pledged", None, "tells as done what is only pledged"),
        ("authorised", None, "tells as done what is only authorised"),
    ],
)
def test_a_mode_that_became_a_fact_is_told(modality: str, speaker: str | None, said: str) -> None:
    found = only(
        *linked(
            {"amount": "3000 person", "modality": modality, "speaker": speaker}, {"amount": "3000 person"}
        )
    )

    assert Severity.WARNING is found.severity
    assert found.message.startswith(f"b/1 repeats a/1, but it {said}")


def test_a_condition_that_was_dropped_is_told() -> None:
    found = only(*linked({"modality": "conditional"}, {"modality": "pledged"}))

    assert "b/1 repeats a/1, but it drops the condition" == found.message


def test_a_capacity_told_as_content_is_left_to_its_own_check() -> None:
    given = linked({"amount": "<=3000 person", "modality": "capacity"}, {"amount": "3000 person"})

    assert "no findings" == str(dropped(*given))
    assert 1 == len(dropped(given[0], attrs.evolve(given[1], modality=Modality.CAPACITY)))


@pytest.mark.parametrize(
    "second",
    [
        {"modality": "alleged"}, {"speaker": "CD"}, {"speaker": "unknown"}, {"quote": "3,000 troops, it is claimed"},
        {"quote": "reportedly 3,000 troops"},
    ],
)  # fmt: skip
def test_an_allegation_that_is_still_told_as_one_is_left_alone(second: dict[str, Any]) -> None:
    first = {"amount": "3000 person", "modality": "alleged", "speaker": "CD"}

    assert "no findings" == str(dropped(*linked(first, {"amount": "3000 person", **second})))


def test_an_estimate_is_told_even_where_its_speaker_is_named_unless_the_figure_is_still_rough() -> None:
    first = {"amount": "~3000 person", "modality": "estimated", "speaker": "un"}

    hard = only(*linked({**first, "amount": "3000 person"}, {"amount": "3000 person", "speaker": "un"}))
    rough = only(*linked(first, {"amount": "~3000 person", "speaker": "un"}))

    assert (Severity.WARNING, Severity.INFO) == (hard.severity, rough.severity)
    assert "b/1 repeats a/1, but it states as a fact what un estimates" == hard.message


def test_an_estimate_of_how_much_is_no_estimate_of_whether() -> None:
    first = {"amount": "3000 person", "modality": "estimated", "speaker": "un"}

    assert Severity.INFO is only(*linked(first, {"speaker": "un"})).severity
    assert Severity.WARNING is only(*linked({**first, "amount": None}, {"speaker": "un"})).severity


def test_a_word_of_likelihood_that_is_gone_is_told() -> None:
    first, second = linked({}, {})

    found = only(likely(first, "likely"), second)

    assert 'b/1 repeats a/1, but it drops "likely"' == found.message


@pytest.mark.parametrize(
    ("scheme", "one", "other", "count"),
    [
        ("icd203", "likely", "almost certain", 1),
        ("icd203", "likely", "probable", 0),
        ("icd203", "almost certain", "likely", 0),
        ("phia", "unlikely", "likely or probable", 1),
        ("journalistic", "maybe", "surely", 0),
    ],
)
def test_a_word_of_likelihood_may_be_raised(scheme: str, one: str, other: str, count: int) -> None:
    first, second = linked({}, {})

    found = dropped(likely(first, one, scheme), likely(second, other, scheme))

    assert count == len(found)
    assert all(f'raises "{one}" to "{other}"' in each.message for each in found)


def test_a_copy_with_a_word_of_likelihood_of_its_own_keeps_the_doubt() -> None:
    first, second = linked({"modality": "alleged", "speaker": "CD"}, {"amount": None})

    assert "no findings" == str(dropped(first, likely(second, "possibly")))
    assert 1 == len(dropped(first, second))


def test_words_of_two_schemes_are_not_compared() -> None:
    first, second = linked({}, {})

    assert "no findings" == str(
        dropped(likely(first, "unlikely", "icd203"), likely(second, "highly likely", "phia"))
    )


@pytest.mark.parametrize(
    "quote", ["3,000 troops possibly", "MAY have sent 3,000 troops", "on 5 may it could be"]
)
def test_a_doubt_that_stands_in_the_quote_counts(quote: str) -> None:
    first, second = linked({}, {"quote": quote})

    assert "no findings" == str(dropped(likely(first, "likely"), second))


@pytest.mark.parametrize("quote", ["sent troops on 5 May", "sent troops in May 2024", "sent troops"])
def test_the_month_is_no_doubt(quote: str) -> None:
    first, second = linked({}, {"quote": quote})

    assert 1 == len(dropped(likely(first, "likely"), second))


def test_a_doubt_inside_a_hedge_can_be_lost_alone() -> None:
    found = only(
        *linked(
            {"amount": '>3000 person "likely over"'}, {"amount": '>3000 person "over"', "quote": "over 3,000"}
        )
    )

    assert 'b/1 repeats a/1, but it drops "likely"' == found.message
    assert "no findings" == str(dropped(*linked({"amount": '>3000 person "likely over"'}, {})))


def test_a_speaker_who_is_no_longer_named_is_told_across_sources_alone() -> None:
    first = {"amount": "3000 person", "speaker": "CD"}
    given = linked(first, {"amount": "3000 person"})
    within = attrs.evolve(given[1], id="a/2", source="a")

    found = only(*given)

    assert (Severity.WARNING, "b/1 repeats a/1, but it gives in its own voice what CD says") == (
        found.severity,
        found.message,
    )
    assert "no findings" == str(dropped(given[0], within))
    assert only(*linked({**first, "speaker": "unknown"}, {"amount": "3000 person"})).message.endswith(
        "gives in its own voice what is only reported"
    )


def test_everything_that_was_lost_stands_in_one_finding() -> None:
    first, second = linked(
        {"amount": ">3000 person", "modality": "alleged", "speaker": "CD"}, {"amount": "3000 person"}
    )

    found = only(likely(first, "likely"), second)

    assert (
        'b/1 repeats a/1, but it turns "more than 3,000 person" into "3,000 person", states as a fact what CD alleges'
        ' and drops "likely"'
    ) == found.message


def test_a_heading_of_the_same_source_is_left_to_its_own_check() -> None:
    body = claim("a/1", **TROOPS, amount=">3000 person")
    heading = claim("a/2", **TROOPS, amount="3000 person", links={"repeats": "a/1"})

    assert 1 == len(dropped(body, heading))
    assert "no findings" == str(dropped(body, attrs.evolve(heading, part=Part.HEADING)))
    assert "no findings" == str(dropped(attrs.evolve(body, part=Part.LEDE), heading))


@pytest.mark.parametrize(
    "second",
    [
        {"place": "Bukavu"},
        {"place": "Goma", "when": "2022"},
        {"stance": "denies"},
        {"sender": "RW", "recipient": "UG"},
    ],
)
def test_a_link_between_two_things_is_no_repetition(second: dict[str, Any]) -> None:
    first = {"amount": ">3000 person", "when": "2024", "recipient": "m23"}

    assert "no findings" == str(dropped(*linked(first, {"amount": "3000 person", **second})))
    pledged = {**first, "modality": "pledged"}
    assert "no findings" == str(dropped(*linked(pledged, {"amount": "3000 person", **second})))
    assert 1 == len(dropped(*linked(first, {"amount": "3000 person"})))


def test_a_denial_is_no_telling_that_could_be_repeated() -> None:
    assert "no findings" == str(
        dropped(*linked({"amount": ">3000 person", "stance": "denies"}, {"amount": "3000 person"}))
    )


def test_a_linked_copy_that_came_out_first_is_left_alone() -> None:
    given = linked({"amount": ">3000 person"}, {"amount": "3000 person"})

    assert "no findings" == str(dropped(*given, a=LATE, b=EARLY))
    assert 1 == len(dropped(*given, a=EARLY, b=LATE))
    assert 1 == len(dropped(*given, b=LATE))


def test_a_link_may_join_two_kinds_of_record() -> None:
    first = likely(claim("a/1", "statement", text="troops are there"), "probably")
    second = claim("b/1", **TROOPS, links={"repeats": "a/1"})

    assert 'b/1 repeats a/1, but it drops "probably"' == only(first, second).message


def test_missing_and_circular_links_are_borne() -> None:
    lost = claim("a/1", **TROOPS, amount="3000 person", links={"repeats": "z/9"})
    own = claim("b/1", **TROOPS, amount="3000 person", links={"repeats": "b/1"})
    one = claim("c/1", **TROOPS, amount=">3000 person", links={"repeats": "d/1"})
    other = claim("d/1", **TROOPS, amount="3000 person", links={"repeats": "c/1"})

    assert [("d/1", "c/1")] == [found.claims for found in dropped(lost, own, one, other)]


# Without a link


def copies(first: dict[str, Any], second: dict[str, Any]) -> list[Claim]:
    return [claim("a/1", **{**TROOPS, **first}), claim("b/1", **{**TROOPS, **second})]


SAID: dict[str, Any] = {"speaker": "CD"}


def test_the_number_of_one_origin_in_a_later_source_is_a_repetition() -> None:
    given = copies({"amount": ">3000 person", **SAID}, {"amount": "3000 person", **SAID})

    found = only(*given, a=EARLY, b=LATE)

    assert (Severity.WARNING, Verdict.DIFFERENT_SCOPE, ("b/1", "a/1")) == (
        found.severity,
        found.verdict,
        found.claims,
    )
    assert 'b/1 repeats a/1, but it turns "more than 3,000 person" into "3,000 person"' == found.message
    assert (
        "a number that a speaker gave once is taken from that speaker where a later source prints it about the same thing",
        KEPT,
        "officials and agencies of one government, and members of one organisation's staff, count as one origin",
    ) == found.assumptions


def test_an_exact_figure_that_came_first_is_left_alone() -> None:
    given = copies({"amount": ">3000 person", **SAID}, {"amount": "3000 person", **SAID})

    assert "no findings" == str(dropped(*given, a=LATE, b=EARLY))


def test_without_dates_it_is_open_which_came_first() -> None:
    found = only(*copies({"amount": ">3000 person", **SAID}, {"amount": "3000 person", **SAID}), a=EARLY)

    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert (
        'b/1 may repeat a/1, without its hedge: it turns "more than 3,000 person" into "3,000 person"; a hedge was dropped'
        " if b/1 is the later one, none if a/1 is"
    ) == found.message


def test_two_officials_of_one_state_may_speak_of_two_statements() -> None:
    given = copies(
        {"amount": ">3000 person", "speaker": "kr-defense-intelligence-agency"},
        {"amount": "3000 person", "speaker": "shin-won-sik"},
    )

    found = only(*given, a=EARLY, b=LATE)

    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert found.message.endswith(
        "a hedge was dropped if shin-won-sik and kr-defense-intelligence-agency speak of one statement, none if each counted"
    )


def test_a_window_that_only_one_gives_leaves_it_open() -> None:
    given = copies({"amount": ">3000 person", "when": "2024-02", **SAID}, {"amount": "3000 person", **SAID})

    found = only(*given, a=EARLY, b=LATE)
    turned = only(
        *copies({"amount": ">3000 person", **SAID}, {"amount": "3000 person", "when": "2024-02", **SAID}),
        a=EARLY, b=LATE,
    )  # fmt: skip

    assert found.message.endswith(
        "a hedge was dropped if b/1 is about 2024-02 too, none if it is about another time"
    )
    assert turned.message.endswith("if a/1 is about 2024-02 too, none if it is about another time")


def test_a_figure_in_the_own_voice_of_a_source_may_be_a_repetition() -> None:
    found = only(*copies({"amount": ">3000 person", **SAID}, {"amount": "3000 person"}), a=EARLY, b=LATE)

    assert (Severity.INFO, Verdict.UNDECIDED) == (found.severity, found.verdict)
    assert found.message.endswith("a hedge was dropped if b has it from CD, none if it counted for itself")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({**SAID, "amount": ">3000 person"}, {"speaker": "UG", "amount": "3000 person"}),
        ({"amount": ">3000 person"}, {"amount": "3000 person"}),
        ({**SAID, "amount": ">3000 person"}, {**SAID, "amount": "3100 person"}),
        ({**SAID, "amount": ">3000 person", "when": "2023"}, {**SAID, "amount": "3000 person", "when": "2024"}),
        ({**SAID, "amount": ">3000 person", "said": "2023"}, {**SAID, "amount": "3000 person", "said": "2024"}),
        ({**SAID, "amount": ">3000 person"}, {**SAID, "amount": "3000 person", "place": "Bukavu"}),
        ({**SAID, "amount": ">3000 person"}, {**SAID, "amount": "3000 person", "measure": "stock", "place": "Beni"}),
        ({**SAID, "amount": "3000 person", "modality": "pledged"}, {**SAID, "amount": "3000 person"}),
        ({**SAID, "amount": ">3000 person"}, {**SAID, "amount": "3000 person", "modality": "pledged"}),
        ({**SAID, "amount": "<=3000 person", "modality": "capacity"}, {**SAID, "amount": "3000 person"}),
        ({**SAID, "amount": ">3000 person"}, {**SAID, "amount": "3000 person", "stance": "denies"}),
        ({**SAID, "amount": "3000 person"}, {**SAID, "amount": "3000 person"}),
        ({"speaker": "unknown", "amount": ">3000 person"}, {"speaker": "unknown", "amount": "3000 person"}),
    ],
)  # fmt: skip
def test_what_may_be_another_count_is_left_alone(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert "no findings" == str(dropped(*copies(first, second), a=EARLY, b=LATE))


def test_two_tellings_in_one_source_need_a_link() -> None:
    first = claim("a/1", **TROOPS, amount=">3000 person", **SAID)
    second = claim("a/2", **TROOPS, amount="3000 person", **SAID)
    other = claim("b/1", **TROOPS, amount="2000 person")

    assert "no findings" == str(dropped(first, second, other))


@pytest.mark.parametrize("kind", ["revises", "part_of"])
def test_a_revision_and_a_part_are_no_repetition(kind: str) -> None:
    first = claim("a/1", **TROOPS, amount=">3000 person", **SAID)
    second = claim("b/1", **TROOPS, amount="3000 person", **SAID, links={kind: "a/1"})

    assert "no findings" == str(dropped(first, second, a=EARLY, b=LATE))


def test_a_claim_that_is_linked_to_another_telling_is_not_asked_again() -> None:
    first = claim("a/1", **TROOPS, amount=">3000 person", **SAID)
    exact = claim("c/1", **TROOPS, amount="3000 person", **SAID)
    copy = claim("b/1", **TROOPS, amount="3000 person", **SAID, links={"repeats": "c/1"})

    assert [("c/1", "a/1")] == [
        found.claims for found in dropped(first, exact, copy, a=EARLY, b=LATE, c=LATE)
    ]


def test_other_units_of_one_dimension_are_one_figure() -> None:
    crude: dict[str, Any] = {"sender": "RU", "recipient": "IN", "item": "fuel/crude", "speaker": "IN"}
    first = claim("a/1", **crude, amount=">2 tonne")
    second = claim("b/1", **crude, amount="2000 kilogram")

    found = only(first, second, a=EARLY, b=LATE)

    assert found.message.endswith('it turns "more than 2 tonne" into "2,000 kilogram"')


def test_other_goods_of_one_number_are_two_figures() -> None:
    way: dict[str, Any] = {"sender": "RU", "recipient": "IN", "speaker": "IN"}
    given = [claim("a/1", **way, amount="~40 tank"), claim("b/1", **way, amount="40 truck")]

    assert "no findings" == str(dropped(*given, a=EARLY, b=LATE))
    assert 1 == len(dropped(given[0], claim("b/1", **way, amount="40 tank"), a=EARLY, b=LATE))


def test_both_ends_of_a_range_are_looked_up() -> None:
    for end in ("3000", "4000"):
        given = copies({"amount": "3000..4000 person", **SAID}, {"amount": f"{end} person", **SAID})

        assert 1 == len(dropped(*given, a=EARLY, b=LATE))


def test_a_source_that_rewrites_another_repeats_it_whoever_is_named() -> None:
    given = copies({"amount": "3000 person", "modality": "pledged", **SAID}, {"amount": "3000 person"})
    middle = osintkp.Source(id="m", derived_from="a")
    base = corpus(*given, b={"derived_from": "m"})
    whole = osintkp.Corpus(claims=Claims(given, [*base.sources, middle]))

    (found,) = whole.check(select="hedge-dropped")

    assert (Severity.WARNING, Verdict.DIFFERENT_SCOPE) == (found.severity, found.verdict)
    assert "b/1 repeats a/1, but it tells as done what is only pledged" == found.message
    assert "a source that rewrites another has its figures from it" == found.assumptions[0]


def test_a_rewrite_that_names_nobody_lost_the_speaker() -> None:
    given = copies({"amount": "3000 person", **SAID}, {"amount": "3000 person"})

    found = only(*given, b={"derived_from": "a"})

    assert "b/1 repeats a/1, but it gives in its own voice what CD says" == found.message


def test_a_rewrite_in_a_circle_is_borne() -> None:
    given = copies({"amount": ">3000 person"}, {"amount": "3000 person"})

    assert 1 == len(dropped(*given, a={"derived_from": "b"}, b={"derived_from": "a"}))


def test_many_copies_of_one_telling_are_told_as_one() -> None:
    first = claim("a/1", **TROOPS, amount=">3000 person", **SAID)
    later = [claim(f"s{number:02}/1", **TROOPS, amount="3000 person", **SAID) for number in range(30)]
    dates = {f"s{number:02}": LATE for number in range(30)}

    found = only(first, *later, a=EARLY, **dates)

    assert found.message.startswith("s00/1, s01/1, s02/1, s03/1, s04/1 and 25 more repeat a/1, but it turns")
    assert 31 == len(found.claims)
    assert 6 == len(found.working)


def test_the_nearest_earlier_telling_is_taken() -> None:
    older = claim("a/1", **TROOPS, amount=">3000 person", **SAID)
    newer = claim("c/1", **TROOPS, amount="~3000 person", **SAID)
    copy = claim("b/1", **TROOPS, amount="3000 person", **SAID)
    middle = {"published": osintkp.When.parse("2024-03-05")}

    assert ("b/1", "c/1") == only(older, newer, copy, a=EARLY, c=middle, b=LATE).claims


def test_the_order_of_the_claims_plays_no_part() -> None:
    given = [
        *linked({"amount": ">3000 person"}, {"amount": "3000 person"}),
        claim("c/1", **TROOPS, amount="~3000 person", **SAID),
        claim("d/1", **TROOPS, amount="3000 person", **SAID),
        claim("e/1", **TROOPS, amount="3000 person"),
    ]
    expected = dropped(*given)
    for seed in range(4):
        random.Random(seed).shuffle(given)

        assert expected == dropped(*given)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["0 person", "3000 person", ">3000 person", "~2000.. person", "3000..4000 person", "40 tank", None]),
            st.sampled_from([None, "CD", "unknown", "no-such-actor"]),
            st.sampled_from(["stated", "alleged", "capacity", "pledged", "conditional"]),
            st.sampled_from([None, "2024", "2023/..", "XXXX"]),
            st.sampled_from([None, "a/0", "a/1", "z/9"]),
        ),
        max_size=5,
    )
)  # fmt: skip
def test_no_claims_whatever_make_it_fail(
    drawn: list[tuple[str | None, str | None, str, str | None, str | None]],
) -> None:
    given = [
        claim(
            f"{'ab'[number % 2]}/{number}", "troop_deployment", sender="RW", amount=amount, speaker=speaker,
            modality=modality, said=said, links=None if target is None else {"repeats": target},
        )
        for number, (amount, speaker, modality, said, target) in enumerate(drawn)
    ]  # fmt: skip

    assert all(found.message for found in dropped(*given))


def test_a_claim_without_quotes_is_borne() -> None:
    first, second = linked({"amount": ">3000 person"}, {"amount": "3000 person"})

    assert 1 == len(dropped(attrs.evolve(first, spans=()), attrs.evolve(second, spans=())))


def test_the_round_figure_of_the_fourth_seed_lost_its_hedges() -> None:
    found = osintkp.load_seeds().check(select="hedge-dropped")

    assert [("s3/troops", "s2/troops-us"), ("s3/troops", "s3/sent")] == [each.claims for each in found]
    assert found[0].message.endswith(
        'it turns "more than 10,000 person" into "10,000 person" and states as a fact what US alleges'
    )
    assert found[1].message.endswith('it turns "about 10,000 person" into "10,000 person"')
    assert {Severity.WARNING} == {each.severity for each in found}


def test_an_estimate_that_is_called_one_keeps_its_about() -> None:
    about = {"amount": "~45000 person", "modality": "estimated", "speaker": "un"}
    exact = {"amount": "45000 person", "speaker": "un"}

    assert not dropped(*linked(about, {**exact, "quote": "45,000 are there, by the UN's estimate"}))
    assert dropped(*linked(about, {**exact, "quote": "45,000 are there"}))
    floor = {**about, "amount": ">45000 person"}
    assert dropped(*linked(floor, {**exact, "quote": "45,000 are there, by the UN's estimate"}))
