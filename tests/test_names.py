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


def test_a_key_gives_every_form_that_has_it() -> None:
    forms = [
        Form("Ituri", "CD-IT", "name"),
        Form("the Ituri", "ituri-river", "name"),
        Form("Beni", "beni", "name"),
    ]
    table = index(forms, {})

    assert {"ituri": ["CD-IT", "ituri-river"], "beni": "beni"} == table.keys
    assert tuple(forms[:2]) == at(table, "ituri")
    assert (forms[2],) == at(table, "beni")
    assert () == at(table, "bunia")


def test_an_id_is_given_once_for_each_of_its_keys() -> None:
    forms = [
        Form("Al Jazirah", "gezira", "name"),
        Form("Gezira", "gezira", "name"),
        Form("al-Jazirah", "gezira", "name"),
    ]

    assert {"al jazirah": "gezira", "gezira": "gezira"} == keyed(forms)
    assert (forms[0], forms[2]) == at(index(forms, {}), "al jazirah")


def test_forms_are_found_by_a_whole_word_of_their_keys() -> None:
    wad, river, saleh = (
        Form(text, text, "name") for text in ("Wad Madani", "Madani River", "Salih Madani-Wad")
    )
    table = index([wad, river, saleh], {})

    assert [wad, river, saleh] == list(with_word(table, "madani"))
    assert [wad, saleh] == list(with_word(table, "wad"))
    for word in ("", "mada", "adani", "Madani", "wad madani river"):
        assert [] == list(with_word(table, word))


def test_a_word_that_a_key_has_twice_gives_its_forms_once() -> None:
    twice = Form("Wau Wau", "wau", "name")

    assert [twice] == list(with_word(index([twice], {}), "wau"))


def test_spellings_that_are_nearest_come_first_the_shorter_ones_before_the_longer() -> None:
    forms = [Form(text, "x", "name") for text in ("Marawii", "Xarawi", "Marawa")]

    assert Hit(("x",), "spelling", "spelling of 'Marawa'") == look_up(index(forms, {}), "Marawi")
    assert Hit(("x",), "spelling", "spelling of 'Xarawi'") == look_up(index(forms[:2], {}), "Marawi")


def test_an_abbreviation_counts_among_the_near_spellings_only_beside_a_name_of_its_key() -> None:
    name, short = Form("Minurso", "minurso", "name"), Form("MINURSO", "un", "abbreviation")

    assert Hit(("minurso",), "spelling", "spelling of 'Minurso'") == look_up(index([name], {}), "Minursa")
    assert look_up(index([short], {}), "Minursa") is None
    assert look_up(index([name, short], {}), "Minursa") is None
    assert Hit(("minurso",), "lookalike", "U+0030 looks like 'o'") == look_up(
        index([short, name], {}), "Minurs0"
    )


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
