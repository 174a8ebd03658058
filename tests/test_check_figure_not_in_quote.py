"""Coded figures that the quoted words do not give."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from osintkp import ClaimLink, Span
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import LinkKind, Severity, Verdict

ARMS: dict[str, Any] = {"kind": "shipment", "sender": "IR", "recipient": "YE"}


def found(*claims: Any) -> Findings:
    return corpus(*claims).check(select="figure-not-in-quote")


def one(quote: str, amount: str | None, **fields: Any) -> Any:
    return claim("a/1", **_kind(amount), quote=quote, amount=amount, **fields)


def _kind(amount: str | None) -> dict[str, Any]:
    counted = (amount or "").rpartition(" ")[2]
    return {"person": {"kind": "troop_deployment"}, "meeting": {"kind": "meeting"}}.get(counted, ARMS)


def only(*claims: Any) -> Finding:
    (finding,) = found(*claims)
    return finding


def test_a_figure_that_the_quote_does_not_give_is_an_error_with_what_it_gives() -> None:
    finding = only(
        one(
            "a dhow with 2,300 rifles and dozens of tubes, 5 to 7 tonnes, a third of it wet, 30 percent rusty",
            "4000 rifle",
        )
    )

    assert (Severity.ERROR, Verdict.CONFLICT, "TXT102") == (finding.severity, finding.verdict, finding.code)
    assert ("a/1",) == finding.claims
    assert (
        "a/1 codes 4,000 rifle, which its quote does not give: the quote has 2,300, 24 or more, 5 to 7, 0.3333333333 and 30 percent"
        == finding.message
    )
    assert (
        '"2,300" = 2,300',
        '"dozens" = 24 or more',
        '"5 to 7" = 5 to 7',
        '"a third" = 0.3333333333',
        '"30 percent" = 30 percent',
    ) == finding.working
    assert () == finding.assumptions


def test_a_quote_without_a_number_says_so() -> None:
    finding = only(one("rifles for the Houthis", "2000 rifle"))

    assert "a/1 codes 2,000 rifle, which its quote does not give: the quote has no number" == finding.message
    assert ('"rifles for the Houthis": no number',) == finding.working


@pytest.mark.parametrize(
    ("quote", "amount"),
    [
        ("6,700 containers", "6700 container"),
        ("roughly 6,700 containers", "~6700 container"),
        ("three million rounds", "3000000 round"),
        ("about half a million rounds", "~500000 round"),
        ("thousands of containers", "~2000.. container"),
        ("several million rounds", "~3000000.. round"),
        ("over a dozen tankers", ">12 ship"),
        ("up to 30,000 troops", "<=30000 person"),
        ("between 4.2 and 5.8 million rounds", "4200000..5800000 round"),
        ("5,000-7,000 rifles", "5000..7000 rifle"),
        ("5,000 or perhaps 7,000 rifles", "5000..7000 rifle"),
        ("from 20 to 25 million", "20000000..25000000 round"),
        ("between 600 and 874 tanks", "~600..700..874 tank"),
        ("the 500,000-barrel cap", "500000 barrel"),
        ("a 40-strong crew", "40 person"),
        ("$4.35 billion in aid", "4350000000 USD"),
        ("a limousine", "1 vehicle"),
        ("an Ilyushin", "1 aircraft"),
        ("no shells", "0 round"),
        ("both ships", "2 ship"),
        ("met twice", "2 meeting"),
        ("cut by 12 percent", "-12 percent"),
        ("4.2 and 5.8 million rounds", "4200000 round"),
        ("\u00bd million rounds", "500000 round"),
    ],
)
def test_a_figure_that_the_words_give_is_no_finding(quote: str, amount: str) -> None:
    assert 0 == len(found(one(quote, amount)))


@pytest.mark.parametrize(
    ("quote", "amount"),
    [
        ("6,700 containers", "6800 container"),
        ("6,680 containers", "6700 container"),
        ("three million rounds", "3000 round"),
        ("a dozen tankers", "1 ship"),
        ("thousands of containers", "3000 container"),
        ("5,000 to 7,000 rifles", "5000..8000 rifle"),
        ("5,000 to 7,000 rifles", "4000..7000 rifle"),
        ("5,000 to 7,000 rifles", "6000 rifle"),
        ("in 2023", "1 ship"),
        ("the 15th brigade", "15 person"),
        ("M1989 howitzers", "1989 howitzer"),
        ("the limousine", "1 vehicle"),
        ("a limousine", "0 vehicle"),
        ("many shells", "0 round"),
    ],
)
def test_a_figure_next_to_the_words_is_found(quote: str, amount: str) -> None:
    assert Severity.ERROR is only(one(quote, amount)).severity


@pytest.mark.parametrize(
    ("quote", "amount", "given"),
    [
        ("74,000 t of diesel", "74000000 kilogram", True),
        ("74,000 tonnes of diesel", "74000000 kilogram", True),
        ("74,000-tonne cargo", "74000000 kilogram", True),
        ("74,000 t of diesel", "74000001 kilogram", False),
        ("74,000 t of diesel", "75000000 kilogram", False),
        ("30,000 tons of iron", "27216 tonne", True),
        ("30,000 tons of iron", "29000 tonne", False),
        ("550 miles away", "885 kilometre", True),
        ("550 miles away", "900 kilometre", True),
        ("550 miles away", "990 kilometre", False),
        ("550 nautical miles", "1018.6 kilometre", True),
        ("12 cubic metres of fuel", "12000 litre", True),
        ("3,000 barrels per day", "3000 barrel/day", True),
        ("3,000 barrels a day", "21000 barrel/week", True),
        ("3,000 barrels per day", "21000 barrel/week", True),
        ("3,000 barrels over day", "21000 barrel/week", False),
        ("3,000 barrels per", "21000 barrel/week", False),
        ("665 kilograms", "0.67 tonne", True),
        ("675 kilograms", "0.67 tonne", True),
        ("664 kilograms", "0.67 tonne", False),
        ("676 kilograms", "0.67 tonne", False),
        ("5 Kilometres", "5000 metre", True),
        ("5 Tons", "5000 kilogram", True),
        ("5 Metric Tons", "5000 kilogram", True),
        ("12 km\u00b2", "12000000 square_metre", True),
        ("more than half", ">50 percent", True),
        ("two-thirds of the army", "66.67 percent", True),
        ("two-thirds of the army", "67 percent", True),
        ("two-thirds of the army", "60 percent", False),
        ("two-thirds of the army", "0.67", True),
        ("two-thirds of the army", "0.6", False),
        ("30 percent", "0.3", True),
        ("30 percent", "0.4", False),
        ("30 boxes", "30000 kilogram", False),
        ("30", "30000 kilogram", False),
        ("30 " + "x" * 100, "30000 kilogram", False),
    ],
)
def test_another_unit_of_the_same_kind_gives_the_figure(quote: str, amount: str, *, given: bool) -> None:
    assert given == (0 == len(found(one(quote, amount))))


@pytest.mark.parametrize(
    ("quote", "calibre", "given"),
    [
        ("152 mm shells", "152 mm", True),
        ("fifty 170mm guns", "170 mm", True),
        ("152 mm shells", "155 mm", False),
        ("152 mm shells", "0.152 metre", True),
        ("7.62x39mm rounds", "7.62 mm", True),
        (".50 calibre guns", "12.7 mm", True),
        (".50-cal guns", "12.7 mm", True),
        ("50 calibres", "1270 mm", False),
        ("1 calibre", "25.4 mm", False),
        ("several calibres", "76.2 mm", False),
        ("6-inch shells", "152 mm", True),
        ("a gun", "1 mm", False),
        ("the shells", "152 mm", False),
    ],
)
def test_a_calibre_has_to_stand_there_too(quote: str, calibre: str, *, given: bool) -> None:
    findings = found(one(quote, None, calibre=calibre))

    assert given == (0 == len(findings))
    assert all(each.message.startswith("a/1 codes calibre ") for each in findings)


def test_an_amount_and_a_calibre_are_judged_each() -> None:
    findings = found(one("fifty 170mm howitzers", "60 howitzer", calibre="152 mm"))

    assert ["a/1 codes 60 howitzer,", "a/1 codes calibre 152 millimetre,"] == [
        " ".join(each.message.split(" which")[0].split()) for each in findings
    ]


def test_a_calibre_is_judged_where_the_amount_is_sound() -> None:
    assert (
        "calibre 152 millimetre"
        in only(one("fifty 170mm howitzers", "50 howitzer", calibre="152 mm")).message
    )
    assert "codes 60 howitzer" in only(one("fifty 170mm howitzers", "60 howitzer", calibre="170 mm")).message


def test_a_link_that_cannot_help_does_not_hide_one_that_can() -> None:
    first, base = linked("half of them", "1000 rifle", "2000 rifle")
    gone = ClaimLink(kind=LinkKind.SUPPORTS, claim="c/gone")
    other = ClaimLink(kind=LinkKind.SUPPORTS, claim="b/other")
    men = claim("b/other", "troop_deployment", quote="30 men", amount="30 person")

    assert 0 == len(found(attrs.evolve(first, links=(gone, other, *first.links)), base, men))


def linked(quote: str, amount: str, other: str | None, kind: str = "part_of", **fields: Any) -> list[Any]:
    link = ClaimLink(kind=LinkKind(kind), claim="b/base")
    return [
        attrs.evolve(one(quote, amount, **fields), links=(link,)),
        claim("b/base", **_kind(other), quote=f"{other}", amount=other),
    ]


@pytest.mark.parametrize(
    ("quote", "amount", "other", "given"),
    [
        ("half of them", "1000 rifle", "2000 rifle", True),
        ("half of them", "1100 rifle", "2000 rifle", False),
        ("a third of them", "667 rifle", "2000 rifle", True),
        ("two-thirds of the cargo", "1.33 tonne", "2000 kilogram", True),
        ("30 percent of them", "600 rifle", "2000 rifle", True),
        ("37.1 percent of them", "371 rifle", "1000 rifle", True),
        ("37.1 percent more", "1371 rifle", "1000 rifle", True),
        ("37.1 percent fewer", "629 rifle", "1000 rifle", True),
        ("37.1 percent fewer", "631 rifle", "1000 rifle", False),
        ("30 percent of them", "700 rifle", "2000 rifle", False),
        ("all of them", "2000 rifle", "2000 rifle", True),
        ("All went", "2000 rifle", "2000 rifle", True),
        ("small ones", "2000 rifle", "2000 rifle", False),
        ("half of them", ">1000 rifle", ">2000 rifle", True),
        ("half of them", "1000..2000 rifle", "2000..4000 rifle", True),
        ("half of them", "1000 rifle", "2000 person", False),
        ("half of them", "1000 rifle", None, False),
        ("twice that", "4000 rifle", "2000 rifle", False),
    ],
)
def test_a_share_of_a_linked_figure_gives_the_figure(
    quote: str, amount: str, other: str | None, *, given: bool
) -> None:
    findings = found(*linked(quote, amount, other)).about("a/1")

    assert given == (0 == len(findings))


def test_a_link_that_leads_nowhere_gives_nothing() -> None:
    assert 1 == len(found(linked("half of them", "1000 rifle", "2000 rifle")[0]))


@pytest.mark.parametrize(
    ("quote", "given"), [("twice as many", True), ("2 times as many", True), ("three times as many", False)]
)
def test_a_multiple_of_a_figure_that_a_ratio_links_to_gives_the_figure(quote: str, *, given: bool) -> None:
    assert given == (
        0 == len(found(*linked(quote, "4000 rifle", "2000 rifle", kind="ratio_to")).about("a/1"))
    )


@pytest.mark.parametrize(
    ("quote", "amount", "given"),
    [
        ("30 percent of the one million rounds", "300000 round", True),
        ("half of the 2,000 rifles", "1000 rifle", True),
        ("half of the 30 percent", "15 rifle", False),
        ("20 of the 30", "600 rifle", False),
    ],
)
def test_a_share_of_a_number_in_the_quote_gives_the_figure(quote: str, amount: str, *, given: bool) -> None:
    assert given == (0 == len(found(one(quote, amount))))


def test_the_words_of_all_quotes_count() -> None:
    spans = (Span(quote="some rifles"), Span(quote="2,000 in all"))

    assert 0 == len(found(attrs.evolve(one("x", "2000 rifle"), spans=spans)))
    assert (
        '"some rifles … more": no number'
        in only(attrs.evolve(one("x", "2000 rifle"), spans=(spans[0], Span(quote="more")))).working
    )


@pytest.mark.parametrize(
    ("quote", "amount", "coded", "words", "plain", "other", "assumption"),
    [
        (
            "6.700 containers",
            "6700 container",
            "6,700 container",
            "6.700",
            "6.7",
            "6,700",
            "a point before three digits",
        ),
        (
            "thousands of rifles",
            ">=1000 rifle",
            "at least 1,000 rifle",
            "thousands",
            "2,000 or more",
            "1,000",
            "vague words have lower ends",
        ),
        ("30m apart", "30 metre", "30 metre", "30m", "30,000,000", "30", "an m that is glued"),
        ("30M apart", "30 metre", "30 metre", "30M", "30,000,000", "30", "an m that is glued"),
        (
            "4.2 and 5.8 million",
            "4.2 tonne",
            "4.2 tonne",
            "4.2",
            "4,200,000",
            "4.2",
            "a multiplier after the second",
        ),
    ],
)
def test_another_reading_of_the_words_is_told(
    quote: str, amount: str, coded: str, words: str, plain: str, other: str, assumption: str
) -> None:
    finding = only(one(quote, amount))

    assert (Severity.INFO, Verdict.AGREEMENT) == (finding.severity, finding.verdict)
    assert f'a/1 codes {coded}, which "{words}" gives only if it is read as {other}' == finding.message
    assert (f'"{words}" = {plain}, or {other}',) == finding.working
    assert finding.assumptions[0].startswith(assumption)
    assert 1 == len(finding.assumptions)


@pytest.mark.parametrize(
    ("quote", "amount", "hint"),
    [
        ("2,000 rifles", "20000 rifle", "; 2,000 and 20,000 are 10 times apart"),
        ("2,000 rifles", "2 rifle", "; 2,000 and 2 are 1,000 times apart"),
        ("5 million", ">=5 rifle", "; 5,000,000 and 5 are 1,000,000 times apart"),
        ("5 million", "<=5 rifle", "; 5,000,000 and 5 are 1,000,000 times apart"),
        ("2,000 rifles", "3000 rifle", ": the quote has 2,000"),
        ("2,000 rifles", "0 rifle", ": the quote has 2,000"),
        ("5 rifles", "5000000000 rifle", "has 5; 5 and 5,000,000,000 are 1,000,000,000 times apart"),
        ("5 rifles", "50000000000 rifle", ": the quote has 5"),
    ],
)
def test_a_slip_of_a_power_of_ten_is_named(quote: str, amount: str, hint: str) -> None:
    assert only(one(quote, amount)).message.endswith(hint)


def test_a_quote_of_many_numbers_is_cut_in_the_message() -> None:
    assert only(one("1, 2, 3, 4, 5, 6, 7 and 8", "99 rifle")).message.endswith(
        "has 1, 2, 3, 4, 5, 6 and 2 more"
    )


def test_without_a_figure_or_a_quote_nothing_is_found() -> None:
    assert 0 == len(found(one("2,000 rifles", None)))
    assert 0 == len(found(attrs.evolve(one("x", "2000 rifle"), spans=())))
    assert 0 == len(found(claim("a/1", "statement", text="words")))


def test_a_figure_of_a_denial_has_to_stand_there_too() -> None:
    assert 1 == len(found(one("denied the 2,000", "3000 rifle", stance="denies")))


def test_a_quote_cannot_write_on_the_terminal() -> None:
    assert "\x1b" not in str(only(one("3\x1b[31m thousand", "7 rifle")))


def test_a_very_large_figure_is_no_trouble() -> None:
    huge = "9" * 39

    assert 1 == len(found(one("half of them", f"~{huge} round")))


@given(st.text(min_size=1).filter(str.strip), st.integers(0, 10**9))
def test_any_quote_gives_at_most_one_finding_an_amount(quote: str, value: int) -> None:
    assert len(found(one(quote, f"{value} rifle"))) <= 1


@given(st.integers(0, 10**12), st.sampled_from(["{:,}", "{}", "some {:,}", "of {:,},"]))
def test_a_figure_that_is_quoted_as_it_is_coded_is_never_found(value: int, form: str) -> None:
    assert 0 == len(found(one(f"{form.format(value)} rifles", f"{value} rifle")))


def test_the_order_of_the_claims_plays_no_part() -> None:
    claims = [attrs.evolve(one("2,000 rifles", "3000 rifle"), id=f"a/{number}") for number in range(3)]
    expected = found(*claims)

    assert 3 == len(expected)
    for seed in range(4):
        random.Random(seed).shuffle(claims)

        assert expected == found(*claims)


def test_on_the_seeds_every_figure_stands_in_its_quote() -> None:
    assert 0 == len(osintkp.load_seeds().check(select="figure-not-in-quote"))


def told(quote: str, amount: str, language: str | None) -> list[Finding]:
    checked = corpus(one(quote, amount), a={"language": language}).check(select="figure-not-in-quote")
    return list(checked)


@pytest.mark.parametrize(
    ("quote", "amount", "language", "condition"),
    [
        ("2,6 млн баррелей в сутки", "2600000 barrel/day", "ru", "the word after it multiplies by 1,000,000"),
        ("2,6 млн баррелей в сутки", "2600000 barrel/day", None, "the word after it multiplies by 1,000,000"),
        ("2 millones de barriles", "2000000 barrel", "es", "the word after it multiplies by 1,000,000"),
        ("포탄 10만 발", "100000 round", "ko", "the word after it multiplies by 10,000"),
        ("炮弹 3亿发", "300000000 round", "zh", "the word after it multiplies by 100,000,000"),
        ("2,5 bis 3 Tausend Tonnen", "2500..3000 tonne", "de", "the word after it multiplies by 1,000"),
        ("4,5 tonnes of tubes", "4.5 tonne", "en", "its comma is a decimal one"),
        ("1,25 tonnes of tubes", "1.25 tonne", None, "its comma is a decimal one"),
    ],
)
def test_figures_of_other_languages_are_read_on_a_condition(
    quote: str, amount: str, language: str | None, condition: str
) -> None:
    (finding,) = told(quote, amount, language)

    assert (Severity.INFO, Verdict.AGREEMENT) == (finding.severity, finding.verdict)
    assert finding.message.endswith(f" gives only if {condition}")
    assert 1 == len(finding.assumptions)


@pytest.mark.parametrize(
    ("quote", "amount", "language", "severity"),
    [
        ("cinco buques", "5 tanker", "es", Severity.INFO),
        ("la moitié des navires", "12 tanker", "fr-FR", Severity.INFO),
        ("поезд прибыл в Хасан", "1 piece", None, Severity.INFO),
        ("8,6 тонны золота", "86 tonne", "ru", Severity.WARNING),
        ("2 millones de barriles", "3000000 barrel", "es", Severity.WARNING),
        ("cinco buques", "5 tanker", "en-GB", Severity.ERROR),
        ("cinco buques", "5 tanker", None, Severity.ERROR),
        ("2 bn litres", "2000 litre", "en", Severity.ERROR),
    ],
)
def test_words_of_other_languages_are_not_held_against_a_figure(
    quote: str, amount: str, language: str | None, severity: Severity
) -> None:
    (finding,) = told(quote, amount, language)

    assert severity is finding.severity
    unread = "; words for numbers in its language are not read: a slip if none of them gives it"
    assert (severity is not Severity.ERROR) == finding.message.endswith(unread)
    assert (severity is Severity.ERROR) == (finding.verdict is Verdict.CONFLICT)


@pytest.mark.parametrize(
    ("quote", "amount"),
    [("دخلت ٩٧ شاحنة", "97 truck"), ("٣٬٢٠٠ طن", "3200 tonne"), ("९७ ट्रक", "97 truck")],
)
def test_digits_of_any_script_are_read(quote: str, amount: str) -> None:
    assert [] == told(quote, amount, "ar")
    assert 1 == len(told(quote, amount.replace("7", "8").replace("2", "3"), "ar"))


@pytest.mark.parametrize(
    "quote", ["coal exports are banned altogether", "Deliveries were halted", "has never sent any"]
)
def test_what_is_banned_or_stopped_is_nothing(quote: str) -> None:
    assert [] == list(found(one(quote, "<=0 tonne"))) == list(found(one(quote, "0 tonne")))
    assert 1 == len(found(one(quote, "5 tonne")))
    assert 1 == len(found(one("the bandits sent coal", "0 tonne")))
