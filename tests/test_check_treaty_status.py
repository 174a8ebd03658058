"""What is said of a treaty's status and does not fit what is known, or what others say."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.checks._treaties import exact, kinds, words
from osintkp.dates import When
from osintkp.facts import Facts, ReferenceTreaty
from osintkp.findings import Finding, Findings
from osintkp.records.treaty import Treaty
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "LAW104"
PACT = ReferenceTreaty(
    id="pact", citation="the gazette", basis="found", titles=("friendship treaty",),
    treaty=Treaty(
        title="Treaty of Friendship, Good-Neighbourliness and Cooperation", parties=("TD", "NE"), signed=When.parse("1990-03-01"),
        ratified={"TD": When.parse("1990-06-10")}, in_force=When.parse("1990-07-01"), ended=When.parse("2020-01-31"),
    ),
)  # fmt: skip


def found(
    *claims: osintkp.Claim, treaties: tuple[ReferenceTreaty, ...] = (PACT,), **sources: Any
) -> Findings:
    return corpus(*claims, **sources).check(select=CODE, using=Facts(treaties=treaties))


def one(*claims: osintkp.Claim, treaties: tuple[ReferenceTreaty, ...] = (PACT,), **sources: Any) -> Finding:
    (only,) = found(*claims, treaties=treaties, **sources)
    return only


def told(name: str = "daily/a", **fields: Any) -> osintkp.Claim:
    about: dict[str, Any] = {"title": "friendship treaty", "parties": ("NE", "TD")}
    return claim(name, kind="treaty", **(about | fields))


@pytest.mark.parametrize(
    ("field", "said", "words_", "days"),
    [
        (
            "in_force",
            "1990-09-01",
            "in force from 1990-09-01: it was in force from 1990-07-01, 62 days before",
            62,
        ),
        ("ended", "2018", "ended 2018: it was ended 2020-01-31, 396 days later", 396),
        ("signed", "1990-01-01", "signed 1990-01-01: it was signed 1990-03-01, 59 days later", 59),
    ],
)
def test_a_date_off_the_known_one_is_an_error(field: str, said: str, words_: str, days: int) -> None:
    finding = one(told(**{field: said}))

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert (
        f"daily/a has the Treaty of Friendship, Good-Neighbourliness and Cooperation (TD, NE) of 1990-03-01 {words_}"
        == finding.message
    )
    assert finding.working[0].endswith(f"{days} apart")
    assert "pact: the gazette" in finding.assumptions


@pytest.mark.parametrize(
    "fields",
    [
        {"in_force": "1990-07-01"}, {"in_force": "1990-07"}, {"in_force": "1990"}, {"in_force": "1990-06~"},
        {"ended": "2020-01"}, {"signed": "1990"}, {"ratified": {"TD": When.parse("1990-06")}}, {"parties": ("NE", "ML"), "in_force": "1995"},
        {"title": "fisheries treaty", "in_force": "1995"}, {"in_force": "1995", "stance": "denies", "ended": "1999"},
        {"in_force": "1995", "modality": "predicted"},
    ],
)  # fmt: skip
def test_dates_that_fit_or_are_of_another_treaty_are_left_alone(fields: dict[str, Any]) -> None:
    assert "no findings" == str(found(told(**fields)))


def test_a_date_from_memory_is_a_warning() -> None:
    known = attrs.evolve(PACT, basis="memory")

    assert Severity.WARNING is one(told(in_force="1995"), treaties=(known,)).severity


def test_one_day_off_may_be_a_time_zone() -> None:
    finding = one(told(signed="1990-02-28"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith("1 day later; a time zone may be behind it")


@pytest.mark.parametrize(
    ("said", "severity"), [("1990-05-01", "info"), ("1990-01-01", "error"), ("1990-06-09", "info")]
)
def test_a_ratification_has_several_steps(said: str, severity: str) -> None:
    finding = one(told(ratified={"TD": When.parse(said)}))

    assert severity == finding.severity
    assert f"ratified by TD {said}: it was ratified by TD 1990-06-10" in finding.message


def test_the_ratification_of_a_party_that_nobody_knows_is_left_alone() -> None:
    assert "no findings" == str(found(told(ratified={"NE": When.parse("2001")})))


def test_claims_with_one_wrong_date_are_told_once() -> None:
    finding = one(told("daily/a", in_force="1995"), told("wire/b", in_force="1995"))

    assert finding.message.startswith("daily/a and wire/b have the Treaty of")
    assert ("daily/a", "wire/b") == finding.claims


def test_a_treaty_of_many_states_has_other_dates_for_each() -> None:
    known = ReferenceTreaty(
        id="att",
        citation="gazette",
        basis="found",
        treaty=Treaty(
            title="Arms Trade Treaty", signed=When.parse("2013-06-03"), in_force=When.parse("2014-12-24")
        ),
    )
    about: dict[str, Any] = {"title": "Arms Trade Treaty", "parties": ("CN",)}

    assert "no findings" == str(found(told(**about, signed="2019", in_force="2020-10"), treaties=(known,)))
    assert Severity.ERROR is one(told(**about, in_force="2012"), treaties=(known,)).severity


def test_two_claims_that_date_one_unknown_treaty_differently_cannot_both_hold() -> None:
    first = told("one/a", title="river accord", signed="2001-05", in_force="2001-09-01")
    other = told("two/b", title="the river accord", signed="2001-05-04", in_force="2001-12")
    finding = one(first, other)

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert (
        "one/a has the river accord in force from 2001-09-01, two/b in force from 2001-12, 91 days later: both cannot hold"
        == finding.message
    )


@pytest.mark.parametrize(
    ("one_", "two", "severity", "verdict"),
    [
        ({"in_force": "2001-09-01"}, {"in_force": "2001-12"}, "warning", "undecided"),
        ({"signed": "2001-05-01"}, {"signed": "2001-06-10"}, "warning", "undecided"),
        ({"signed": "2001-05-01"}, {"signed": "2008-06-10"}, "info", "undecided"),
        ({"signed": "2001-05-01"}, {"signed": "2001-05-02"}, "info", "undecided"),
        ({"ended": "2001"}, {"ended": "2004"}, "warning", "undecided"),
    ],
)
def test_where_it_may_be_two_treaties_the_question_is_asked(
    one_: dict[str, str], two: dict[str, str], severity: str, verdict: str
) -> None:
    finding = one(told("one/a", title="river accord", **one_), told("two/b", title="river accord", **two))

    assert (severity, verdict) == (finding.severity, finding.verdict)


@pytest.mark.parametrize(
    ("one_", "two"),
    [
        ({"in_force": "2001-09-01"}, {"in_force": "2001-09"}),
        ({"in_force": "2001-09-01", "title": "river accord"}, {"in_force": "2005", "title": "border accord"}),
        ({"in_force": "2001-09-01"}, {"in_force": "2005", "parties": ("TD", "SD")}),
        ({"in_force": "2001-09-01", "title": "treaty"}, {"in_force": "2005", "title": "treaty"}),
        ({"in_force": "2001-09-01", "title": None}, {"in_force": "2005", "title": None}),
        ({"in_force": "../2001"}, {"in_force": "2000/.."}),
    ],
)
def test_claims_of_two_treaties_are_not_held_against_each_other(
    one_: dict[str, Any], two: dict[str, Any]
) -> None:
    about = {"title": "river accord"}

    assert "no findings" == str(
        found(told("one/a", **(about | one_)), told("two/b", **(about | two)), treaties=()).at_least(
            "warning"
        )
    )


def test_dates_of_treaties_signed_in_two_years_are_told_by_their_signing_alone() -> None:
    finding = one(
        told("one/a", title="peace accord", signed="2015", in_force="2015-09"),
        told("two/b", title="peace accord", signed="2018", in_force="2018-09"),
    )

    assert Severity.INFO is finding.severity
    assert finding.message.endswith(
        "a conflict if both mean one treaty, two treaties of one name if not; missing: which is meant?"
    )


def denied(name: str = "daily/a", said: str | None = "2010-05-01", **fields: Any) -> osintkp.Claim:
    return told(name, stance="denies", said=said, **({"title": "formal treaties"} | fields))


def test_a_denial_of_any_treaty_is_wrong_if_any_is_meant() -> None:
    finding = one(denied())

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert (
        "daily/a (2010-05-01) denies 'formal treaties', while the Treaty of Friendship, Good-Neighbourliness and Cooperation "
        "(TD, NE) of 1990-03-01, in force 1990-07-01/2020-01-31, stood: wrong if any treaty is meant, right if only one on "
        "some matter is; missing: which treaties are meant?" == finding.message
    )
    assert ("pact: the gazette", "a denial speaks of the day on which it was made") == finding.assumptions
    assert finding.working[0].startswith("2010-05-01 lies in 1990-07-01/2020-01-31")


@pytest.mark.parametrize(
    "fields",
    [
        {"said": "1985"},
        {"said": "2021"},
        {"said": None},
        {"parties": ("TD", "SD")},
        {"said": "1990"},
        {"in_force": "2015"},
        {"parties": ("TD",)},
    ],
)
def test_a_denial_of_another_time_or_of_others_is_left_alone(fields: dict[str, Any]) -> None:
    assert "no findings" == str(found(denied(**fields)))


@pytest.mark.parametrize(
    ("fields", "severity", "verdict"),
    [
        ({"title": None}, "warning", "undecided"),
        ({"title": "any treaty"}, "warning", "undecided"),
        ({"title": "formal agreements"}, "info", "undecided"),
        ({"title": "formal agreements", "obligations": ("arms for aid",)}, "info", "different_scope"),
        ({"title": "friendship treaty", "obligations": ("arms for aid",)}, "info", "different_scope"),
        ({"title": "military alliance"}, "info", "different_scope"),
        ({"title": "friendship treaty"}, "warning", "conflict"),
        ({"title": "Treaty of Friendship, Good-Neighbourliness and Cooperation"}, "error", "conflict"),
    ],
)
def test_what_is_denied_decides(fields: dict[str, Any], severity: str, verdict: str) -> None:
    finding = one(denied(**fields))

    assert (severity, verdict) == (finding.severity, finding.verdict)


def test_the_denial_of_a_treaty_known_from_memory_is_a_warning() -> None:
    known = attrs.evolve(PACT, basis="memory")

    assert Severity.WARNING is one(denied(title=PACT.treaty.title), treaties=(known,)).severity


def test_denials_of_one_thing_on_one_day_are_told_once() -> None:
    finding = one(denied("daily/a", speaker="TD"), denied("daily/b", speaker="NE"))

    assert finding.message.startswith("daily/a and daily/b (2010-05-01) deny 'formal treaties', while")


def test_names_that_drop_a_word_of_the_title_are_listed() -> None:
    finding = one(
        told("a/1", title="treaty of friendship and cooperation"),
        told("b/1", title="Friendship and Cooperation Treaty"),
        told("c/1"),
    )

    assert (Severity.INFO, Verdict.AGREEMENT) == (finding.severity, finding.verdict)
    assert (
        "'Friendship and Cooperation Treaty' (b/1) drops 'good' and 'neighbourliness' and "
        "'treaty of friendship and cooperation' (a/1) drops 'good' and 'neighbourliness': all mean the Treaty of Friendship, "
        "Good-Neighbourliness and Cooperation (TD, NE) of 1990-03-01" == finding.message
    )
    assert ("a/1", "b/1") == finding.claims


def test_one_name_that_drops_a_word_means_the_treaty() -> None:
    assert ": this means the Treaty of" in one(told(title="friendship and cooperation treaty")).message


def test_a_state_that_had_ended_signs_nothing() -> None:
    finding = one(told(parties=("YU", "LY"), title="arms accord", signed="2006-04"))

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert (
        "daily/a has Yugoslavia sign a treaty on 2006-04, after it had ended on 2003-02-04" == finding.message
    )
    assert finding.assumptions[0].startswith("YU: ")


def test_a_state_that_has_ended_is_bound_only_through_another() -> None:
    finding = one(
        told(parties=("SU", "AF"), title="aid accord", signed="1978", said="1995", obligations=("help",))
    )

    assert (Severity.INFO, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.startswith(
        "daily/a speaks of what a treaty asks of Soviet Union, which ended on 1991-12-26: it binds if a state took its place"
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"signed": "1978"},
        {"signed": "1978", "said": "1980", "obligations": ("help",)},
        {"signed": "1978", "said": "1995", "ended": "1990", "obligations": ("help",)},
    ],
)
def test_treaties_of_a_state_in_its_time_are_left_alone(fields: dict[str, Any]) -> None:
    assert "no findings" == str(found(told(parties=("SU", "AF"), title="aid accord", **fields)))


@pytest.mark.parametrize(
    ("title", "parties", "fields", "hits"),
    [
        ("Shusha Declaration", ("TR", "AZ"), {"signed": "2021-06-15"}, 0),
        ("Shusha Declaration", ("TR", "AZ"), {"signed": "2020-11"}, 1),
        ("mutual security treaty", ("US", "JP"), {"signed": "1960", "in_force": "1960-06-23"}, 0),
        ("security treaty", ("US", "JP"), {"signed": "1951"}, 0),
        ("Algiers Agreement", ("ER", "ET"), {"signed": "2000-12-12", "in_force": "2000-12"}, 0),
        ("Algiers Agreement", ("ER", "ET"), {"in_force": "2002-04"}, 1),
        ("Simla Agreement", ("PK", "IN"), {"signed": "1973"}, 1),
    ],
)
def test_known_treaties_of_the_world(
    title: str, parties: tuple[str, ...], fields: dict[str, Any], hits: int
) -> None:
    spoken = claim("daily/a", kind="treaty", title=title, parties=parties, **fields)

    assert hits == len(corpus(spoken).check(select=CODE).at_least("warning"))


def test_titles_are_compared_by_the_words_that_tell_them_apart() -> None:
    assert {"comprehensive", "partnership"} == words("Treaty of Comprehensive Partnership")
    assert frozenset() == words("any formal treaties")
    assert {"treaties"} == kinds("any formal treaties")
    assert "mutual defence treaty" == exact("The Mutual Defense Treaty")


def test_hostile_claims_raise_nothing() -> None:
    odd = [
        claim("x/a", kind="treaty"),
        claim(
            "x/b",
            kind="treaty",
            parties=("nobody", "no-one"),
            title="-" * 5000,
            said="XXXX-07",
            stance="denies",
        ),
        claim(
            "x/c", kind="treaty", parties=("TD", "NE"), title="\u0000", in_force="../2021", signed="2021/.."
        ),
        claim(
            "x/d",
            kind="treaty",
            parties=("TD", "NE", "SU"),
            in_force="2030",
            ended="2020",
            ratified={"zz-top": When.parse("2001")},
        ),
        claim("x/e", kind="treaty", parties=("TD", "NE"), ratified={"zz-top": When.parse("XXXX")}),
    ]

    assert isinstance(found(*odd), Findings)


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        told(f"s{n % 3}/{n}", title=title, in_force=when)
        for n, (title, when) in enumerate(
            [
                ("friendship treaty", "1995"),
                ("river accord", "2001"),
                ("river accord", "2003"),
                ("Treaty of Friendship and Cooperation", "1990"),
            ]
            * 2
        )
    ]
    claims += [denied("s4/1"), denied("s4/2", said="2011")]
    expected = found(*claims)
    for seed in range(4):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims)


def test_the_seeds_overlook_the_treaty_of_2000_and_drop_words_of_that_of_2024() -> None:
    findings = osintkp.load_seeds().check(select=CODE)

    assert [(Severity.WARNING, ("s0/no-treaties",))] == [
        (each.severity, each.claims) for each in findings.at_least("warning")
    ]
    assert (
        "of 2000-02-09, in force 2000-10/2024-12-04, stood: wrong if any treaty is meant"
        in findings[0].message
    )
    assert {
        ("s0/no-agreements-kp", "s0/no-agreements-ru"),
        ("s2/treaty", "s2/treaty-obliges", "s3/caption-treaty", "s3/treaty"),
    } == {each.claims for each in findings if each.severity is Severity.INFO}
