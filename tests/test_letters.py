"""Folding names and finding letters that look like others."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.vocabulary.letters import Lookalike, differing, fold, lookalikes, skeleton

LETTERS = st.text(max_size=80)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Abdel-Fattah al-Burhan", "abdel fattah al burhan"),
        ("São Tomé", "sao tome"),
        ("Łódź", "lodz"),
        ("Ménaka", "menaka"),
        ("Sana\u02bba", "sanaa"),
        ("Ta\u2019izz", "taizz"),
        ("U.A.E.", "uae"),
        ("Shahed-131/136", "shahed 131 136"),
        ("Bosnia & Herzegovina", "bosnia and herzegovina"),
        ("Congo (Kinshasa)", "congo kinshasa"),
        ("  Port \t Sudan\n", "port sudan"),
        ("Straße", "strasse"),
        ("Diyarbak\u0131r", "diyarbakir"),
        ("Ærø", "aero"),
        ("Đakovo", "dakovo"),
        ("Reyðarfjörður", "reydarfjordur"),
        ("Þórshöfn", "thorshofn"),
        ("Sacré-Cœur", "sacre coeur"),
        ("Ħamrun", "hamrun"),
        ("Ŧana", "tana"),
        ("Pas\u00adteur", "pasteur"),
        ("Goma\u200b", "goma"),
        ("Kidal\u2014Gao", "kidal gao"),
        ("\uff27\uff4f\uff4d\uff41", "goma"),
        ("", ""),
        ("\u0301", ""),
    ],
)
def test_a_name_folds_to_its_key(text: str, key: str) -> None:
    assert key == fold(text)


def test_folding_keeps_letters_of_another_script_apart() -> None:
    assert fold("Goma") != fold("G\u043ema")


@given(LETTERS)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)

    assert once == fold(once)


@given(LETTERS)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SeouI", "Seoul"),
        ("MaIi", "MaIi"),
        ("lran", "Iran"),
        ("1ran", "Iran"),
        ("|ran", "Iran"),
        ("M0gadishu", "MOgadishu"),
        ("Arrnenia", "Armenia"),
        ("Malavvi", "Malawi"),
        ("ZimbabVVe", "ZimbabWe"),
        ("\u041ayiv", "Kyiv"),
        ("Ir\u0430q", "Iraq"),
        ("\u0399raq", "Iraq"),
        ("\u03a4igray", "Tigray"),
        ("Go\u200bma", "Goma"),
        ("\u202eGoma", "Goma"),
        ("Seou\u0406", "Seoul"),
    ],
)
def test_texts_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mali", "Mall"), ("Iran", "Iraq"), ("Lran", "Iran"), ("Goma", "Gema")]
)
def test_texts_that_differ_to_the_eye_have_two_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_a_skeleton_is_small_letters_but_for_a_capital_l() -> None:
    assert "Libya" == skeleton("Libya")
    assert "lraq tchad" == skeleton("IRAQ Tchad")


@given(LETTERS)
def test_a_skeleton_of_a_skeleton_has_no_new_shape_for_latin_letters(text: str) -> None:
    plain = "".join(letter for letter in text if letter.isascii())

    assert len(skeleton(skeleton(plain))) <= len(skeleton(plain)) <= len(plain)


def test_the_letters_that_differ_are_told() -> None:
    assert (Lookalike(start=4, letter="I", looks_like="l", why="capital-i"),) == differing("SeouI", "Seoul")
    assert (Lookalike(start=0, letter="\u041a", looks_like="K", why="mixed-script"),) == differing(
        "\u041ayiv", "Kyiv"
    )
    assert (Lookalike(start=2, letter="rn", looks_like="m", why="same-shape"),) == differing(
        "Arrnenia", "Armenia"
    )
    assert (Lookalike(start=0, letter="m", looks_like="rn", why="same-shape"),) == differing("m", "rn")


def test_hidden_letters_come_first_among_those_that_differ() -> None:
    found = differing("Seo\u200buI", "Seoul")

    assert ["hidden", "capital-i"] == [each.why for each in found]
    assert [3, 5] == [each.start for each in found]


def test_case_alone_is_no_difference() -> None:
    assert () == differing("gOma", "Goma")


def test_texts_that_do_not_look_alike_have_no_letters_that_differ() -> None:
    assert () == differing("Goma", "Bukavu")


def test_a_lookalike_says_its_code_point() -> None:
    assert "U+0049 looks like 'l'" == str(differing("SeouI", "Seoul")[0])
    assert "U+0072 U+006E looks like 'm'" == str(differing("Arrnenia", "Armenia")[0])
    assert "U+200B cannot be seen" == str(lookalikes("a\u200bb")[0])


def test_many_hidden_letters_are_told_by_their_first_three() -> None:
    assert "U+200B U+200C U+200D cannot be seen" == str(lookalikes("a\u200b\u200c\u200d\u2060b")[0])


@pytest.mark.parametrize(
    ("text", "start", "letter", "meant", "why"),
    [
        ("in SeouI,", 7, "I", "l", "capital-i"),
        ("MaIi", 2, "I", "l", "capital-i"),
        ("Sud\u0430n", 3, "\u0430", "a", "mixed-script"),
        ("\u0395ritrea", 0, "\u0395", "E", "mixed-script"),
        ("\u041e\u043ce\u043b", 2, "e", "\u0435", "mixed-script"),
        ("Go\u00adma", 2, "\u00ad", "", "hidden"),
        ("Goma\u2066x", 4, "\u2066", "", "bidi-control"),
        ("\u202eamoG", 0, "\u202e", "", "bidi-control"),
        ("a" + "\u0301" + "\u0327" * 32, 1, "\u0301", "", "combining-run"),
    ],
)
def test_a_suspicious_letter_is_found(text: str, start: int, letter: str, meant: str, why: str) -> None:
    assert (Lookalike(start=start, letter=letter, looks_like=meant, why=why),) == lookalikes(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Iran, Iraq and Ivory Coast",
        "McIntyre and MacInnes",
        "IAEA",
        "aIA",
        "\u041c\u043e\u0441\u043a\u0432\u0430 and Moscow",
        "\u0391\u03b8\u03ae\u03bd\u03b1",
        "Ménaka, Łódź, São Tomé",
        "\ufeffGoma",
        "\u06cc\u200c\u06cc",
        "a" + "\u0301" * 32,
        "a" + "\u0301" * 20 + "b" + "\u0301" * 20,
        "x\u0431x",
    ],
)
def test_sound_text_has_no_suspicious_letters(text: str) -> None:
    assert () == lookalikes(text)


def test_a_tie_of_scripts_blames_the_letters_that_are_not_latin() -> None:
    assert ["\u043e"] == [each.letter for each in lookalikes("\u043eb")]


def test_a_long_run_of_marks_is_told_once() -> None:
    assert [1] == [each.start for each in lookalikes("a" + "\u0301" * 90)]


def test_suspicious_letters_come_in_order() -> None:
    found = lookalikes("\u202eSeouI G\u043ema")

    assert [0, 5, 8] == [each.start for each in found]


def test_a_foreign_letter_without_a_latin_shape_is_passed_over() -> None:
    assert [1] == [each.start for each in lookalikes("\u0431\u0430dly")]


@given(LETTERS)
def test_suspicious_letters_stand_where_they_are_said_to(text: str) -> None:
    assert all(text.startswith(each.letter, each.start) for each in lookalikes(text))


@pytest.mark.parametrize(
    "unit",
    [
        "aI",
        "a\u200b",
        "\u0430b",
        "\u0430",
        "a\u0301\u0327",
        "rn",
        "\u202e",
        "aI \u0430b",
        "a\u0301" + "\u0327\u0301" * 40,
    ],
)
def test_work_grows_with_the_length_alone(unit: str) -> None:
    def cost(size: int) -> float:
        text = (unit * size)[:size]
        started = time.process_time()
        lookalikes(text)
        fold(text)
        skeleton(text)
        return time.process_time() - started

    small = min(cost(10_000) for _ in range(3))

    assert min(cost(40_000) for _ in range(3)) < 9 * small + 0.01
