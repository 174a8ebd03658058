"""Spellings of one name in several sources, and ids that may mean one actor."""

from __future__ import annotations

import random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from osintkp.checks._spelling import (
    flat,
    one_name,
    place_named,
    place_of,
    respelt,
    romanised,
    variants,
    words_of,
)
from osintkp.checks.name_variant import GROUPS, spelt
from osintkp.claims import Claims
from osintkp.facts import shipped
from osintkp.findings import Finding, Findings
from osintkp.vocabulary.letters import fold
from osintkp.vocabulary.scales import Severity, Verdict

GOODS: dict[str, Any] = {"recipient": "LY", "item": "weapons"}


def found(*claims: osintkp.Claim, **sources: Any) -> Findings:
    return corpus(*claims, **sources).check(select="name-variant")


def only(*claims: osintkp.Claim, **sources: Any) -> Finding:
    (one,) = found(*claims, **sources)
    return one


def named(name: str, actor: str, quote: str) -> osintkp.Claim:
    return claim(name, speaker=actor, quote=quote, sender="AE", **GOODS)


def test_one_general_under_two_spellings_is_told_with_where_each_stands() -> None:
    one = only(
        named("a/1", "khalifa-haftar", "Khalifa Haftar thanked them"),
        named("b/1", "khalifa-haftar", "arms for Khalifa Hifter"),
        named("c/1", "khalifa-haftar", "arms for KHALIFA HIFTER"),
    )

    assert ("ENT102", Severity.INFO, Verdict.AGREEMENT) == (one.code, one.severity, one.verdict)
    assert (
        'one actor, khalifa-haftar, stands under 2 spellings: "Khalifa Haftar" (a/1) and "Khalifa Hifter" (b/1 and c/1);'
        " a search for one misses the other"
    ) == one.message
    assert ("a/1", "b/1", "c/1") == one.claims
    assert (
        "the spellings are those that the table of actors and places lists for khalifa-haftar",
    ) == one.assumptions


@pytest.mark.parametrize(
    ("actor", "quote", "other"),
    [
        ("mohamed-hamdan-dagalo", "Hemedti said", "Hemeti said"),
        ("mohamed-hamdan-dagalo", "Mohamed Hamdan Dagalo said", "Mohammed Hamdan Daglo said"),
        ("volodymyr-zelenskyy", "Zelensky said", "Volodymyr Zelenskyy said"),
        ("isaias-afwerki", "Isaias Afwerki", "Isayas Afewerki"),
        ("UA", "Kyiv denied it", "Kiev denied it"),
        ("KP", "Pyongyang denied it", "Pionyang denied it"),
        ("AM", "Yerevan denied it", "Erevan denied it"),
    ],
)
def test_another_spelling_in_another_source_is_told(actor: str, quote: str, other: str) -> None:
    one = only(named("a/1", actor, quote), named("b/1", actor, other))

    assert Severity.INFO is one.severity
    assert "under 2 spellings" in one.message
    assert ("a/1", "b/1") == one.claims


@pytest.mark.parametrize(
    ("actor", "quote", "other"),
    [
        ("volodymyr-zelenskyy", "Zelensky said", "Volodymyr Zelensky said"),
        ("kim-jong-un", "Kim Jong Un", "Kim Jong-un"),
        ("kim-jong-un", "Kim Jong Un", "Chairman Kim"),
        ("assimi-goita", "Assimi Goita", "Assimi Goïta"),
        ("KP", "Pyongyang denied it", "North Korean officials and the DPRK denied it"),
        ("RU", "Russia denied it", "the Russian Federation denied it"),
        ("mohamed-hamdan-dagalo", "Hemedti said", "Dagalo said"),
        ("houthis", "the Houthis said", "a Houthi commander said"),
        ("UA", "Kyiv denied it", "Kyiv denied it"),
        ("NE", "Niger denied it", "Nigeria denied it"),
        ("mohammed-bin-salman", "MBS said", "Mohammed bin Salman said"),
        ("some-militia", "Some Militia said", "Sume Militia said"),
    ],
)
def test_a_short_form_an_adjective_and_another_name_are_no_spellings(
    actor: str, quote: str, other: str
) -> None:
    assert [] == list(found(named("a/1", actor, quote), named("b/1", actor, other)))


def test_a_place_under_two_spellings_is_told_from_words_and_from_records() -> None:
    one = only(
        claim(
            "a/1", destination="Hodeidah", quote="ships at Hodeidah port", sender="IR", recipient="houthis"
        ),
        claim("b/1", destination="Hudaydah", quote="ships came", sender="IR", recipient="houthis"),
    )

    assert (
        'one place, hodeidah, stands under 2 spellings: "Hodeidah" (a/1) and "Hudaydah" (b/1); a search for one misses the'
        " other"
    ) == one.message
    assert [] == list(
        found(
            claim("a/1", "troop_deployment", place="Najin", sender="RU", recipient="KP"),
            claim("b/1", "troop_deployment", place="Rason", sender="RU", recipient="KP"),
        )
    )


def test_titles_and_texts_are_searched_where_they_are_at_hand() -> None:
    text = "On Monday aid came. Much later Hemeti, the general, and Hemeti's men"
    first = attrs.evolve(
        named("a/9", "mohamed-hamdan-dagalo", "Much later"),
        spans=(osintkp.Span(quote="Much", start=20, end=24),),
    )
    other = named("a/1", "mohamed-hamdan-dagalo", "aid came")
    told = named("b/1", "mohamed-hamdan-dagalo", "the general")

    one = only(first, other, told, a={"text": text}, b={"title": "Hemedti in Nyala"})

    assert (
        'one actor, mohamed-hamdan-dagalo, stands under 2 spellings: "Hemedti" (the title of b) and "Hemeti" (a at 31); a'
        " search for one misses the other"
    ) == one.message
    assert ("a/9", "b/1") == one.claims


def test_both_spellings_of_one_source_are_told() -> None:
    one = only(named("a/1", "UA", "Kyiv denied it"), named("a/2", "UA", "Kiev denied it"))

    assert '"Kiev" (a/2) and "Kyiv" (a/1)' in one.message


def test_a_full_name_hides_the_surname_in_it() -> None:
    one = only(
        named("a/1", "volodymyr-zelenskyy", "Volodymyr Zelenskiy said"),
        named("b/1", "volodymyr-zelenskyy", "Zelensky said"),
    )

    assert 'under 2 spellings: "Volodymyr Zelenskiy" (a/1) and "Zelensky" (b/1)' in one.message


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("muammar-gaddafi", "moammar-kadhafi", '"moammar-kadhafi" and "muammar-gaddafi" spell one sound'),
        ("ibrahim-farah", "ibrahim-fareh", '"ibrahim-farah" and "ibrahim-fareh" are one letter apart'),
        ("amin-walid", "aminwalid", '"amin-walid" and "aminwalid" are one name'),
        ("northern-fronts", "northern-front", '"northern-front" and "northern-fronts" are one letter apart'),
    ],
)
def test_two_ids_for_one_name_may_be_one_actor(one: str, other: str, why: str) -> None:
    told = only(claim("a/1", sender=one, **GOODS), claim("b/1", sender=other, **GOODS))

    first, second = sorted((one, other))
    places = {one: "a/1", other: "b/1"}
    assert (Severity.WARNING, Verdict.UNDECIDED) == (told.severity, told.verdict)
    assert (
        f"{first} ({places[first]}) and {second} ({places[second]}) may be one actor: {why}; missing: whether both mean one; if so,"
        " what is told of the one holds for the other and both are one origin, if not, nothing is amiss"
    ) == told.message
    assert ("two ids stand for two actors unless somebody says that they are one",) == told.assumptions


def test_an_unknown_id_is_held_against_the_names_of_those_who_are_known() -> None:
    told = only(
        claim("a/1", sender="choe-sin-hui", **GOODS),
        claim("b/1", speaker="choe-son-hui", sender="KP", **GOODS),
        claim("b/2", speaker="choe-son-hui", sender="KP", **GOODS),
    )

    assert Severity.WARNING is told.severity
    assert "choe-sin-hui (a/1) and choe-son-hui (b/1 and b/2) may be one actor" in told.message
    assert ("a/1", "b/1", "b/2") == told.claims
    listed = only(claim("a/1", sender="choe-sun-hui", **GOODS), claim("b/1", sender="choe-son-hui", **GOODS))
    assert '"Choe Sun Hui" and "choe-sun-hui" are one name' in listed.message


def test_the_roles_of_both_are_shown() -> None:
    first = attrs.evolve(
        claim("a/1", sender="AE", **GOODS),
        attribution=(osintkp.Link(actor="amin-walid", role="spokesman"),),
    )
    second = attrs.evolve(
        claim("b/1", sender="AE", **GOODS), attribution=(osintkp.Link(actor="amin-waled", role="colonel"),)
    )

    assert ("amin-waled speaks as colonel", "amin-walid speaks as spokesman") == only(first, second).working


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("72-brigade", "73-brigade"),
        ("ii-corps", "iii-corps"),
        ("ali-hassan", "ali-hussein"),
        ("iran-air-force", "iraq-air-force"),
        ("mr-army-staff", "mw-army-staff"),
        ("abid", "abed"),
        ("kim-jong-un", "kim-jong-il"),
        ("amin-walid", "amin-walid-omar"),
        ("north-front", "south-front"),
    ],
)
def test_two_names_are_two_actors(one: str, other: str) -> None:
    assert [] == list(found(claim("a/1", sender=one, **GOODS), claim("b/1", sender=other, **GOODS)))


def test_ids_that_one_claim_names_side_by_side_are_two_actors() -> None:
    both = claim("c/1", "meeting", participants=("amin-walid", "amin-waled"))

    assert [] == list(
        found(claim("a/1", sender="amin-walid", **GOODS), claim("b/1", sender="amin-waled", **GOODS), both)
    )


def test_nothing_is_raised_whatever_the_names() -> None:
    odd = ["", "-", "x" * 5000, "\u202e\u0430", "ß" * 80, "unknown", "KP", "kp", "a\0b", "İstanbul-front"]
    many = [
        claim(f"a/{place}", sender=name, recipient=odd[-place], quote=name or "q")
        for place, name in enumerate(odd, 1)
    ]

    assert all(each.code == "ENT102" for each in found(*many))


def test_a_source_that_is_not_at_hand_is_left_out() -> None:
    told = [named("a/1", "UA", "Kyiv denied it"), named("b/1", "UA", "Kiev denied it")]

    assert 1 == len(osintkp.Corpus(claims=Claims(told)).check(select="name-variant"))


def test_the_order_of_the_claims_plays_no_part() -> None:
    many = [
        named("a/1", "UA", "Kyiv denied it"),
        named("b/1", "UA", "Kiev denied it"),
        named("c/1", "UA", "Kyyiv denied it"),
        *(
            claim(f"d/{name}", sender=name, **GOODS)
            for name in ("amin-walid", "amin-waled", "amin-waleed", "aminwalid")
        ),
    ]
    expected = list(found(*many))
    for seed in range(4):
        random.Random(seed).shuffle(many)

        assert expected == list(found(*many))
    assert 5 <= len(expected)


def test_many_ids_take_little_time() -> None:
    from time import process_time

    many = [
        claim(f"a/{n}", sender=f"force-{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}-{n:x}", **GOODS)
        for n in range(4000)
    ]
    start = process_time()

    found(*many)

    assert 15 > process_time() - start


def test_a_flat_text_keeps_every_letter_in_its_place() -> None:
    text = "Çoba\u00a0İ Kim Jong-Un\u2019s\nßTürk"

    assert len(text) == len(flat(text))
    assert "kim jong un's" in flat("Kim Jong-Un\u2019s")


@pytest.mark.parametrize(
    ("form", "text", "place"),
    [
        ("mali", "mali", 0),
        ("mali", "in mali.", 3),
        ("mali", "somali malian", None),
        ("mali", "somali mali", 7),
        ("x", "", None),
    ],
)
def test_a_form_is_found_as_words_of_its_own(form: str, text: str, place: int | None) -> None:
    assert place == place_of(form, text)


def test_words_are_compared_without_articles() -> None:
    assert ("hudaydah",) == words_of("Al Ḩudaydah")
    assert ("port",) == words_of("port")


@pytest.mark.parametrize(
    ("words", "sound"),
    [
        (("Gaddafi", "Kadhafi", "Qaddafi", "Gadafi"), "kdf"),
        (("Yevgeny", "Evgeniy"), "vkn"),
        (("Aleksandr", "Alexander"), "lksndr"),
        (("Joseph", "Josef"), "sf"),
        (("Hui", "Hee"), "h"),
        (("Ou",), ""),
    ],
)
def test_romanisations_of_one_word_share_their_sound(words: tuple[str, ...], sound: str) -> None:
    assert {sound} == set(map(romanised, words))


def test_short_words_and_plurals_are_not_respelt() -> None:
    assert not respelt("rsf", "raf")
    assert not respelt("force", "forces")
    assert not respelt("ou", "ai")
    assert respelt("rafa", "rafal")


def test_names_are_variants_only_where_every_word_fits() -> None:
    assert variants("Abdel Fattah al-Burhan", "Abdul Fatah Burhan")
    assert not variants("Abdel Fattah Burhan", "Omar al-Bashir")
    assert not variants("Burhan", "Abdul Burhon")
    assert variants("Burhan", "Abdul Burhon", person=True)
    assert not variants("Salva Kiir", "Kiir Salva Mayardit", person=True)


def test_two_names_may_be_one_for_a_reason() -> None:
    assert one_name("", "") is None
    assert one_name("abcdef", "abcdefg") == "are one letter apart"
    assert one_name("abcde", "abcdf") is None
    assert one_name("mohamed-ali-said", "muhammad-ali-said") == "spell one sound"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("the port of Hudaydah", "hodeidah"),
        ("Al-Fashir", "el-fasher"),
        ("Saint George's", "saint-georges"),
        ("Cox's Bazar", "coxs-bazar"),
        ("Port Said", "port-said"),
        ("George", None),
        ("Tripoli", None),
        ("the port", None),
        ("---", None),
    ],
)
def test_a_place_is_named_by_a_listed_form_but_for_articles_and_general_words(
    words: str, place: str | None
) -> None:
    assert place == place_named(words)


@pytest.mark.parametrize(
    ("kind", "name", "wanted"),
    [
        ("actor", "hezbollah", True), ("actor", "un", False), ("actor", "macawisley", True), ("place", "port-sudan", False),
        ("place", "hodeidah", True),
    ],
)  # fmt: skip
def test_only_what_has_spellings_is_looked_for_in_them(kind: str, name: str, *, wanted: bool) -> None:
    assert wanted is spelt(kind, name)


def test_claims_about_those_without_spellings_are_brought_together_nowhere() -> None:
    told = (named("a/1", "un", "the UN says so"), named("b/1", "hezbollah", "Hezbollah"))

    assert {("actor", "hezbollah")} == {group.key for group in GROUPS(Claims(told), shipped())}


@given(st.text(st.characters(max_codepoint=0x1EFF, exclude_categories=["Cs"]), max_size=6))
def test_a_form_has_the_same_spellings_whether_it_is_flat_or_as_printed(text: str) -> None:
    assert fold(text) == fold(flat(text))
