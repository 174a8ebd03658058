"""Folding names and finding letters that look like others."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import cost
from osintkp.vocabulary.letters import (
    Lookalike,
    crowded,
    differing,
    fold,
    lookalikes,
    normal,
    other_forms,
    skeleton,
    splits,
)

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
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        return cost(lambda: [lookalikes(text), fold(text), skeleton(text)])

    assert seconds(40_000) < 9 * seconds(10_000) + 0.01


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", []),
        ("Abéché" * 20, []),
        ("a" + "\u0301" * 32, []),
        ("a" + "\u0301" * 33, [1]),
        ("a" + "\u0323\u0301" * 20_000, [1]),
        ("a" + "\u0301" * 40 + "b" + "\u0327" * 40 + "c", [1, 42]),
        ("a" + "\u0301" * 20 + "b" + "\u0301" * 20, []),
        ("\u05b7" * 33, [0]),
        ("\u4e2d" * 500, []),
        ("\u4e2d" * 500 + "\u094d" * 33 + "\u4e2d", [500]),
    ],
)
def test_a_run_of_too_many_marks_is_found_once_where_it_begins(text: str, starts: list[int]) -> None:
    assert starts == list(crowded(text))


def test_how_many_marks_are_too_many_can_be_said() -> None:
    assert [1] == list(crowded("a" + "\u0301" * 3, 2))
    assert [] == list(crowded("a" + "\u0301" * 3, 3))


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC"])
def test_a_text_is_brought_into_a_form_unless_that_would_take_the_square_of_its_marks(form: Any) -> None:
    sane, mad = "Se\u0301gou \uff2dali Zoë", "a" + "\u0323\u0301" * 20_000

    assert unicodedata.normalize(form, sane) == normal(sane, form)
    assert mad is normal(mad, form)


def test_no_form_of_forty_thousand_marks_is_worked_out() -> None:
    def spent(text: str) -> float:
        return cost(lambda: [fold(text), normal(text, "NFC"), normal(text, "NFD"), list(other_forms(text)), lookalikes(text)])  # fmt: skip

    assert spent("a" + "\u0323\u0301" * 20_000) < 20 * spent("Abéché " * 6_000) + 0.01


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ségou", []),
        ("Se\u0301gou", [(1, "e\u0301", "é", "apart")]),
        ("Kie\u0302\u0301n", [(2, "e\u0302", "ê", "apart")]),
        ("Q\u0301", []),
        ("\u0433\u0301", [(0, "\u0433\u0301", "\u0453", "apart")]),
        ("\uff2dali", [(0, "\uff2d", "M", "wide")]),
        ("\U0001d400", [(0, "\U0001d400", "A", "wide")]),
        ("5\uff10", [(1, "\uff10", "0", "wide")]),
        ("m² ½ ﬁ №", []),
    ],
)
def test_letters_in_other_forms_are_found(text: str, found: list[tuple[int, str, str, str]]) -> None:
    every = [(each.start, each.letter, each.looks_like, each.why) for each in other_forms(text)]

    assert found == every


@pytest.mark.parametrize(
    ("text", "place", "cut"),
    [
        ("Zoe\u0308", 3, True),
        ("Zoe\u0308", 0, False),
        ("\u0308x", 0, False),
        ("Zoe\u0308", 4, False),
        ("Zoe\u0308\u0301x", 4, True),
        ("Zoë x", 3, False),
        ("Zo\u4e2d", 2, False),
        ("\u0635\u0651", 1, False),
    ],
)
def test_a_place_between_a_letter_and_its_accent_is_told(text: str, place: int, cut: bool) -> None:
    assert cut is splits(text, place)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Seoul\U000e0041\U000e0042", [5]),
        ("in \U000e0041\U000e0042 Seoul", [3]),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", []),
        ("6,7\u200b00", [3]),
        ("6,\u200b700", [2]),
        ("700\u200b trucks", []),
        ("\u041a\u0438\u200b\u0457\u0432", [2]),
        ("\u0645\u06cc\u200c\u062e\u0648", []),
        ("a" + "\u200b" * 40, [1]),
    ],
)
def test_letters_that_cannot_be_seen_are_found_where_no_script_needs_them(
    text: str, starts: list[int]
) -> None:
    assert starts == [each.start for each in lookalikes(text) if each.why == "hidden"]


def test_marks_that_begin_a_text_are_as_many_as_elsewhere() -> None:
    heap = "\u0323\u0301" * 20

    assert heap == normal(heap, "NFC")
    assert "a" + heap == normal("a" + heap, "NFC")
