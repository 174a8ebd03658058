"""Titles held against the terms of office of those who are given them."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.checks import office_not_held
from osintkp.checks._terms import begun, held, over, term, together
from osintkp.checks._titles import Title, only_office, same_office, title_of
from osintkp.dates import When
from osintkp.facts import ReferenceOffice, shipped
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Answer, Severity, Verdict

GOODS: dict[str, Any] = {"sender": "IR", "recipient": "SD", "item": "aircraft/uncrewed"}


def spoken(
    name: str, actor: str, role: str | None, when: str | None = None, said: str | None = None
) -> osintkp.Claim:
    link = osintkp.Link(actor=actor, role=role, when=None if when is None else When.parse(when))
    return attrs.evolve(claim(name, said=said, **GOODS), attribution=(link,))


def found(*claims: osintkp.Claim, facts: Any = None, **published: str) -> Findings:
    sources = {name: {"published": When.parse(when)} for name, when in published.items()}
    return corpus(*claims, **sources).check(select="office-not-held", using=facts)


def only(*claims: osintkp.Claim, facts: Any = None, **published: str) -> Finding:
    (one,) = found(*claims, facts=facts, **published)
    return one


def test_a_minister_who_had_left_is_given_his_old_title() -> None:
    one = only(spoken("a/1", "sergei-shoigu", "defence minister", "2024-08-01"))

    assert ("ENT101", Severity.WARNING, Verdict.CONFLICT) == (one.code, one.severity, one.verdict)
    assert (
        'a/1 gives sergei-shoigu the title "defence minister" at 2024-08-01, but sergei-shoigu held it 2012-11-06 to'
        ' 2024-05-12 and "former" is missing; sergei-shoigu was then secretary of the security council'
        " (from 2024-05-12 on); defence minister was then andrei-belousov (from 2024-05-14 on)"
    ) == one.message
    assert ("a/1",) == one.claims
    assert ("defence minister at 2024-08-01: a/1",) == one.working
    assert any("memory" in line for line in one.assumptions)
    assert "offices change hands within 7 days of the dates given" == one.assumptions[-1]
    assert one.assumptions[-2].startswith("the table of offices has every term of sergei-shoigu")


def test_a_minister_to_be_is_given_a_title_before_his_time() -> None:
    one = only(spoken("a/1", "andrei-belousov", "Russian Defense Minister", "2023-02-01"))

    assert (Severity.WARNING, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert (
        'a/1 gives andrei-belousov the title "Russian Defense Minister" at 2023-02-01, but andrei-belousov held that office'
        " only from 2024-05-14 on; defence minister was then sergei-shoigu (2012-11-06 to 2024-05-12)"
    ) == one.message


def test_who_held_another_office_before_leaves_no_open_question() -> None:
    one = only(spoken("a/1", "kaja-kallas", "high representative", "2014-05"))

    assert Verdict.CONFLICT is only(spoken("a/1", "kaja-kallas", "high representative", "2022-02")).verdict
    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)


def test_a_term_that_the_table_may_lack_leaves_it_open() -> None:
    one = only(spoken("a/1", "benjamin-netanyahu", "Prime Minister", "1997-05-02"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert one.message.endswith(
        "but benjamin-netanyahu held that office only 2009-03-31 to 2021-06-13 and from 2022-12-29 on; missing: whether"
        " benjamin-netanyahu held it in a term that the table lacks; a wrong title if not, a right one if so"
    )


def test_between_two_terms_nobody_holds_the_office() -> None:
    one = only(spoken("a/1", "benjamin-netanyahu", "prime minister", "2022-02-02"))

    assert (Severity.WARNING, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert (
        "benjamin-netanyahu held that office 2009-03-31 to 2021-06-13 and from 2022-12-29 on, not then"
        in one.message
    )


def test_a_title_that_another_held_is_warned_of_though_the_table_does_not_list_it() -> None:
    one = only(spoken("a/1", "yoav-gallant", "foreign minister", "2024-03-01"))

    assert (Severity.WARNING, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert (
        "but the table lists no such office for yoav-gallant; yoav-gallant was then defence minister (2022-12-29 to"
        " 2024-11-08); foreign minister was then israel-katz (2024-01-01 to 2024-11-08)"
    ) in one.message


@pytest.mark.parametrize(
    ("person", "role", "when"),
    [
        ("yoav-gallant", "foreign minister", "2023-03-01"),
        ("xi-jinping", "general secretary", "2023-03-01"),
        ("abiy-ahmed", "president", "2023-03-01"),
        ("mark-rutte", "defence minister", "2025-03-01"),
    ],
)
def test_a_title_that_the_table_does_not_list_is_only_told(person: str, role: str, when: str) -> None:
    one = only(spoken("a/1", person, role, when))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert f"the table lists no such office for {person}" in one.message
    assert f"missing: whether {person} held it in a term that the table lacks" in one.message


@pytest.mark.parametrize(
    ("person", "role", "when"),
    [
        ("sergei-shoigu", "defence minister", "2024-04-02"),
        ("sergei-shoigu", "Russia's defence minister", "2012-11-06"),
        ("sergei-shoigu", "defense minister of Russia", "2024-05-12"),
        ("sergei-shoigu", "former defence minister", "2024-08-01"),
        ("sergei-shoigu", "ex-Defence Minister", "2024-08-01"),
        ("sergei-shoigu", "then-defence minister", "2024-08-01"),
        ("andrei-belousov", "defence minister-designate", "2024-05-12"),
        ("andrei-belousov", "acting defence minister", "2023-05-12"),
        ("andrei-belousov", "former defence minister", "2023-05-12"),
        ("joe-biden", "president-elect", "2020-12-12"),
        ("joe-biden", "outgoing president", "2025-01-25"),
        ("volodymyr-zelenskyy", "leader", "2024-02-26"),
        ("abiy-ahmed", "Ethiopian leader", "2023-03-01"),
        ("sergei-shoigu", "defence chief", "2024-08-01"),
        ("david-lammy", "secretary of state", "2023-03-01"),
        ("lloyd-austin", "U.S. Secretary of Defense", "2024-10-31"),
        ("antony-blinken", "US secretary of state", "2023-11-09"),
        ("ursula-von-der-leyen", "president", "2023-11-09"),
        ("jens-stoltenberg", "NATO secretary general", "2023-11-09"),
        ("mohamed-hamdan-dagalo", "commander", "2000"),
        ("kim-yo-jong", "foreign minister", "2024"),
        ("abdel-fattah-al-burhan", "poet", "2024"),
        ("KP", "president", "2024"),
        ("unknown", "president", "2024"),
        ("some-militia", "president", "2024"),
        ("sergei-shoigu", "defence minister" * 50, "2024-08-01"),
    ],
)
def test_a_title_that_fits_or_says_too_little_is_left_alone(person: str, role: str, when: str) -> None:
    assert [] == list(found(spoken("a/1", person, role, when)))


def test_one_who_is_called_former_and_still_holds_the_office() -> None:
    one = only(spoken("a/1", "hakan-fidan", "former Turkish foreign minister", "2024-08-01"))

    assert (Severity.WARNING, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert (
        'a/1 gives hakan-fidan the title "former Turkish foreign minister" at 2024-08-01, but hakan-fidan has held that'
        " office from 2023-06-03 on and not left it"
    ) == one.message
    assert [] == list(found(spoken("a/1", "benjamin-netanyahu", "former prime minister", "2023-08-01")))


@pytest.mark.parametrize(
    ("when", "missing"),
    [
        ("2024", "the day that 2024 stands for"),
        ("2024-05", "the day that 2024-05 stands for"),
        ("2023/2025", "the day that 2023/2025 stands for"),
        ("/2025", "the day that /2025 stands for"),
        ("2024-05-14~", "the day on which the office changed hands"),
        ("2024-05-15", "the day on which the office changed hands"),
    ],
)
def test_an_imprecise_date_leaves_it_open(when: str, missing: str) -> None:
    one = only(spoken("a/1", "sergei-shoigu", "defence minister", when))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        f'a/1 gives sergei-shoigu the title "defence minister" at {when}, and sergei-shoigu held that office 2012-11-06 to'
        f" 2024-05-12; missing: {missing}; a right title on a day of the term, a wrong one on another"
    ) == one.message


@pytest.mark.parametrize(("when", "count"), [("2024-05-19", 0), ("2024-05-20", 1)])
def test_a_week_is_allowed_for_handing_over(when: str, count: int) -> None:
    assert count == len(found(spoken("a/1", "sergei-shoigu", "defence minister", when)).at_least("warning"))


@pytest.mark.parametrize(("when", "count"), [("2024-05-07", 0), ("2024-05-06", 1)])
def test_a_week_is_allowed_before_the_first_day(when: str, count: int) -> None:
    assert count == len(found(spoken("a/1", "andrei-belousov", "defence minister", when)).at_least("warning"))


def test_a_title_of_the_day_of_publication_is_told_as_such() -> None:
    early = spoken("a/1", "andrei-belousov", "defence minister", "2023-02-01")

    one = only(early, a="2024-08-01")

    assert (Severity.INFO, Verdict.DIFFERENT_WINDOW) == (one.severity, one.verdict)
    assert (
        'a/1 gives andrei-belousov the title "defence minister" at 2023-02-01, a title of the time of publication,'
        " 2024-08-01: andrei-belousov held that office from 2024-05-14 on"
    ) == one.message
    assert Severity.WARNING is only(early, a="2023-02-03").severity


def test_what_was_said_has_its_date_from_the_step_the_claim_or_the_source() -> None:
    late, early = "2024-08-01", "2024-02-01"

    assert [] == list(found(spoken("a/1", "sergei-shoigu", "defence minister", early, said=late), a=late))
    assert [] == list(found(spoken("a/1", "sergei-shoigu", "defence minister", said=early), a=late))
    assert 1 == len(found(spoken("a/1", "sergei-shoigu", "defence minister"), a=late))
    assert [] == list(found(spoken("a/1", "sergei-shoigu", "defence minister")))


def test_the_date_of_the_claim_is_that_of_its_origin_alone() -> None:
    first = osintkp.Link(actor="kr-national-intelligence-service")
    passed_on = osintkp.Link(actor="sergei-shoigu", role="defence minister")
    told = attrs.evolve(claim("a/1", said="2024-02-01", **GOODS), attribution=(first, passed_on))

    assert 1 == len(found(told, a="2024-08-01"))


def test_one_person_in_two_offices_is_told_once_with_the_days_of_both() -> None:
    one = only(
        spoken("a/1", "israel-katz", "foreign minister", "2024-03-01"),
        spoken("a/2", "israel-katz", "Israeli Foreign Minister", "2024-04-01"),
        spoken("b/1", "israel-katz", "minister of defence", "2025-02-01"),
    )

    assert (Severity.INFO, Verdict.AGREEMENT) == (one.severity, one.verdict)
    assert (
        "one person, israel-katz, speaks in 2 offices, each held at its date: as foreign minister (2024-01-01 to 2024-11-08)"
        " in a/1 and a/2 and as defence minister (from 2024-11-08 on) in b/1; held as both foreign minister and defence"
        " minister at once from 2024-11-08 to 2024-11-08: 1 day"
    ) == one.message
    assert ("a/1", "a/2", "b/1") == one.claims
    assert (
        "foreign minister at 2024-03-01: a/1",
        "foreign minister at 2024-04-01: a/2",
        "defence minister at 2025-02-01: b/1",
    ) == one.working
    assert 2 == len(one.assumptions)


def test_two_offices_held_on_end_overlap_from_a_day_on() -> None:
    one = only(
        spoken("a/1", "marco-rubio", "secretary of state", "2025-06-01"),
        spoken("a/2", "marco-rubio", "national security adviser", "2025-06-01"),
    )

    assert one.message.endswith(
        "; held as both foreign minister and national security adviser at once from 2025-05-01 on"
    )


def test_two_offices_one_after_the_other_do_not_overlap() -> None:
    one = only(
        spoken("a/1", "mark-rutte", "prime minister", "2023-06-01"),
        spoken("a/2", "mark-rutte", "secretary-general", "2025-06-01"),
    )

    assert "at once" not in one.message


def test_one_office_or_one_that_does_not_fit_makes_no_two_offices() -> None:
    assert [] == list(found(spoken("a/1", "israel-katz", "foreign minister", "2024-03-01")))
    both = found(
        spoken("a/1", "israel-katz", "foreign minister", "2024-03-01"),
        spoken("b/1", "israel-katz", "minister of defence", "2024-03-01"),
    )
    assert [Severity.WARNING] == [each.severity for each in both]


def test_many_claims_of_one_fault_are_one_finding() -> None:
    many = [
        spoken(f"a/{number:02}", "sergei-shoigu", "defence minister", f"2024-08-{number:02}")
        for number in range(1, 31)
    ]

    one = only(*many)

    assert one.message.startswith("a/01 (and 29 more) gives sergei-shoigu")
    assert 30 == len(one.claims)
    assert 20 == len(one.working)


def test_one_s_own_table_of_offices_comes_first() -> None:
    own = ReferenceOffice(
        id="x", holder="kofi-mensah", title="defence minister", since=When.parse("2020-01-01"),
        until=When.parse("2021-01-01"), citation="gazette", basis="found",
    )  # fmt: skip
    facts = shipped().added(offices=[own])

    one = only(spoken("a/1", "kofi-mensah", "defence minister", "2022-01-01"), facts=facts)

    assert "held it 2020-01-01 to 2021-01-01" in one.message
    assert "x: gazette" == one.assumptions[0]
    assert [] == list(found(spoken("a/1", "kofi-mensah", "defence minister", "2020-06-01"), facts=facts))


def test_after_the_table_was_kept_nothing_is_warned_of() -> None:
    one = only(spoken("a/1", "sergei-shoigu", "defence minister", "2026-08-01"))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert one.message.endswith(
        "missing: whether sergei-shoigu holds it since 2025-09, up to which the table was kept"
    )


def test_the_order_of_the_claims_plays_no_part() -> None:
    many = [
        spoken("a/1", "israel-katz", "foreign minister", "2024-03-01"),
        spoken("b/1", "israel-katz", "minister of defence", "2025-02-01"),
        spoken("c/1", "israel-katz", "minister of defence", "2023-02-01"),
        spoken("d/1", "sergei-shoigu", "defence minister", "2024-08-01"),
    ]
    expected = list(found(*many))
    for seed in range(4):
        random.Random(seed).shuffle(many)

        assert expected == list(found(*many))
    assert 3 == len(expected)


def test_a_source_that_is_not_at_hand_has_no_date() -> None:
    told = spoken("a/1", "sergei-shoigu", "defence minister", "2024-08-01")
    claims = osintkp.Corpus(claims=osintkp.claims.Claims([told]))

    assert 1 == len(claims.check(select="office-not-held"))


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("President", Title(office="head of state", words="president")),
        ("the president of Mali", Title(office="head of state", words="president", of="ML")),
        ("Malian president", Title(office="head of state", words="president", of="ML")),
        ("UN secretary-general", Title(office="secretary-general", words="secretary general", of="un")),
        ("ex-premier", Title(office="head of government", words="premier", former=True)),
        ("Atlantean president", None),
        ("president of Atlantis", None),
        ("ruler of Mali", None),
        ("deputy president of the court", None),
        ("", None),
        ("of", None),
    ],
)
def test_a_title_is_read_with_its_state(role: str, expected: Title | None) -> None:
    assert expected == title_of(role, "ML")


def test_a_secretary_of_state_is_a_foreign_minister_in_washington_alone() -> None:
    assert title_of("secretary of state", "GB") is None
    assert Title(office="foreign minister", words="secretary of state") == title_of(
        "secretary of state", "US"
    )
    assert title_of("British secretary of state", "US") is None


def test_offices_are_the_same_by_their_words() -> None:
    president = Title(office="head of state", words="president")

    assert same_office(president, "king")
    assert same_office(president, "president of the european council")
    assert not same_office(president, "prime minister")
    assert only_office(president, "President")
    assert not only_office(president, "king")
    assert not only_office(president, "prime minister")
    assert only_office(Title(office="defence minister", words="x"), "secretary of defense")
    assert not only_office(Title(office="spokesperson", words="spokesperson"), "spokesperson")


def office(since: str | None, until: str | None) -> ReferenceOffice:
    return ReferenceOffice(
        id="o", holder="h", title="t", since=None if since is None else When.parse(since),
        until=None if until is None else When.parse(until), citation="c", basis="memory",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("since", "until", "at", "expected"),
    [
        ("2020-01-01", "2021-01-01", "2020-06", Answer.YES),
        ("2020-01-01", "2021-01-01", "2021-02", Answer.NO),
        ("2020-01-01", "2021-01-01", "2019", Answer.UNDECIDED),
        ("2020-01-01", "2021-01-01", "2019-06", Answer.NO),
        ("2020-01-01", None, "2024", Answer.YES),
        (None, "2021-01-01", "2020", Answer.UNDECIDED),
        (None, "2021-01-01", "2022", Answer.NO),
        (None, None, "2022", Answer.UNDECIDED),
        ("2020", "2021", "2020", Answer.UNDECIDED),
        ("2020", "2021", "2021", Answer.UNDECIDED),
        ("2020-01-01", "2021-01-01", "XXXX-09", Answer.UNDECIDED),
    ],
)
def test_an_office_is_held_not_held_or_open(
    since: str | None, until: str | None, at: str, expected: Answer
) -> None:
    assert expected is held(office(since, until), When.parse(at))


def test_a_term_is_told_as_far_as_it_is_known() -> None:
    assert "2020 to 2021" == term(office("2020", "2021"))
    assert "from 2020 on" == term(office("2020", None))
    assert "until 2021" == term(office(None, "2021"))
    assert "at dates that the table does not have" == term(office(None, None))
    assert Answer.UNDECIDED is begun(office(None, None), When.parse("2020"))
    assert Answer.NO is over(office(None, None), When.parse("2020"))


def test_two_terms_are_together_on_the_days_that_both_have() -> None:
    both = together(office("2020-01-01", "2021-01-01"), office("2020-12-01", None))

    assert both is not None
    assert "2020-12-01 2021-01-01" == f"{both[0]} {both[1]}"
    assert together(office("2020", "2021-01-01"), office("2021-01-02", None)) is None
    assert together(office(None, "2021"), office("2020", None)) is None
    assert together(office("2020-01-01", None), office(None, None)) is None


def test_those_alone_are_brought_together_to_whom_the_title_of_an_office_is_given() -> None:
    told = [
        spoken(f"s/{place}", "abiy-ahmed", role)
        for place, role in enumerate(("prime minister", "official", None))
    ]

    (group,) = office_not_held.GROUPS(corpus(*told).claims, shipped())

    assert ["s/0"] == [each.id for each in group.claims]
