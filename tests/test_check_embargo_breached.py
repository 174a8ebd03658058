"""Which transfers a standing embargo forbids, which it may forbid, and which only look as if it did."""

from __future__ import annotations

import random
from time import perf_counter
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.checks._embargoes import covered, held, stood
from osintkp.dates import When
from osintkp.facts import Embargo, Facts, shipped
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Answer, Modality, Severity, Verdict

CODE = "LAW102"
OWN = Embargo(
    id="own", on="ML", authority="ecowas", instrument="Decision 7", way="to", items=("weapons", "vehicles/tank"),
    exempt=("weapons/small-arms",), since=When.parse("2021-06-01"), until=When.parse("2022-05-31"),
    citation="the gazette of the day", basis="found",
)  # fmt: skip


def found(*claims: osintkp.Claim, facts: Facts | None = None, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select=CODE, using=facts)


def one(*claims: osintkp.Claim, facts: Facts | None = None, **sources: Any) -> Finding:
    (only,) = found(*claims, facts=facts, **sources)
    return only


def own(**changes: Any) -> Facts:
    return Facts(embargoes=(attrs.evolve(OWN, **changes),))


def sent(name: str = "wire/a", **fields: Any) -> osintkp.Claim:
    about: dict[str, Any] = {"sender": "TR", "recipient": "ML", "item": "weapons", "when": "2021-09-04"}
    return claim(name, **(about | fields))


def test_arms_of_which_some_are_exempt_are_undecided() -> None:
    finding = one(sent(), facts=own())

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert (
        "wire/a: weapons from TR to ML: may be forbidden, by Decision 7 (on ML, since 2021-06-01 until 2022-05-31)"
        in finding.message
    )


def test_goods_that_are_certainly_covered_are_an_error_with_paragraph_and_dates() -> None:
    finding = one(sent(item="vehicles/tank"), facts=own())

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert (
        "wire/a: tank from TR to ML: forbidden by Decision 7 (on ML, since 2021-06-01 until 2022-05-31)"
        == finding.message
    )
    assert ("wire/a: vehicles/tank, 2021-09-04 in 2021-06-01/2022-05-31 (own): yes",) == finding.working
    assert ("own: the gazette of the day",) == finding.assumptions


@pytest.mark.parametrize(
    "fields",
    [
        {"item": "weapons/small-arms/rifle"},
        {"item": "food/grain"},
        {"item": "vehicles/truck"},
        {"item": "vehicles/tank", "recipient": "BF"},
        {"item": "vehicles/tank", "recipient": "jnim"},
        {"item": "vehicles/tank", "sender": "ML", "recipient": "BF"},
        {"item": "vehicles/tank", "sender": "ML"},
        {"item": "vehicles/tank", "when": "2021-05-31"},
        {"item": "vehicles/tank", "when": "2022-06-01"},
        {"item": "vehicles/tank", "when": "2019/2020"},
        {"item": "vehicles/tank", "stance": "denies"},
        {"item": "vehicles/tank", "modality": "capacity"},
        {"item": "vehicles/tank", "measure": "stock"},
        {"item": "vehicles/tank", "amount": "0 tank"},
        {"item": "vehicles/tank", "sender": None, "recipient": None},
        {"item": "vehicles/tank", "sender": "unknown", "recipient": "unknown"},
    ],
)
def test_other_goods_parties_times_and_modes_are_none(fields: dict[str, Any]) -> None:
    assert "no findings" == str(found(sent(**fields), facts=own()))


def test_an_embargo_on_exports_looks_at_the_sender() -> None:
    facts = own(way="from")
    away = sent(item="vehicles/tank", sender="ML", recipient="NE")

    assert "wire/a: tank from ML to NE: forbidden by Decision 7" in one(away, facts=facts).message
    assert "no findings" == str(found(sent(item="vehicles/tank"), facts=facts))


@pytest.mark.parametrize(("sender", "recipient"), [("ML", "NE"), ("NE", "ML")])
def test_an_embargo_both_ways_looks_at_both(sender: str, recipient: str) -> None:
    moved = sent(item="vehicles/tank", sender=sender, recipient=recipient)

    assert Severity.ERROR is one(moved, facts=own(way="both")).severity


def test_a_transfer_to_nobody_named_is_still_out_of_a_country_that_may_not_export() -> None:
    away = sent(item="vehicles/tank", sender="ML", recipient=None)

    assert "tank from ML to nobody named: forbidden" in one(away, facts=own(way="from")).message


def test_a_body_of_the_state_is_the_state_and_that_is_said() -> None:
    finding = one(
        claim("wire/a", sender="ru-ministry-of-defence", recipient="KP", item="air-defence", when="2024-10")
    )

    assert Severity.ERROR is finding.severity
    assert "officials and agencies stand for their state" not in finding.assumptions
    army = claim("wire/a", sender="RU", recipient="kp-peoples-army", item="air-defence", when="2024-10")
    assert "officials and agencies stand for their state" in one(army).assumptions


@pytest.mark.parametrize(
    ("recipient", "codes"),
    [("houthis", 1), ("YE", 0), ("ye-ministry-of-defence", 0), ("southern-transitional-council", 0)],
)
def test_the_houthis_are_under_embargo_and_yemen_is_not(recipient: str, codes: int) -> None:
    rifles = claim(
        "un/a",
        kind="seizure",
        actor="US",
        sender="OM",
        recipient=recipient,
        item="weapons/small-arms",
        when="2022-12-01",
    )

    assert codes == len(found(rifles))


@pytest.mark.parametrize(
    ("when", "severity"),
    [
        ("2005", "none"),
        ("2012-03", "error"),
        ("2019-05", "warning"),
        ("2022-11", "none"),
        ("2025-10-20", "error"),
    ],
)
def test_the_ban_on_irans_arms_exports_came_went_and_came_back(when: str, severity: str) -> None:
    findings = found(claim("wire/a", sender="IR", recipient="VE", item="munitions/mortar", when=when))

    assert severity == (str(findings[0].severity) if findings else "none")


def test_drones_of_2022_hang_on_their_range_and_the_message_says_so() -> None:
    finding = one(
        claim("wire/a", sender="IR", recipient="RU", item="aircraft/uncrewed/one-way-attack", when="2022-10")
    )

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert (
        "a breach of UNSCR 2231 (2015), annex B, paragraph 4 (on IR, since 2016-01-16 until 2023-10-18)"
        ", unless the Security Council approved it in advance" in finding.message
    )
    assert "a range of 300 km or more" in finding.message
    assert finding.message.endswith("; missing: does that exception hold?")
    assert "none if not" not in finding.message
    assert any(line.endswith("(from memory)") for line in finding.assumptions)


def test_a_proviso_leaves_it_undecided_for_the_government_and_not_for_its_foe() -> None:
    about: dict[str, Any] = {"sender": "TR", "item": "vehicles/armoured", "when": "2019-05-18"}
    army = one(claim("panel/a", recipient="ly-government-of-national-accord", **about))
    foe = one(claim("panel/a", recipient="libyan-national-army", **about))

    assert (Severity.WARNING, Severity.ERROR) == (army.severity, foe.severity)
    assert ", unless the 1970 Committee approved it in advance" in army.message


def test_what_moves_between_two_targets_of_one_embargo_stays_inside() -> None:
    inside = claim(
        "panel/a",
        sender="ly-government-of-national-accord",
        recipient="libyan-national-army",
        item="weapons",
        when="2020",
    )
    groups = claim("panel/a", sender="adf", recipient="m23", item="weapons", when="2020")

    assert "no findings" == str(found(inside))
    assert "no findings" == str(found(groups))
    assert 1 == len(found(claim("panel/a", sender="RW", recipient="m23", item="weapons", when="2023")))
    assert 1 == len(found(claim("panel/a", sender="CD", recipient="wazalendo", item="weapons", when="2023")))


@pytest.mark.parametrize(
    ("sender", "when", "findings"),
    [
        ("FR", "2023", 1), ("GB", "2016", 1), ("GB", "2023", 0), ("IN", "2023", 0), ("eu", "2023", 1),
        ("european-commission", "2023", 1), ("HR", "2012", 0), ("some-broker", "2023", 0), (None, "2023", 0),
    ],
)  # fmt: skip
def test_an_embargo_of_a_union_binds_its_members_while_they_are(
    sender: str | None, when: str, findings: int
) -> None:
    facts = shipped().replaced(
        embargoes=[attrs.evolve(OWN, on="RU", binds="eu", since=When.parse("2010-01-01"), until=None)]
    )
    tanks = claim("wire/a", sender=sender, recipient="RU", item="vehicles/tank", when=when)

    assert findings == len(found(tanks, facts=facts))


def test_imports_from_a_target_bind_the_recipient() -> None:
    facts = own(on="RU", binds="eu", way="from", until=None)
    about: dict[str, Any] = {"sender": "RU", "item": "vehicles/tank", "when": "2023"}

    assert 1 == len(found(claim("wire/a", recipient="HU", **about), facts=facts))
    assert 0 == len(found(claim("wire/a", recipient="BY", **about), facts=facts))


@pytest.mark.parametrize(
    ("modality", "words"),
    [("alleged", "what is only alleged is so"), ("estimated", "what is only estimated is so")],
)
def test_an_allegation_is_a_breach_only_if_it_is_so(modality: str, words: str) -> None:
    finding = one(sent(item="vehicles/tank", modality=modality), facts=own())

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith(f" if {words}, none if not; missing: did it take place?")


@pytest.mark.parametrize("modality", ["pledged", "authorised", "predicted", "conditional"])
def test_what_is_not_done_yet_would_be_a_breach(modality: str) -> None:
    finding = one(sent(item="vehicles/tank", modality=modality), facts=own())

    assert (Severity.INFO, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert (
        f"wire/a: tank from TR to ML: only {modality}; would be a breach of Decision 7 (on ML, since 2021-06-01 until 2022-05-31) if it is done"
        == finding.message
    )


def test_a_promise_of_goods_that_are_not_said_is_none() -> None:
    assert "no findings" == str(found(sent(item="equipment", modality="pledged"), facts=own()))


def test_claims_about_one_embargo_and_its_parties_are_told_once() -> None:
    finding = one(
        sent("wire/a", item="vehicles/tank"),
        sent("wire/b", item="weapons/artillery/howitzer"),
        sent("wire/c", item="vehicles/tank", modality="alleged"),
        sent("wire/d", item="vehicles/tank", when="2021-05/2021-08"),
        facts=own(),
    )

    assert Severity.ERROR is finding.severity
    assert ("wire/a", "wire/b", "wire/c", "wire/d") == finding.claims
    assert finding.message.startswith(
        "wire/a and wire/b: tank and howitzer from TR to ML: forbidden by Decision 7"
    )
    assert finding.message.endswith("; wire/d is not surely of that time; wire/c is only alleged")


def test_the_claims_that_leave_least_open_lead() -> None:
    finding = one(
        sent("wire/a", item="vehicles/tank", modality="alleged", when="2021-05/2021-08"),
        sent("wire/b", item="vehicles/tank", modality="alleged"),
        facts=own(),
    )

    assert finding.message.startswith("wire/b: tank from TR to ML: a breach of Decision 7")
    assert finding.message.endswith("none if not; wire/a is only alleged; missing: did it take place?")


def test_many_claims_are_told_in_a_line_and_a_score_of_workings() -> None:
    finding = one(*(sent(f"wire/{n:03}", item="vehicles/tank") for n in range(60)), facts=own())

    assert finding.message.startswith(
        "wire/000, wire/001, wire/002, wire/003, wire/004 and 55 more: tank from TR to ML"
    )
    assert (60, 20) == (len(finding.claims), len(finding.working))


def test_a_period_that_lies_on_both_sides_of_the_start_is_undecided() -> None:
    finding = one(sent(item="vehicles/tank", when="2021-02/2021-08"), facts=own())

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        " if any of it was sent in 2021-06-01/2021-08-31, the part of 2021-02/2021-08 in which the embargo stood,"
        " none if not; missing: when was it sent?"
    )


def test_a_month_in_which_the_embargo_began_is_undecided() -> None:
    facts = own(since=When.parse("2021-06-15"))

    assert Verdict.UNDECIDED is one(sent(item="vehicles/tank", when="2021-06"), facts=facts).verdict
    assert Verdict.CONFLICT is one(sent(item="vehicles/tank", when="2021-07"), facts=facts).verdict


def test_a_transfer_that_goes_on_ends_when_it_was_told() -> None:
    going = sent(item="vehicles/tank", when="2021-07/..", said="2022-01-10")

    assert Severity.ERROR is one(going, facts=own()).severity
    assert "2021-07/2022-01-10" in one(going, facts=own()).working[0]


def test_an_undated_transfer_is_of_the_day_on_which_it_was_told() -> None:
    facts = own(since=When.parse("2012-01-01"), until=None)
    finding = one(sent(item="vehicles/tank", when=None, said="2021-09"), facts=facts)

    assert Severity.ERROR is finding.severity
    assert "a transfer without a date is of the time at which it was told" in finding.assumptions
    assert "told 2021-09 in 2012-01-01/.." in finding.working[0]


def test_an_undated_transfer_told_soon_after_the_start_may_be_older() -> None:
    soon = one(sent(item="vehicles/tank", when=None, said="2021-09"), facts=own())

    assert (Severity.INFO, Verdict.UNDECIDED) == (soon.severity, soon.verdict)
    assert soon.message.endswith(
        "if it was sent while the embargo stood, none if not; missing: when was it sent?"
    )


UNDATED_TANK: dict[str, Any] = {"item": "vehicles/tank", "when": None}


@pytest.mark.parametrize(
    ("published", "severity"),
    [
        ("2022-05-31", "info"),
        ("2022-06-01", "warning"),
        ("2031-05-31", "warning"),
        ("2031-06-01", "error"),
        ("2040", "error"),
    ],
)
def test_a_text_in_its_own_voice_dates_a_transfer_after_ten_years_of_embargo(
    published: str, severity: str
) -> None:
    finding = one(sent(**UNDATED_TANK), facts=own(until=None), wire={"published": When.parse(published)})

    assert severity == finding.severity
    assert (severity == "error") is (
        "a transfer without a date is of the time at which it was told" in finding.assumptions
    )


def test_what_somebody_said_or_passed_on_on_a_day_is_news_after_a_year() -> None:
    told = {"published": When.parse("2022-06-02")}
    link = osintkp.Link(actor="un", when=When.parse("2022-06-02"))
    undated = osintkp.Link(actor="un")

    def severity(*chain: osintkp.Link, **fields: Any) -> Severity:
        transfer = attrs.evolve(sent(**UNDATED_TANK, **fields), attribution=chain)
        return one(transfer, facts=own(until=None), wire=told).severity

    assert Severity.ERROR is severity(said="2022-06-02")
    assert Severity.ERROR is severity(link)
    assert Severity.WARNING is severity(undated)
    assert Severity.WARNING is severity()


def test_an_undated_transfer_beside_older_ones_in_one_source_is_only_told() -> None:
    facts, told = own(until=None), {"published": When.parse("2050")}
    older = sent("wire/old", item="vehicles/tank", when="1980/1989")
    oldest = sent("wire/oldest", item="vehicles/tank", when="197X")
    later = sent("wire/new", item="vehicles/tank", when="2021-06-01")

    finding = one(sent(**UNDATED_TANK), older, oldest, facts=facts, wire=told)

    assert (Severity.INFO, Verdict.UNDECIDED, ("wire/a",)) == (
        finding.severity,
        finding.verdict,
        finding.claims,
    )
    assert finding.message.endswith(
        " if it was sent while the embargo stood and not earlier, as others in the same source were, none if not;"
        " missing: when was it sent?"
    )
    assert Severity.ERROR is one(sent(**UNDATED_TANK), later, facts=facts, wire=told).severity
    elsewhere = attrs.evolve(older, id="x/old", source="x")
    assert Severity.ERROR is one(sent(**UNDATED_TANK), elsewhere, facts=facts, wire=told).severity
    planned = attrs.evolve(older, modality=Modality.PLEDGED)
    assert Severity.ERROR is one(sent(**UNDATED_TANK), planned, facts=facts, wire=told).severity
    always = own(since=None, until=None)
    assert Severity.ERROR is found(sent(**UNDATED_TANK), older, facts=always, wire=told)[0].severity


def test_what_goes_on_since_long_before_a_young_embargo_is_only_told() -> None:
    def finding(said: str, when: str = "2019/..") -> Finding:
        return one(sent(item="vehicles/tank", when=when, said=said), facts=own(until=None))

    young = finding("2021-06-12")
    assert (Severity.INFO, Verdict.UNDECIDED) == (young.severity, young.verdict)
    assert (
        " if any of it was sent in 2021-06-01/2021-06-12, the part of 2019/2021-06-12 in which the embargo stood, none"
        in young.message
    )
    assert Severity.INFO is finding("2022-05-31").severity
    assert Severity.WARNING is finding("2022-06-01").severity
    assert Severity.WARNING is finding("2021-06-12", when="2019/2021-06-12").severity


def test_what_began_under_an_embargo_that_ended_is_held_against_its_part_of_the_time() -> None:
    finding = one(sent(item="vehicles/tank", when="2022-01/..", said="2024-05-01"), facts=own())

    assert Severity.WARNING is finding.severity
    assert (
        "if any of it was sent in 2022-01-01/2022-05-31, the part of 2022-01/2024-05-01 in which"
        in finding.message
    )


def test_drones_of_years_are_warned_of_under_the_instrument_that_stood_and_told_of_under_the_young_one() -> (
    None
):
    about: dict[str, Any] = {"sender": "IR", "recipient": "RU", "item": "aircraft/uncrewed/one-way-attack"}
    both = found(claim("essay/a", **about, when="2022/..", said="2025-10-10"))

    assert [Severity.WARNING, Severity.INFO] == [each.severity for each in both]
    assert "annex B, paragraph 4" in both[0].message
    assert "2025-09-28/2025-10-10" in both[1].message


@pytest.mark.parametrize(
    ("when", "severity"),
    [
        ("2021", "info"),
        ("2021-06", "info"),
        ("2021-07", "error"),
        ("XXXX-07", "info"),
        ("/2021-07-01", "warning"),
    ],
)
def test_a_vague_date_that_may_miss_the_embargo_is_only_told(when: str, severity: str) -> None:
    facts = own(since=When.parse("2021-06-15"), until=None)

    assert severity == one(sent(item="vehicles/tank", when=when), facts=facts).severity


@pytest.mark.parametrize(
    "when", ["XXXX-07/XXXX-08", "../1961", "1961/..", "2009-04/2021-05~", "2022-06~/2023"]
)
def test_strange_periods_raise_nothing(when: str) -> None:
    for since, until in (
        ("2021-06-01", "2022-05-31"),
        (None, None),
        ("2021-06-01", None),
        (None, "2022-05-31"),
    ):
        bounds = [None if each is None else When.parse(each) for each in (since, until)]
        facts = own(since=bounds[0], until=bounds[1])

        assert "Internal" not in str(found(sent(item="vehicles/tank", when=when), facts=facts))


def test_an_open_class_of_arms_at_a_vague_time_is_only_told() -> None:
    facts = own(since=When.parse("2021-06-15"))

    assert Severity.INFO is one(sent(when="2021-06"), facts=facts).severity
    assert Severity.WARNING is one(sent(when="2021-07"), facts=facts).severity


def test_an_undated_transfer_told_by_nobody_knows_when_is_held_against_standing_embargoes_alone() -> None:
    undated = sent(item="vehicles/tank", when=None)

    assert "no findings" == str(found(undated, facts=own()))
    finding = one(undated, facts=own(until=None))
    assert Verdict.UNDECIDED is finding.verdict
    assert "no date in 2021-06-01/.." in finding.working[0]


def test_an_embargo_without_dates_has_always_stood() -> None:
    finding = one(sent(item="vehicles/tank", when="1950"), facts=own(since=None, until=None))

    assert "forbidden by Decision 7 (on ML)" in finding.message
    assert "1950 in ../.." in finding.working[0]


@pytest.mark.parametrize(
    ("item", "severity"),
    [
        ("technology", "warning"),
        ("vehicles", "error"),
        ("aid", "info"),
        ("equipment", "info"),
        (None, "info"),
    ],
)
def test_a_broader_class_is_undecided_and_a_warning_where_it_is_mostly_military(
    item: str | None, severity: str
) -> None:
    finding = one(claim("wire/a", sender="RU", recipient="KP", item=item, when="2024"))

    assert severity == finding.severity


def test_goods_that_nobody_names_are_told_once_over_all_embargoes() -> None:
    finding = one(
        claim("wire/a", sender="RU", recipient="KP", item=None, when="2024"),
        claim("wire/b", sender="RU", recipient="KP", item=None, when="2023"),
    )

    assert ("wire/a", "wire/b") == finding.claims
    assert "goods that nobody names from RU to KP: may be forbidden, by " in finding.message
    assert finding.message.endswith(
        "if any of it is weapons, munitions, missile, air defence, tank or the like; missing: what goods?"
    )
    assert len(finding.assumptions) <= 6


def test_goods_of_an_open_class_that_are_only_alleged_leave_two_questions() -> None:
    finding = one(
        claim("wire/a", sender="RU", recipient="KP", item="technology", modality="alleged", when="2024")
    )

    assert finding.message.endswith("missing: what goods? did it take place?")


def test_a_claim_that_one_embargo_covers_is_not_asked_what_goods_for_another() -> None:
    finding = one(claim("wire/a", sender="RU", recipient="KP", item="vehicles", when="2024-02-18"))

    assert "vehicle from RU to KP: forbidden by UNSCR 2397 (2017), paragraph 7" in finding.message


def test_an_embargo_of_a_users_own_is_held_against_as_well() -> None:
    facts = shipped().added(embargoes=[attrs.evolve(OWN, on="IL", until=None)])

    assert "Decision 7" in one(sent(item="vehicles/tank", recipient="IL"), facts=facts).message


def test_two_embargoes_on_one_transfer_are_two_findings() -> None:
    both = found(claim("wire/a", sender="KP", recipient="houthis", item="missiles/ballistic", when="2020"))

    assert 2 == len(both)
    assert {"KP", "houthis"} == {each.message.partition("(on ")[2].partition(",")[0] for each in both}


def test_a_seizure_says_that_the_goods_were_stopped() -> None:
    dhow = claim(
        "navy/a",
        kind="seizure",
        actor="US",
        sender=None,
        recipient="houthis",
        item="missiles/anti-tank",
        when="2024-01-28",
    )

    assert (
        "navy/a: missiles/anti-tank, seized on its way, 2024-01-28 in 2015-04-14/.. (unscr-2216-14): yes"
        in one(dhow).working
    )


def test_covered_tells_parts_exempt_and_broader_classes_apart() -> None:
    assert Answer.UNDECIDED is covered(None, OWN)
    assert Answer.NO is covered("weapons/small-arms/pistol", OWN)
    assert Answer.UNDECIDED is covered("weapons", OWN)
    assert Answer.YES is covered("weapons/artillery", OWN)
    assert Answer.UNDECIDED is covered("vehicles", OWN)
    assert Answer.UNDECIDED is covered("munitions", OWN)
    assert Answer.NO is covered("vehicles/light", OWN)


def test_held_names_what_a_broader_class_may_hold() -> None:
    assert OWN.items == held(None, OWN)
    assert ("vehicles/tank",) == held("vehicles", OWN)
    assert ("weapons", "vehicles/tank") == held("aid", OWN)
    assert () == held("food", OWN)


@pytest.mark.parametrize(
    ("event", "answer"),
    [
        ("2021-06-01", Answer.YES), ("2022-05-31", Answer.YES), ("2021-05-31", Answer.NO), ("2022-06-01", Answer.NO),
        ("2021", Answer.UNDECIDED), ("2022", Answer.UNDECIDED), ("2020/2023", Answer.UNDECIDED), ("2023", Answer.NO),
        ("2019/2020", Answer.NO), ("2021-07/2021-08", Answer.YES), ("XXXX-07", Answer.UNDECIDED),
    ],
)  # fmt: skip
def test_stood_asks_whether_the_embargo_was_in_force(event: str, answer: Answer) -> None:
    assert answer is stood(When.parse(event), OWN)


def test_hostile_claims_raise_nothing() -> None:
    odd = [
        claim("x/a", sender="nobody-at-all", recipient="KP", item="no/such/goods", when="XXXX-07"),
        claim(
            "x/b",
            sender="RU",
            recipient="KP",
            item="weapons",
            amount="<=9000000000000000000 piece",
            when="2024/..",
        ),
        claim("x/c", sender="RU", recipient="KP", item="weapons", when="2024/..", said="2020"),
        claim("x/d", kind="seizure"),
        claim("x/e", sender="SU", recipient="KP", when="../1961"),
        claim("x/f", sender="RU", recipient="KP", item="weapons", links={"repeats": "x/none"}),
    ]

    assert found(*odd).at_least("info")


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        sent(f"s{n % 3}/{n}", item=item)
        for n, item in enumerate(["vehicles/tank", "weapons", "equipment", None, "vehicles"] * 3)
    ]
    expected = found(*claims, facts=own())
    for seed in range(4):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims, facts=own())


def test_the_time_grows_with_the_number_of_claims() -> None:
    def seconds(count: int) -> float:
        many = corpus(
            *(
                claim(f"s/{n}", sender="RU", recipient="KP", item="weapons", when=f"20{n % 24:02}")
                for n in range(count)
            )
        )
        many.check(select=CODE)
        start = perf_counter()
        many.check(select=CODE)
        return perf_counter() - start

    small, large = seconds(300), seconds(2400)

    assert large < 40 * small + 0.5


def test_the_seeds_have_two_breaches_an_allegation_and_a_car() -> None:
    findings = osintkp.load_seeds().check(select=CODE)
    errors = [each for each in findings if each.severity is Severity.ERROR]
    accused = findings.about("s1/hamas-launchers")

    assert 3 == len(errors)
    assert any(
        "forbidden by UNSCR 1718 (2006), paragraph 8(b), and 1874 (2009), paragraph 9" in each.message
        and "s1/containers" in each.claims
        for each in errors
    )
    assert any(
        "paragraph 8(a), and 2270 (2016), paragraph 6" in each.message and "s2/shin-missiles" in each.claims
        for each in errors
    )
    (car,) = findings.about("s1/limousine")
    assert (Severity.ERROR, Verdict.CONFLICT) == (car.severity, car.verdict)
    assert "forbidden by UNSCR 2397 (2017), paragraph 7" in car.message
    assert [Severity.WARNING] == [each.severity for each in accused]
    assert "if what is only alleged is so" in accused[0].message
    assert not any("capacity" in line for each in findings for line in each.working)
