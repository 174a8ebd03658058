"""Looking names up by key, look-alike and near spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.vocabulary.names import (
    Form,
    Hit,
    NameIndex,
    at,
    decided,
    key,
    keyed,
    look_up,
    one_off,
    with_word,
)


def index(forms: list[Form], ambiguous: Mapping[str, tuple[Iterable[str], str]]) -> NameIndex:
    """Return the index of some forms."""
    return NameIndex(
        keyed(forms), lambda name: [form for form in forms if form.id == name], decided(ambiguous)
    )


TABLE = index(
    [
        Form("Khartoum", "SD", "metonym"),
        Form("Sudanese", "SD", "adjective"),
        Form("Libyan", "LY", "adjective"),
        Form("Congolese", "CD", "adjective"),
        Form("Congolese", "CG", "adjective"),
        Form("Niamey", "NE", "metonym"),
        Form("Mali", "ML", "name"),
        Form("Chadian", "TD", "adjective"),
        Form("US", "US", "abbreviation"),
        Form("FAMa", "ml-armed-forces", "abbreviation"),
        Form("FARDCO", "cd-armed-forces", "abbreviation"),
        Form("Fashir", "el-fasher", "spelling", "Fasher"),
        Form("Malina", "a", "name"),
        Form("Malino", "b", "name"),
        Form("Mekelle", "tigray", "name"),
        Form("Mekele", "tigray", "name"),
        Form("the Emirates", "AE", "name"),
        Form("Ministry of Defence", "md", "name"),
    ],
    {"Tripoli": (["LY", "LB"], "in Libya or Lebanon")},
)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("the Emirates", "emirates"),
        ("The", "the"),
        ("Theatre", "theatre"),
        ("Sudan's army", "sudan army"),
        ("Sudan\u2019s army", "sudan army"),
        ("the UAE's", "uae"),
        ("the UAE\u2019s", "uae"),
        ("Houthis'", "houthis"),
        ("Houthis\u2019", "houthis"),
        ("N'Djamena", "ndjamena"),
        (
            "Center for Defense, Armored Program and Organization of Armor",
            "centre for defence armoured programme and organisation of armour",
        ),
        ("   ", ""),
    ],
)
def test_a_name_has_a_key(words: str, wanted: str) -> None:
    assert wanted == key(words)


@pytest.mark.parametrize(
    ("words", "hit"),
    [
        ("khartoum", Hit(("SD",), "metonym")),
        ("KHARTOUM", Hit(("SD",), "metonym")),
        ("Khartoum's", Hit(("SD",), "metonym")),
        ("Sudanese", Hit(("SD",), "adjective")),
        ("Libyans", Hit(("LY",), "adjective")),
        ("Congolese", Hit(("CD", "CG"), "adjective")),
        ("tripoli", Hit(("LY", "LB"), "name", "in Libya or Lebanon")),
        ("the Tripoli", Hit(("LY", "LB"), "name", "in Libya or Lebanon")),
        ("US", Hit(("US",), "abbreviation")),
        ("U.S.", Hit(("US",), "abbreviation")),
        ("US's", Hit(("US",), "abbreviation")),
        ("the U.S.", Hit(("US",), "abbreviation")),
        ("The U.S.'s", Hit(("US",), "abbreviation")),
        ("FAMa", Hit(("ml-armed-forces",), "abbreviation")),
        ("FAMA", Hit(("ml-armed-forces",), "abbreviation")),
        ("Fashir", Hit(("el-fasher",), "spelling", "spelling of 'Fasher'")),
        ("Ministry of Defense", Hit(("md",), "name")),
        ("KhartOum\u200b", Hit(("SD",), "lookalike", "U+200B cannot be seen")),
        ("MaIi", Hit(("ML",), "lookalike", "U+0049 looks like 'l'")),
        ("Khartourn", Hit(("SD",), "lookalike", "U+0072 U+006E looks like 'm'")),
        ("Chadiam", Hit(("TD",), "spelling", "spelling of 'Chadian'")),
        ("Khartum", Hit(("SD",), "spelling", "spelling of 'Khartoum'")),
        ("Kharttoum", Hit(("SD",), "spelling", "spelling of 'Khartoum'")),
        ("hartoum's", None),
        ("Hartoum's", Hit(("SD",), "spelling", "spelling of 'Khartoum'")),
        ("Khartou", Hit(("SD",), "spelling", "spelling of 'Khartoum'")),
        ("Niame", Hit(("NE",), "spelling", "spelling of 'Niamey'")),
        ("Mekella", Hit(("tigray",), "spelling", "spelling of 'Mekelle'")),
        ("Mekelie", Hit(("tigray",), "spelling", "spelling of 'Mekele'")),
        ("Malinas", Hit(("a",), "spelling", "spelling of 'Malina'")),
        ("Khartoums", Hit(("SD",), "spelling", "spelling of 'Khartoum'")),
    ],
)
def test_words_are_looked_up(words: str, hit: Hit | None) -> None:
    assert hit == look_up(TABLE, words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "'",
        "us",
        "u.s.",
        "the u.s.",
        "a U.S.",
        "fama",
        "Us",
        "Khartum".lower(),
        "Kartum",
        "Malin",
        "Malinu",
        "Malli",
        "Mall",
        "Niam",
        "FARDCA",
        "Sudaneses" * 2,
        "Khartoum" + " " * 200,
    ],
)
def test_other_words_name_nothing(words: str) -> None:
    assert look_up(TABLE, words) is None


def test_the_longest_name_that_is_looked_up_has_two_hundred_letters() -> None:
    assert look_up(TABLE, "Mali" + " " * 196) is not None
    assert look_up(TABLE, "Mali" + " " * 197) is None


def test_spaces_do_not_count_among_the_six_letters_of_a_name_with_a_near_spelling() -> None:
    table = index([Form("Al Ain", "ain", "name"), Form("Al Anad", "anad", "name")], {})

    assert look_up(table, "Al Aim") is None
    assert Hit(("anad",), "spelling", "spelling of 'Al Anad'") == look_up(table, "Al Ana")


def test_every_hidden_letter_is_noted() -> None:
    assert Hit(("ML",), "lookalike", "U+200B cannot be seen; U+200D cannot be seen") == look_up(
        TABLE, "M\u200ba\u200dli"
    )


def test_an_abbreviation_has_no_lookalike() -> None:
    table = index([Form("ISIS", "isis", "abbreviation"), Form("Isle", "x", "name")], {})

    assert look_up(table, "lSlS") is None
    assert Hit(("x",), "lookalike", "U+006C looks like 'I'") == look_up(table, "lsle")


def test_a_name_of_three_letters_has_no_lookalike() -> None:
    table = index([Form("Ibb", "ibb", "name"), Form("Ilam", "ilam", "name")], {})

    assert look_up(table, "lbb") is None
    assert Hit(("ilam",), "lookalike", "U+006C looks like 'I'") == look_up(table, "llam")


def test_names_that_look_alike_are_all_candidates() -> None:
    table = index([Form("Berne", "CH", "name"), Form("Beme", "b", "name"), Form("Berne", "CH", "name")], {})

    assert Hit(("CH",), "name") == look_up(table, "Berne")
    assert Hit(("CH", "b"), "lookalike", "U+0412 looks like 'B'") == look_up(table, "\u0412erne")


def test_a_lookalike_that_differs_in_nothing_but_signs_says_so() -> None:
    table = index([Form("Isle of Man", "IM", "name")], {})

    assert Hit(("IM",), "lookalike", "U+006C looks like 'I'") == look_up(table, "lsle of Man")


def test_a_lookalike_by_case_alone_names_the_form() -> None:
    table = index([Form("O0o1", "x", "name")], {})

    assert Hit(("x",), "lookalike", "U+004F looks like '0'; U+006C looks like '1'") == look_up(table, "OOol")


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("goma", "goma", False),
        ("goma", "gooma", True),
        ("goma", "oma", True),
        ("goma", "gom", True),
        ("goma", "gama", True),
        ("goma", "gomb", True),
        ("goma", "bomb", False),
        ("goma", "og", False),
        ("goma", "gomaab", False),
        ("gaom", "goma", False),
        ("", "a", True),
        ("", "", False),
        ("", "ab", False),
    ],
)
def test_one_letter_off(one: str, other: str, answer: bool) -> None:
    assert answer is one_off(one, other)
    assert answer is one_off(other, one)


WORD = st.text("abc", max_size=6)


@given(WORD, WORD)
def test_one_letter_off_is_an_edit_distance_of_one(one: str, other: str) -> None:
    edits = {one[:i] + one[i + 1 :] for i in range(len(one))}
    edits |= {one[:i] + letter + one[i:] for i in range(len(one) + 1) for letter in "abc"}
    edits |= {one[:i] + letter + one[i + 1 :] for i in range(len(one)) for letter in "abc"}

    assert (other in edits - {one}) is one_off(one, other)


@given(st.text("abcd", min_size=6, max_size=9), st.data())
def test_every_name_one_letter_off_is_found(name: str, data: st.DataObject) -> None:
    table = index([Form(name, "x", "name")], {})
    at = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from(["", "e", name[at] + "f"]))
    wrong = name[:at] + letter + name[at + 1 :]

    assert Hit(("x",), "spelling", f"spelling of {name!r}") == look_up(table, wrong.capitalize())


def test_forms_are_given_by_a_key_and_by_a_word_of_it() -> None:
    forms = [Form("Al Ain", "ain", "name"), Form("Ain Issa", "issa", "name"), Form("Ainaro", "tl", "name")]
    table = index(forms, {})

    assert (forms[0],) == at(table, "al ain")
    assert () == at(table, "ain")
    assert forms[:2] == list(with_word(table, "ain"))
    assert [] == list(with_word(table, "nowhere"))
