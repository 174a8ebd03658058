"""When a treaty is spoken of as binding though it was not, and when it only looks so."""

from __future__ import annotations

import random
from time import perf_counter
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.dates import When
from osintkp.facts import Facts, ReferenceTreaty, shipped
from osintkp.findings import Finding, Findings
from osintkp.records.treaty import Treaty
from osintkp.vocabulary.scales import Severity, Verdict

CODE = "LAW103"
PACT = ReferenceTreaty(
    id="pact", citation="the gazette", basis="found", titles=("mutual defence pact",),
    treaty=Treaty(
        title="Treaty on Comprehensive Defence Cooperation", parties=("SD", "ER"), signed=When.parse("2021-03-01"),
        ratified={"SD": When.parse("2021-06-10"), "ER": When.parse("2021-05-02")}, in_force=When.parse("2021-07-01"),
        ended=When.parse("2024-01-31"),
    ),
)  # fmt: skip


def found(
    *claims: osintkp.Claim, treaties: tuple[ReferenceTreaty, ...] = (PACT,), **sources: Any
) -> Findings:
    return corpus(*claims, **sources).check(select=CODE, using=Facts(treaties=treaties))


def one(*claims: osintkp.Claim, treaties: tuple[ReferenceTreaty, ...] = (PACT,), **sources: Any) -> Finding:
    (only,) = found(*claims, treaties=treaties, **sources)
    return only


def bound(name: str = "daily/a", said: str | None = "2021-04-11", **fields: Any) -> osintkp.Claim:
    about: dict[str, Any] = {
        "title": "defence cooperation treaty", "parties": ("ER", "SD"), "signed": "2021-03", "obligations": ("help",)
    }  # fmt: skip
    return claim(name, kind="treaty", said=said, **(about | fields))


def test_a_treaty_that_is_only_signed_obliges_nobody() -> None:
    finding = one(bound())

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert (
        "daily/a speaks of the Treaty on Comprehensive Defence Cooperation (SD, ER) of 2021-03-01 as binding on 2021-04-11: "
        "signed 2021-03-01, it came into force only on 2021-07-01, 81 days later" == finding.message
    )
    assert (
        (
            "daily/a: binding on 2021-04-11; signed 2021-03-01, ratified by ER 2021-05-02, ratified by SD 2021-06-10, "
            "in force 2021-07-01, ended 2024-01-31"
        ),
    ) == finding.working
    assert (
        "pact: the gazette",
        "daily/a means the Treaty on Comprehensive Defence Cooperation (SD, ER) of 2021-03-01 by 'defence cooperation treaty'",
        "it was not applied provisionally (Vienna Convention on the Law of Treaties, 1969, article 25; from memory)",
    ) == finding.assumptions


def test_a_treaty_that_has_ended_obliges_nobody() -> None:
    finding = one(bound(said="2024-05-10"))

    assert Severity.ERROR is finding.severity
    assert finding.message.endswith("as binding on 2024-05-10: it had ended on 2024-01-31, 100 days before")


@pytest.mark.parametrize("said", ["2021-07-01", "2021-07-02", "2023", "2024-01-31"])
def test_a_treaty_in_force_is_left_alone(said: str) -> None:
    assert "no findings" == str(found(bound(said=said)))


@pytest.mark.parametrize(
    "fields",
    [
        {"obligations": ()}, {"stance": "denies"}, {"modality": "predicted"}, {"modality": "pledged"},
        {"parties": ("SD", "ET"), "signed": None}, {"said": None}, {"title": "fisheries treaty"},
    ],
)  # fmt: skip
def test_other_treaties_and_what_is_not_said_to_bind_are_left_alone(fields: dict[str, Any]) -> None:
    assert "no findings" == str(found(bound(**fields)).at_least("warning"))


@pytest.mark.parametrize("said", ["2021-06-30", "2021-07~", "2021", "2024-02-01"])
def test_days_too_close_or_too_coarse_are_told_as_info(said: str) -> None:
    finding = one(bound(said=said))

    assert (Severity.INFO, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        "it was in force 2021-07-01/2024-01-31, and the days are too close or too coarse to tell whether it bound"
    )


def test_a_day_that_was_inferred_makes_it_a_warning() -> None:
    source = {"published": When.parse("2021-04-11"), "published_basis": "names the vote of that week"}
    finding = one(bound(said=None), daily=source)

    assert (Severity.WARNING, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert "when daily came out was inferred: names the vote of that week" in finding.assumptions
    assert Severity.ERROR is one(bound(), daily=source).severity


def test_a_treaty_without_a_known_entry_into_force_is_a_warning_that_gives_both_answers() -> None:
    known = ReferenceTreaty(
        id="ban",
        citation="gazette",
        basis="memory",
        treaty=Treaty(title="Test Ban Treaty", signed=When.parse("1996-09-24")),
    )
    finding = one(
        claim(
            "daily/a",
            kind="treaty",
            title="Test Ban Treaty",
            parties=("IN",),
            said="2020",
            obligations=("no tests",),
        ),
        treaties=(known,),
    )

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        "the Test Ban Treaty of 1996-09-24 as binding on 2020: signed 1996-09-24, no entry into force is known; "
        "it binds if it has come into force since, not if it was only signed"
    )
    assert "ban: gazette (from memory)" in finding.assumptions


def test_other_claims_give_the_dates_where_no_reference_data_do() -> None:
    dated = claim(
        "gazette/a",
        kind="treaty",
        title="river accord",
        parties=("ET", "EG"),
        signed="2021-03-01",
        in_force="2021-09-01",
    )
    early = claim(
        "daily/b",
        kind="treaty",
        title="the river accord",
        parties=("EG", "ET"),
        signed="2021-03",
        said="2021-05-04",
        obligations=("water",),
    )
    finding = one(dated, early)

    assert Severity.ERROR is finding.severity
    assert ("daily/b", "gazette/a") == finding.claims
    assert finding.message.endswith("it came into force only on 2021-09-01, 120 days later")
    assert "its dates are as gazette/a states them: no reference data has them" in finding.assumptions


@pytest.mark.parametrize(
    "fields",
    [{"title": "border accord"}, {"signed": "2011-03"}, {"stance": "denies"}, {"parties": ("ET", "SD")}],
)
def test_claims_about_another_treaty_give_no_dates(fields: dict[str, Any]) -> None:
    about: dict[str, Any] = {
        "title": "river accord",
        "parties": ("ET", "EG"),
        "signed": "2021-03-01",
        "in_force": "2021-09-01",
    }
    dated = claim("gazette/a", kind="treaty", **(about | fields))
    early = claim(
        "daily/b",
        kind="treaty",
        title="river accord",
        parties=("EG", "ET"),
        signed="2021-03",
        said="2021-05-04",
        obligations=("water",),
    )

    assert "no findings" == str(found(dated, early).at_least("warning"))


def test_a_dated_claim_without_a_title_counts_where_the_day_of_signing_is_the_same() -> None:
    dated = claim(
        "gazette/a", kind="treaty", parties=("ET", "EG"), signed="2021-03-04", in_force="2021-09-01"
    )
    about: dict[str, Any] = {
        "title": "river accord",
        "parties": ("EG", "ET"),
        "said": "2021-05-04",
        "obligations": ("water",),
    }

    assert 1 == len(
        found(dated, claim("daily/b", kind="treaty", signed="2021-03-04", **about)).at_least("error")
    )
    assert 0 == len(found(dated, claim("daily/b", kind="treaty", **about)).at_least("warning"))


def test_the_time_grows_with_the_number_of_claims() -> None:
    def seconds(count: int) -> float:
        about: dict[str, Any] = {
            "parties": ("ET", "EG"),
            "in_force": "2021",
            "obligations": ("x",),
            "said": "2020",
        }
        many = corpus(
            *(
                claim(f"s/{n}", kind="treaty", title=f"pact {n % 7}", signed=f"20{n % 20:02}", **about)
                for n in range(count)
            )
        )
        start = perf_counter()
        many.check(select=CODE)
        return perf_counter() - start

    seconds(10)

    assert seconds(1600) < 40 * seconds(200) + 0.5


def test_the_end_that_another_claim_gives_counts_as_well() -> None:
    ended = claim(
        "gazette/a",
        kind="treaty",
        title="river accord",
        parties=("ET", "EG"),
        in_force="2001",
        ended="2010-01-01",
    )
    late = claim(
        "daily/b",
        kind="treaty",
        title="river accord",
        parties=("EG", "ET"),
        said="2012",
        obligations=("water",),
    )

    assert "it had ended on 2010-01-01, 730 days before" in one(ended, late).message


def test_an_end_without_a_beginning_says_nothing_of_the_time_before() -> None:
    ended = claim("gazette/a", kind="treaty", title="river accord", parties=("ET", "EG"), ended="2010-01-01")
    early = claim(
        "daily/b",
        kind="treaty",
        title="river accord",
        parties=("EG", "ET"),
        said="2005",
        obligations=("water",),
    )

    assert "no findings" == str(found(ended, early))


def test_a_treaty_of_which_only_the_signing_is_known_is_told_as_info() -> None:
    finding = one(
        claim(
            "daily/a",
            kind="treaty",
            title="river accord",
            parties=("ET", "EG"),
            signed="2021-03",
            said="2021-05",
            obligations=("water",),
        )
    )

    assert (Severity.INFO, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        "signed 2021-03, nobody says when it came into force; it binds if it has, not if it was only signed"
    )


def test_claims_about_one_treaty_are_told_once() -> None:
    finding = one(*(bound(f"daily/{n}", said=f"2021-04-{n + 10}") for n in range(7)))

    assert 7 == len(finding.claims)
    assert finding.message.startswith(
        "daily/0, daily/1, daily/2, daily/3, daily/4 and 2 more speak of the Treaty on"
    )


def test_a_treaty_that_may_be_an_older_one_which_bound_is_left_alone() -> None:
    older = ReferenceTreaty(
        id="old",
        citation="gazette",
        basis="found",
        treaty=Treaty(
            title="Defence Treaty",
            parties=("SD", "ER"),
            signed=When.parse("1990"),
            in_force=When.parse("1991"),
        ),
    )
    unsigned = bound(signed=None, title="defence treaty")

    assert "no findings" == str(found(unsigned, treaties=(PACT, older)))
    assert 1 == len(found(unsigned))


OLDER = ReferenceTreaty(
    id="older", citation="gazette", basis="found",
    treaty=Treaty(
        title="Defence Treaty", parties=("SD", "ER"), signed=When.parse("1990"), in_force=When.parse("1991"),
        ended=When.parse("2020-12-31"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "which"),
    [
        ("2000", None),
        ("2021-01-20", "the Defence Treaty"),
        ("2021-04-11", "the Treaty on Comprehensive"),
        ("2025", "the Defence Treaty"),
    ],
)
def test_of_two_treaties_the_one_that_was_alive_is_meant(said: str, which: str | None) -> None:
    findings = found(bound(signed=None, title="defence treaty", said=said), treaties=(PACT, OLDER))

    assert which is None or f"speaks of {which}" in findings[0].message
    assert (0 if which is None else 1) == len(findings)


def test_of_two_treaties_that_may_be_meant_and_did_not_bind_the_nearer_is_told() -> None:
    gone = attrs.evolve(OLDER, treaty=attrs.evolve(OLDER.treaty, ended=When.parse("2010")))
    finding = one(bound(signed=None, title=None, said="2025"), treaties=(PACT, gone))

    assert "of 2 treaties that daily/a may mean, none bound on that day" in finding.assumptions
    assert any(
        line.startswith("daily/a means the ") and line.endswith(("1990", "2021-03-01"))
        for line in finding.assumptions
    )


@pytest.mark.parametrize(("signed", "hits"), [("2021-03-01", 1), ("2021-03-02", 0), ("1999", 0)])
def test_an_unknown_name_is_the_treaty_signed_on_that_very_day(signed: str, hits: int) -> None:
    assert hits == len(found(bound(title="blue water pact", signed=signed)).at_least("warning"))


def test_a_treaty_is_known_by_its_very_title_whatever_day_is_given() -> None:
    finding = one(bound(title="Treaty on Comprehensive Defense Co-operation", signed="2019"))

    assert Severity.ERROR is finding.severity


def test_officials_stand_for_their_state_among_the_parties() -> None:
    assert 1 == len(found(bound(parties=("ER", "sd-armed-forces"))))


@pytest.mark.parametrize(
    ("title", "parties", "said", "hits"),
    [
        ("New START", ("US", "RU"), "2010-10-01", 1),
        ("New START", ("US", "RU"), "2015", 0),
        ("INF Treaty", ("US", "RU"), "2020-02-01", 1),
        ("INF Treaty", ("US", "RU"), "2018-02-01", 0),
        ("Black Sea Grain Initiative", ("UA", "TR", "un", "RU"), "2023-11-01", 1),
        ("Black Sea Grain Initiative", ("RU",), "2023-01-01", 0),
        ("Arms Trade Treaty", (), "2014-01-01", 1),
        ("peace treaty", ("IL", "JO"), "1994-10-30", 1),
        ("peace treaty", ("IL", "JO"), "1999", 0),
        ("peace treaty", (), "1960", 0),
        ("Defence Treaty", ("sealand", "XX"), "1960", 0),
    ],
)
def test_known_treaties_of_the_world(title: str, parties: tuple[str, ...], said: str, hits: int) -> None:
    spoken = claim(
        "daily/a", kind="treaty", title=title, parties=parties, said=said, obligations=("something",)
    )

    assert hits == len(corpus(spoken).check(select=CODE).at_least("warning"))


def test_hostile_claims_raise_nothing() -> None:
    odd = [
        claim("x/a", kind="treaty", obligations=("x",)),
        claim(
            "x/b",
            kind="treaty",
            obligations=("x",),
            parties=("nobody", "no-one"),
            title="-" * 5000,
            said="XXXX-07",
        ),
        claim(
            "x/c",
            kind="treaty",
            obligations=("x",),
            parties=("SD", "ER"),
            title="\u0000",
            said="../2021",
            signed="2021/..",
        ),
        claim(
            "x/d",
            kind="treaty",
            obligations=("x",),
            parties=("SD", "ER"),
            in_force="2030",
            ended="2020",
            said="2025",
        ),
    ]

    assert isinstance(found(*odd), Findings)


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        bound(f"s{n % 3}/{n}", said=said)
        for n, said in enumerate(["2021-04", "2021-05", "2022", "2024-09", None, "2021"] * 2)
    ]
    expected = found(*claims)
    for seed in range(4):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims)


def test_the_seeds_speak_of_the_treaty_as_binding_eleven_days_early() -> None:
    (finding,) = osintkp.load_seeds().check(select=CODE)

    assert (Severity.WARNING, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert ("s2/treaty-obliges",) == finding.claims
    assert "signed 2024-06-19, it came into force only on 2024-12-04, 11 days later" in finding.message
    assert "ru-kp-2024" == next(each.id for each in shipped().treaties if "TASS" in each.citation)


def test_a_treaty_of_parties_that_no_table_has_is_known_as_well() -> None:
    known = attrs.evolve(PACT, treaty=attrs.evolve(PACT.treaty, parties=("sealand", "free-port")))

    assert 1 == len(found(bound(parties=("sealand", "free-port")), treaties=(known,)))


def test_the_names_of_the_parties_may_stand_in_the_title() -> None:
    assert 1 == len(found(bound(title="Sudan-Eritrea defence cooperation treaty")))
    assert 0 == len(found(bound(title="Sudan-Chad defence cooperation treaty")).at_least("warning"))
