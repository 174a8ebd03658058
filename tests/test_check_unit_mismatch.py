"""Links between amounts that measure different things, and one percentage in two meanings."""

from __future__ import annotations

import random
import time
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

OIL: dict[str, Any] = {"sender": "LY", "recipient": "IT", "item": "fuel/crude"}


def found(*claims: Any, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="unit-mismatch")


def only(*claims: Any) -> Finding:
    (finding,) = found(*claims)
    return finding


def whole(amount: str | None, name: str = "a/whole", **fields: Any) -> Any:
    return claim(name, **{**OIL, "amount": amount, **fields})


def part(
    amount: str | None, kind: str, value: str | None = None, name: str = "a/part", to: str = "a/whole",
    **fields: Any,
) -> Any:  # fmt: skip
    given = None if value is None else osintkp.Amount.parse(value)
    link = osintkp.ClaimLink(kind=LinkKind(kind), claim=to, value=given)
    return attrs.evolve(claim(name, **{**OIL, "amount": amount, **fields}), links=(link,))


def test_a_share_in_another_dimension_is_an_error() -> None:
    finding = only(whole("12 ship"), part("43 voyage", "share_of", "~30 percent"))

    assert (Severity.ERROR, Verdict.CONFLICT, "QTY107") == (finding.severity, finding.verdict, finding.code)
    assert ("a/part", "a/whole") == finding.claims
    assert (
        "a/part gives 43 voyage as a share of a/whole, which gives 12 ship: voyage and ship measure different things, so about "
        "30 percent of the one is no figure of the other; missing: how many voyage one ship stands for"
    ) == finding.message
    assert ("43 voyage / 12 ship = 3.583 voyage/ship (3.4 to 3.783)",) == finding.working


def test_a_ratio_in_another_dimension_is_an_error_unless_it_is_a_rate() -> None:
    finding = only(whole("12 ship"), part("43 voyage", "ratio_to", "3.6"))

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert "so 3.6 of the one is no figure of the other" in finding.message
    assert 0 == len(found(whole("12 ship"), part("43 voyage", "ratio_to", "3.6 voyage/ship")))
    assert 0 == len(found(whole("12 ship"), part("43 voyage", "ratio_to", "~0.5 voyage/vessel")))
    assert 0 == len(found(whole("12 ship"), part("43 voyage", "ratio_to")))


@pytest.mark.parametrize(
    ("value", "should"),
    [
        ("3.6 voyage", "a ratio of voyage to ship is voyage/ship, not voyage"),
        ("3.6 ship/voyage", "a ratio of voyage to ship is voyage/ship, not ship/voyage"),
    ],
)
def test_a_ratio_in_a_wrong_unit_says_the_right_one(value: str, should: str) -> None:
    finding = only(whole("12 ship"), part("43 voyage", "ratio_to", value))

    assert (Severity.ERROR, Verdict.CONFLICT) == (finding.severity, finding.verdict)
    assert (
        f"a/part gives 43 voyage as a ratio to a/whole, which gives 12 ship, with the value {value}: {should}"
        == finding.message
    )


def test_the_value_of_a_ratio_or_share_within_a_dimension_is_a_pure_number() -> None:
    ratio = only(whole("12 ship"), part("24 ship", "ratio_to", "2 ship"))
    share = only(whole("12 ship"), part("3 ship", "share_of", "25 ship"))

    assert "with the value 2 ship: a ratio of ship to ship is a pure number, not ship" in ratio.message
    assert "with the value 25 ship: a share is a percentage or a pure number, not ship" in share.message
    assert Severity.ERROR is ratio.severity is share.severity
    assert ("24 ship / 12 ship = 2 (1.88 to 2.13)",) == ratio.working
    for value in ("2", "~2", "200 percent"):
        assert 0 == len(found(whole("12 ship"), part("24 ship", "ratio_to", value)))
    for value in ("0.25", "25 percent", "~25 percent"):
        assert 0 == len(found(whole("12 ship"), part("3 ship", "share_of", value)))


@pytest.mark.parametrize(
    ("kind", "said", "end"),
    [
        ("part_of", "as a part of", "in tank the part must not be the larger"),
        ("share_of", "as a share of", "in tank the share could be worked out"),
        ("repeats", "as a repetition of", "one figure if the conversion gives it, another figure if not"),
        ("revises", "as a revision of", "a revision if both count the same, another figure if not"),
    ],
)
def test_other_links_between_dimensions_are_left_open(kind: str, said: str, end: str) -> None:
    loss: dict[str, Any] = {"kind": "loss", "actor": "ET"}

    finding = only(
        claim("a/whole", amount="30 tank", **loss),
        claim("a/part", amount="900 person", links={kind: "a/whole"}, **loss),
    )

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert (
        f"a/part gives 900 person {said} a/whole, which gives 30 tank: person and tank measure different things; "
        f"missing: how many person one tank stands for; {end}"
    ) == finding.message
    assert finding.working[0].startswith("900 person / 30 tank = 30 person/tank")


@pytest.mark.parametrize(
    ("mine", "theirs", "missing"),
    [
        ("4350000000 EUR", "5000000000 USD", "the rate of EUR to USD on that day"),
        ("300 container", "500 TEU", "the size of the containers: one of 40 feet counts for two of 20"),
        ("90000 round", "200 container", "how many round one container stands for"),
        ("200 container", "90000 round", "how many round one container stands for"),
        ("300 container", "4 ship", "how many container one ship stands for"),
        ("300 container", "4 voyage", "how many container one voyage stands for"),
        ("900 pallet", "40 truck", "how many pallet one truck stands for"),
        ("40 tank", "8 wagon", "how many tank one wagon stands for"),
        ("400 tonne", "9000 round", "how many tonne one round stands for"),
        ("9000 crate", "90000 round", "how many round one crate stands for"),
        ("100 barrel/day", "9000 barrel", "over how long, or for how many, the rate holds"),
        ("100 barrel", "90 tonne", "the density of the goods"),
    ],
)
def test_the_message_names_the_fact_that_is_missing(mine: str, theirs: str, missing: str) -> None:
    finding = only(whole(theirs, item="aid"), part(mine, "part_of", item="aid"))

    assert f"; missing: {missing}; " in finding.message


@pytest.mark.parametrize("kind", ["part_of", "share_of", "ratio_to", "repeats", "revises"])
@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("4000 kilogram", "9 tonne"),
        ("90 litre", "4 barrel"),
        ("3 tanker", "12 ship"),
        ("2 FEU", "9 TEU"),
        ("5 percent", "0.2"),
        (None, "9 tonne"),
        ("9 tonne", None),
    ],
)
def test_units_of_one_kind_are_no_mismatch(kind: str, mine: str | None, theirs: str | None) -> None:
    assert 0 == len(found(whole(theirs), part(mine, kind, "0.3" if kind.endswith("_of") else "2")))


def test_a_figure_without_a_unit_is_of_what() -> None:
    men: dict[str, Any] = {"kind": "troop_deployment", "sender": "RW"}
    all_, bare = claim("a/whole", amount="4000 person", **men), {"amount": "3000", **men}

    finding = only(all_, claim("a/part", links={"part_of": "a/whole"}, **bare))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert (
        "a/part gives 3,000 as a part of a/whole, which gives 4,000 person: 3,000 of what? They are comparable if it counts "
        "person as a/whole does, else not"
    ) == finding.message
    other = only(
        claim("a/whole", **bare), claim("a/part", links={"part_of": "a/whole"}, amount="9 person", **men)
    )
    assert "3,000 of what? They are comparable if it counts person as a/part does" in other.message
    assert () == finding.working == other.working


def test_a_percentage_is_no_part() -> None:
    finding = only(whole("9000 barrel"), part("30 percent", "part_of"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        "a percentage is a share of something, no count of barrel: share_of would say of what"
    )
    assert ("30 percent of 9,000 barrel = 2,700 barrel",) == finding.working
    assert () == only(whole("30 percent"), part("9000 barrel", "part_of")).working


def test_a_density_at_hand_makes_barrels_and_tonnes_comparable() -> None:
    finding = only(whole("1000 tonne"), part("5000 barrel", "part_of"))

    assert (Severity.INFO, Verdict.PART_OF) == (finding.severity, finding.verdict)
    assert (
        "a/part gives 5,000 barrel as a part of a/whole, which gives 1,000 tonne: by the density of the goods the first is "
        "623.4 to 717.2 tonne, so that the link can hold"
    ) == finding.message
    assert 1 == len(finding.working)
    assert finding.assumptions[0].startswith("density.crude: 7.32..7.62 barrel/tonne")
    assert 3 == len(finding.assumptions)


@pytest.mark.parametrize(
    ("mine", "theirs", "kind", "value", "verdict"),
    [
        ("9000 barrel", "1000 tonne", "part_of", None, "conflict"),
        ("7800 barrel", "1000 tonne", "part_of", None, "part_of"),
        ("1000 tonne", "9000 barrel", "part_of", None, "part_of"),
        ("7500 barrel", "1000 tonne", "repeats", None, "agreement"),
        ("5000 barrel", "1000 tonne", "repeats", None, "conflict"),
        ("5000 barrel", "1000 tonne", "revises", None, "agreement"),
        ("3750 barrel", "1000 tonne", "share_of", "50 percent", "agreement"),
        ("3750 barrel", "1000 tonne", "share_of", "25 percent", "conflict"),
        ("3750 barrel", "1000 tonne", "share_of", None, "agreement"),
        ("15000 barrel", "1000 tonne", "ratio_to", "~2", "agreement"),
        ("15000 barrel", "1000 tonne", "ratio_to", "~3", "conflict"),
        (">=5000 barrel", "1000 tonne", "part_of", None, "part_of"),
        ("5000 barrel", ">=100 tonne", "part_of", None, "part_of"),
        ("<=5000 barrel", "100 tonne", "part_of", None, "part_of"),
    ],
)
def test_by_a_density_a_link_holds_or_not(
    mine: str, theirs: str, kind: str, value: str | None, verdict: str
) -> None:
    finding = only(whole(theirs), part(mine, kind, value))

    assert verdict == finding.verdict
    assert ("warning" if verdict == "conflict" else "info") == finding.severity
    assert finding.message.endswith("the link cannot hold" if verdict == "conflict" else "the link can hold")


@pytest.mark.parametrize(
    ("mine", "theirs", "known"),
    [
        ("fuel/crude", "fuel", True),
        ("fuel", "fuel/crude", True),
        (None, "fuel/crude", True),
        ("fuel/crude", None, True),
        ("fuel/crude", "fuel/refined/diesel", False),
        ("fuel", "fuel", False),
        (None, None, False),
        ("food", "food", False),
    ],
)
def test_the_density_is_that_of_the_narrower_goods(
    mine: str | None, theirs: str | None, *, known: bool
) -> None:
    finding = only(whole("1000 tonne", item=theirs), part("5000 barrel", "part_of", item=mine))

    assert known == ("density of the goods the first is" in finding.message)
    assert known != ("missing: the density of the goods" in finding.message)


def test_a_load_is_counted_otherwise_than_its_carriers() -> None:
    for load, carriers in (
        ("90000 round", "300 container"),
        ("300 container", "500 TEU"),
        ("1000000 barrel", "43 voyage"),
        ("40 tank", "3 ship"),
        ("300 container", "4 voyage"),
        ("2000 tonne", "90 truck"),
        ("8000", "3 ship"),
    ):
        assert 0 == len(found(whole(carriers), part(load, "contained_in")))


@pytest.mark.parametrize(
    ("load", "carriers"),
    [
        ("3000000 round", "4000000 round"),
        ("300 container", "6700 container"),
        ("200 kilogram", "4 tonne"),
        ("2 FEU", "9 TEU"),
        ("40 truck", "90 truck"),
        ("5 USD", "9 USD"),
    ],
)
def test_a_load_in_things_of_its_own_kind_is_a_mismatch(load: str, carriers: str) -> None:
    finding = only(whole(carriers), part(load, "contained_in"))

    assert (Severity.WARNING, Verdict.UNDECIDED) == (finding.severity, finding.verdict)
    assert finding.message.endswith(
        "a load is not counted as its carriers are; right if a/part is a part of a/whole (part_of)"
    )


def test_pieces_of_other_goods_may_be_a_load() -> None:
    drones, trucks = {"item": "aircraft/uncrewed"}, {"item": "vehicles/truck"}

    assert 0 == len(found(whole("9 piece", **trucks), part("30 piece", "contained_in", **drones)))
    assert 1 == len(found(whole("9 piece", **trucks), part("30 piece", "contained_in", **trucks)))
    assert 1 == len(found(whole("9 piece", item=None), part("30 piece", "contained_in", **drones)))
    assert 0 == len(found(whole("9"), part("30", "contained_in")))


@pytest.mark.parametrize(
    ("load", "carriers", "wrong"),
    [
        ("300 container", "90000 round", True),
        ("43 voyage", "90000 round", True),
        ("9 crate", "90000 round", True),
        ("9 truck", "90000 round", True),
        ("9 tank", "90000 round", False),
        ("300 container", "4000 tonne", False),
    ],
)
def test_containers_are_no_load_of_rounds(load: str, carriers: str, *, wrong: bool) -> None:
    findings = found(whole(carriers), part(load, "contained_in"))

    assert wrong == bool(findings)
    if wrong:
        unit = load.split()[1]
        assert "warning" == findings[0].severity
        assert findings[0].message.endswith(
            f"{unit} hold round, not the other way: the link belongs to a/whole"
        )


@pytest.mark.parametrize("kind", ["alternative_to", "in_return_for", "supports", "refutes"])
def test_other_links_compare_nothing(kind: str) -> None:
    assert 0 == len(found(whole("12 ship"), part("43 voyage", kind)))


def test_denied_claims_and_missing_ones_are_left_alone() -> None:
    assert 0 == len(found(whole("12 ship", stance="denies"), part("43 voyage", "part_of")))
    assert 0 == len(found(whole("12 ship"), part("43 voyage", "part_of", stance="denies")))
    assert 0 == len(found(whole("12 ship"), part("43 voyage", "part_of", to="a/none")))
    assert 0 == len(found(part("43 voyage", "part_of", to="a/part")))


def test_links_in_a_circle_are_each_told() -> None:
    one = part("43 voyage", "part_of", name="a/1", to="a/2")
    other = part("12 ship", "part_of", name="a/2", to="a/1")

    assert [("a/1", "a/2"), ("a/2", "a/1")] == [each.claims for each in found(one, other)]


def test_many_links_of_one_kind_are_told_as_one() -> None:
    parts = [part(f"{number} voyage", "part_of", name=f"a/p{number}") for number in range(1, 7)]

    finding = only(whole("12 ship"), *parts)

    assert finding.message.startswith(
        "6 claims are linked to a/whole like this one: a/p1 gives 1 voyage as a part of a/whole"
    )
    assert ("a/p1", "a/whole", "a/p2", "a/p3", "a/p4", "a/p5", "a/p6") == finding.claims
    assert Severity.WARNING is finding.severity
    assert 5 == len(found(whole("12 ship"), *parts[:5]))


# --- one percentage, two meanings


def percent(name: str, kind: str, value: str, to: str = "a/base", **fields: Any) -> Any:
    return part(None, kind, value, name=name, to=to, **{"quote": "30 percent", **fields})


def base(name: str = "a/base", amount: str | None = "200 tank", **fields: Any) -> Any:
    return claim(
        name, **{"sender": "BY", "recipient": "SY", "item": "vehicles/tank", "amount": amount, **fields}
    )


def test_one_percentage_as_a_share_and_as_a_change_is_told() -> None:
    finding = only(
        base(),
        base("a/more", "~50 tank"),
        percent("a/1", "share_of", "~30 percent"),
        percent("a/2", "ratio_to", "~1.3", "a/more"),
    )

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (finding.severity, finding.verdict)
    assert (
        '"30 percent" has two meanings in a: a/1 is 30 percent of a/base, a share of a whole; a/2 is 30 percent more than a/more, '
        "a change over a base: the two are not one figure"
    ) == finding.message
    assert ("a/1", "a/base", "a/2", "a/more") == finding.claims
    assert ("30 percent of 200 tank = 60 tank", "1.3 x 50 tank = 65 tank") == finding.working
    assert 1 == len(finding.assumptions)


@pytest.mark.parametrize(
    ("share", "ratio", "two"),
    [
        ("30 percent", "1.3", True),
        ("0.3", "~130 percent", True),
        (">30 percent", "1.3", True),
        ("30 percent", "0.7", True),
        ("30 percent", "1.4", False),
        ("30 percent", "0.3", False),
        ("25..35 percent", "1.3", False),
        ("30 percent", "1", False),
        ("0 percent", "1", False),
        ("30 tank", "1.3", False),
        ("30 percent", "1.3 tank/ship", False),
    ],
)
def test_only_the_same_percentage_counts(share: str, ratio: str, *, two: bool) -> None:
    findings = found(base(amount=None), percent("a/1", "share_of", share), percent("a/2", "ratio_to", ratio))

    assert two == bool([each for each in findings if "two meanings" in each.message])


def test_a_decrease_is_less_than_its_base() -> None:
    finding = only(base(), percent("a/1", "share_of", "30 percent"), percent("a/2", "ratio_to", "0.7"))

    assert "a/2 is 30 percent less than a/base" in finding.message
    assert "0.7 x 200 tank = 140 tank" in finding.working


@pytest.mark.parametrize(
    ("quote", "two"),
    [
        ("30 percent more", True),
        ("30 % more", True),
        ("a rise", True),
        ("1.3 times as many", False),
        ("40 percent more", False),
        ("60, 30 percent more", True),
        ("another 60", False),
        ("a third more", False),
    ],
)
def test_the_percentage_has_to_be_printed(quote: str, *, two: bool) -> None:
    one, other = percent("a/1", "share_of", "30 percent"), percent("a/2", "ratio_to", "1.3", quote=quote)
    turned = percent("a/1", "share_of", "30 percent", quote=quote), percent("a/2", "ratio_to", "1.3")

    assert two == bool(found(base(), one, other))
    assert two == bool(found(base(), *turned))


def test_two_shares_or_two_changes_are_one_meaning() -> None:
    for kind, value in (("share_of", "30 percent"), ("ratio_to", "1.3")):
        assert 0 == len(found(base(), percent("a/1", kind, value), percent("a/2", kind, value)))


def test_bases_without_a_number_give_no_arithmetic() -> None:
    finding = only(
        base(amount="40..60 tank"),
        percent("a/1", "share_of", "30 percent"),
        percent("a/2", "ratio_to", "1.3"),
    )

    assert () == finding.working


def test_sources_are_apart_unless_they_speak_of_the_same_parties() -> None:
    share = percent("a/1", "share_of", "30 percent")
    same = percent("b/2", "ratio_to", "1.3")
    other = percent("b/2", "ratio_to", "1.3", sender="TR")

    assert '"30 percent" has two meanings in a and b: ' in only(base(), share, same).message
    assert 0 == len(found(base(), share, other))
    assert 0 == len(
        found(
            base(),
            percent("a/1", "share_of", "30 percent", sender=None, recipient=None),
            percent("b/2", "ratio_to", "1.3", sender=None, recipient=None),
        )
    )


def test_what_one_source_says_is_not_told_again_of_its_parties() -> None:
    claims = (
        base(),
        percent("a/1", "share_of", "30 percent"),
        percent("a/2", "ratio_to", "1.3"),
        percent("b/3", "ratio_to", "1.3"),
    )

    assert '"30 percent" has two meanings in a: ' in only(*claims).message


def test_several_of_one_meaning_are_told_together() -> None:
    more = [percent(f"a/x{number}", "ratio_to", "1.3") for number in range(3)]

    finding = only(base(), percent("a/1", "share_of", "30 percent"), *more)

    assert "a change over a base (a/x1 and a/x2 too): the two" in finding.message
    assert ("a/1", "a/base", "a/x0", "a/x1", "a/x2") == finding.claims


def test_two_percentages_are_two_findings() -> None:
    claims = [
        base(),
        percent("a/1", "share_of", "30 percent"),
        percent("a/2", "ratio_to", "1.3"),
        percent("a/3", "share_of", "12.5 percent", quote="12.5 percent"),
        percent("a/4", "ratio_to", "1.125", quote="12.5 percent"),
    ]

    assert [("a/1", "a/base", "a/2"), ("a/3", "a/base", "a/4")] == [each.claims for each in found(*claims)]


def test_denied_percentages_and_lost_bases_are_left_alone() -> None:
    share = percent("a/1", "share_of", "30 percent")

    assert 0 == len(found(base(), share, percent("a/2", "ratio_to", "1.3", stance="denies")))
    assert 0 == len(found(base(), share, percent("a/2", "ratio_to", "1.3", to="a/none")))
    assert 0 == len(found(base(), share, percent("a/2", "ratio_to", "1.3", to="a/2")))


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [
        base(),
        percent("a/1", "share_of", "30 percent"),
        percent("a/2", "ratio_to", "1.3"),
        percent("b/3", "ratio_to", "1.3"),
        *(part(f"{number} voyage", "part_of", name=f"c/p{number}", to="a/base") for number in range(1, 8)),
    ]
    expected = found(*claims)

    assert 2 == len(expected)
    for seed in range(6):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims)


def test_thousands_of_links_are_read_in_no_time() -> None:
    parts = [part(f"{number} voyage", "part_of", name=f"s{number}/p") for number in range(1, 2000)]
    shares = [percent(f"s{number}/q", "share_of", "30 percent") for number in range(2000)]
    every = corpus(whole("12 ship"), base(), *parts, *shares)
    started = time.process_time()

    assert 1 == len(every.check(select="unit-mismatch"))
    assert time.process_time() - started < 5


def test_on_the_seeds_thirty_percent_has_two_meanings() -> None:
    (finding,) = osintkp.load_seeds().check(select="unit-mismatch")

    assert (Severity.INFO, Verdict.DIFFERENT_SCOPE) == (finding.severity, finding.verdict)
    assert ("s1/eu-delivered", "s1/eu-pledge", "s1/return-containers", "s1/containers") == finding.claims
    assert (
        "30 percent of 1,000,000 round = 300,000 round",
        "1.3 x 6,700 container = 8,710 container",
    ) == finding.working


def test_a_percentage_that_is_a_share_is_no_mismatch() -> None:
    assert 0 == len(found(whole("4300000 tonne"), part("40 percent", "share_of", "40 percent")))
    assert 1 == len(found(whole("4300000 tonne"), part("40 percent", "part_of")))


def test_a_load_that_is_linked_as_a_part_of_its_carriers_is_shown_the_right_link() -> None:
    finding = only(whole("1004 voyage", item="food"), part("725000 tonne", "part_of", item="food"))

    assert Severity.WARNING is finding.severity
    assert finding.message.endswith(
        "if it is what they hold, it is their load (contained_in), no part of them"
    )
    crates = only(whole("40 container", item="food"), part("12 voyage", "part_of", item="food"))
    assert crates.message.endswith("in container the part must not be the larger")


def test_a_sum_that_is_repeated_in_another_currency_is_no_trouble() -> None:
    paid = whole("90000000 USD", item="money")

    assert Severity.INFO is only(paid, part("83000000 EUR", "repeats", item="money")).severity
    assert Severity.INFO is only(paid, part("83000000 EUR", "revises", item="money")).severity
    assert Severity.WARNING is only(paid, part("83000000 EUR", "part_of", item="money")).severity
    assert Severity.WARNING is only(paid, part("83000 tonne", "repeats", item="money")).severity
