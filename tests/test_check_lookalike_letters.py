"""Letters that are not what they look like, in quotes, titles, records and ids."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp.checks._imitated import imitated_id, imitations
from osintkp.claims import Claims
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.scales import Severity, Verdict

GOODS: dict[str, Any] = {"sender": "SN", "recipient": "ML", "item": "food"}


def found(*claims: osintkp.Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="lookalike-letters")


def only(*claims: osintkp.Claim, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def quoted(words: str, name: str = "a/1") -> osintkp.Claim:
    return claim(name, quote=words, **GOODS)


def test_a_capital_i_in_the_name_of_a_state_is_told_with_its_place_and_whose_name_it_is() -> None:
    told = attrs.evolve(quoted("x"), spans=(osintkp.Span(quote="trucks for MaIi", start=100, end=115),))

    one = only(told)

    assert ("ENT103", Severity.WARNING, Verdict.CONFLICT) == (one.code, one.severity, one.verdict)
    assert "\"MaIi\" in the quote of a/1: U+0049 looks like 'l'; read as 'Mali' (ML)" == one.message
    assert ("a/1",) == one.claims
    assert ("a/1: letter 113 of the text",) == one.working
    assert ("what a letter looks like: Unicode Technical Standard 39 (confusables), cut to those that occur in names",) == one.assumptions  # fmt: skip


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("H\u043edeidah", "\"H\u043edeidah\" in the quote of a/1: U+043E looks like 'o'; read as 'Hodeidah' (hodeidah)"),
        ("in \u041ayiv", "\"\u041ayiv\" in the quote of a/1: U+041A looks like 'K'; read as 'Kyiv' (UA)"),
        ("M\u043escow", "\"M\u043escow\" in the quote of a/1: U+043E looks like 'o'; read as 'Moscow' (RU)"),
        ("M0sc0w", "\"M0sc0w\" in the quote of a/1: U+0030 looks like 'o'; read as 'Moscow' (RU)"),
        ("M0SCOW", "\"M0SCOW\" in the quote of a/1: U+0030 looks like 'o'; read as 'MOSCOW' (RU)"),
        ("the Yernen war", "\"Yernen\" in the quote of a/1: U+0072 U+006E looks like 'm'; read as 'Yemen' (YE)"),
        ("g0vernment", "\"g0vernment\" in the quote of a/1: U+0030 looks like 'o'; read as 'government'"),
        ("a totaI of", "\"totaI\" in the quote of a/1: U+0049 looks like 'l'; read as 'total'"),
        ("miIitary aid", "\"miIitary\" in the quote of a/1: U+0049 looks like 'l'; read as 'military'"),
        ("\u041c\u006f\u0441\u043a\u0432\u0430", "\"\u041c\u006f\u0441\u043a\u0432\u0430\" in the quote of a/1: U+006F looks like '\u043e'; read as '\u041c\u043e\u0441\u043a\u0432\u0430'"),
        ("\u0391\u03b8\u03ae\u03bd\u0061", "\"\u0391\u03b8\u03ae\u03bd\u0061\" in the quote of a/1: U+0061 looks like '\u0430'; read as '\u0391\u03b8\u03ae\u03bd\u03b1'"),
    ],
)  # fmt: skip
def test_letters_of_other_alphabets_and_shapes_are_found(words: str, message: str) -> None:
    every = found(quoted(words))

    assert [(Severity.WARNING, message)] == [(each.severity, each.message) for each in every]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("IS\u200bIS", "U+200B"),
        ("the \u202eevil\u202c men", "U+202E"),
        ("Sudan\u200f", "U+200F"),
        ("Kh" + "\u0301" * 40, "U+0301"),
    ],
)
def test_letters_that_cannot_be_seen_are_found(words: str, code: str) -> None:
    one = only(quoted(words))

    assert Severity.WARNING is one.severity
    assert f"{code} cannot be seen" in one.message
    assert "read as" not in one.message
    assert words[2] not in one.message or words[2].isprintable()


@pytest.mark.parametrize(
    "words",
    [
        "co\u00adoperation",
        "ISIS\u200b fighters",
        "typeI",
        "MarkI tanks",
        "phaseI",
        "mapInData",
        "dav1d has it",
    ],
)
def test_what_may_be_innocent_is_only_told(words: str) -> None:
    one = only(quoted(words))

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)


@pytest.mark.parametrize(
    "words",
    [
        "McIntyre, MacInnes and World War II, Louis XIV, Corps III",
        "M1989, Su-30SM0, T-10M0, H1N1, AB0CD, S-300PMU1 and 10O",
        "KI, AI and the IS",
        "Колонна прибыла в Хартум",
        "شاحنات \u200fوصلت",
        "μία αποστολή",
        "HIMARS\u043e\u0432 \u0438 Bayraktar\u044b \u0441\u0431\u0438\u043b\u0438",
        "TechInsights, RadioInternational and eInk",
        "https://t.me/abIde0fgh or a@bIde0f.org",
        "Government of the northern Horns; Burns returned",
        "Khartoum|Nyala abc|def",
        "Mali",
        "McMali",
        "",
    ],
)
def test_honest_letters_are_left_alone(words: str) -> None:
    assert [] == list(found(quoted(words or " .")))


def test_a_latin_name_with_a_foreign_ending_is_odd_in_a_latin_text() -> None:
    assert 1 == len(found(quoted("the HIMARS\u043e were sent to them")).at_least("warning"))


def test_a_mark_of_direction_is_needed_beside_words_from_right_to_left_and_an_override_never() -> None:
    assert [] == list(found(quoted("غزة \u200eGaza\u200f")))
    assert 1 == len(found(quoted("غزة \u202eGaza\u202c")))


def test_one_word_in_many_places_of_a_source_is_one_finding() -> None:
    one = only(
        quoted("MaIi and MaIi"),
        claim("a/2", quote="trucks", **{**GOODS, "item": "food"}, destination="MaIi"),
        a={"title": "Grain for MaIi", "publisher": "The MaIi Post", "author": "J. MaIi"},
    )

    assert (
        "\"MaIi\" in the title of a, the publisher of a, the author of a and 2 more: U+0049 looks like 'l'; read as 'Mali' (ML)"
    ) == one.message
    assert ("a/1", "a/2") == one.claims
    assert 2 == len(found(quoted("MaIi"), quoted("MaIi", "b/1")))


def test_texts_of_records_are_searched_and_ids_of_actors_apart() -> None:
    treaty = claim(
        "a/1", "treaty", title="Treaty of MaIi", parties=("ML", "SN"), obligations=("aid to NigerIa", "peace")
    )

    one = only(treaty)

    assert "\"MaIi\" in the record of a/1: U+0049 looks like 'l'; read as 'Mali' (ML)" == one.message


@pytest.mark.parametrize(
    ("actor", "told"),
    [
        ("harnas", "U+0072 U+006E looks like 'm'; read as 'hamas'"),
        ("h\u0430mas", "U+0430 looks like 'a'; read as 'hamas'"),
        ("e1n", "U+0031 looks like 'l'; read as 'eln'"),
        ("s\u043eme-militia", "U+043E looks like 'o'"),
    ],
)
def test_an_id_that_imitates_another_is_found(actor: str, told: str) -> None:
    one = only(
        claim("a/1", speaker=actor, **GOODS),
        claim("a/2", **{**GOODS, "sender": actor}),
        claim("a/3", **GOODS),
    )

    assert (Severity.WARNING, Verdict.CONFLICT) == (one.severity, one.verdict)
    assert one.message.endswith(f" of a/1 and a/2: {told}")
    assert ("a/1", "a/2") == one.claims
    assert told == imitated_id(actor)


@pytest.mark.parametrize(
    "actor", ["hamas", "KP", "m23", "some-militia", "5-corps", "x" * 400, "unknown", "tern-force"]
)
def test_an_id_of_its_own_imitates_nobody(actor: str) -> None:
    assert imitated_id(actor) is None


def test_many_letters_take_little_time_and_long_words_are_cut() -> None:
    from time import process_time

    start = process_time()
    for words in (
        "a0b" * 20_000,
        "\u041ay" * 20_000,
        "\u202e" * 20_000,
        "aI " * 20_000,
        "rn" * 20_000,
        "a\u200b" * 9000,
    ):
        assert all(len(each.word) <= 200 for each in imitations(words))
        list(found(quoted(words)))

    assert 30 > process_time() - start


def test_many_words_are_told_at_most_in_twenty_lines() -> None:
    spans = tuple(osintkp.Span(quote="MaIi", start=number * 10, end=number * 10 + 4) for number in range(40))

    assert 20 == len(only(attrs.evolve(quoted("x"), spans=spans)).working)


def test_the_place_in_a_text_is_left_out_where_nobody_knows_it() -> None:
    assert () == only(quoted("MaIi")).working


def test_a_source_that_is_not_at_hand_is_left_out() -> None:
    assert 1 == len(osintkp.Corpus(claims=Claims([quoted("MaIi")])).check(select="lookalike-letters"))


def test_the_order_of_the_claims_plays_no_part() -> None:
    many = [
        quoted("MaIi and M0scow", "a/1"),
        quoted("M0scow", "a/2"),
        claim("a/3", speaker="harnas", quote="Yernen", **GOODS),
        quoted("MaIi", "b/1"),
    ]
    expected = list(found(*many))
    for seed in range(4):
        random.Random(seed).shuffle(many)

        assert expected == list(found(*many))
    assert 5 == len(expected)


def test_letters_and_marks_that_stand_apart_are_mentioned_once_for_a_source() -> None:
    one = only(
        quoted("Abe\u0301che\u0301 and Zoe\u0308"),
        claim("a/2", destination="Abe\u0301che\u0301", **GOODS),
        claim("a/3", **GOODS),
    )

    assert (Severity.INFO, Verdict.UNDECIDED) == (one.severity, one.verdict)
    assert (
        '"Abe\u0301che\u0301" and "Zoe\u0308" are written with letters and marks apart (NFD), which a search for whole letters misses'
    ) == one.message
    assert (
        "\"Abe\u0301che\u0301\": U+0065 U+0301 looks like 'é'; read as 'Abéché' (abeche)",
        "\"Zoe\u0308\": U+0065 U+0308 looks like 'ë'; read as 'Zoë'",
    ) == one.working
    assert ("a/1", "a/2") == one.claims


def test_one_word_whose_marks_stand_apart_is_one() -> None:
    assert only(quoted("Zoe\u0308 left")).message.startswith(
        '"Zoe\u0308" is written with letters and marks apart'
    )


def test_many_words_whose_marks_stand_apart_are_told_in_at_most_twenty_lines() -> None:
    words = " ".join(f"{first}{second}e\u0301" for first in "BCDFG" for second in "aeiou" for _ in range(2))

    assert 20 == len(only(quoted(words)).working)


def test_a_known_name_is_told_as_an_imitation_if_more_than_marks_is_odd_about_it() -> None:
    every = found(quoted("Abe\u0301ch\u0435"))

    assert [Severity.WARNING] == [each.severity for each in every]
    assert "U+0065 U+0301 looks like 'é'; U+0435 looks like 'e'" in every[0].message


@pytest.mark.parametrize(
    "words", ["東京 \uff2e\uff21\uff34\uff2f", "서울의 \uff2e\uff21\uff34\uff2f", "\U00020000 \uff2e"]
)
def test_letters_of_full_width_belong_into_texts_of_full_width(words: str) -> None:
    assert [] == list(found(quoted(words)))


@pytest.mark.parametrize(
    "words", ["the \uff2e\uff21\uff34\uff2f states", "\U0001d40c\U0001d41a\U0001d425\U0001d422 fell"]
)
def test_letters_of_full_width_and_of_formulas_are_odd_among_plain_ones(words: str) -> None:
    assert Severity.WARNING is only(quoted(words)).severity
