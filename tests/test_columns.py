"""Tables in a terminal."""

from __future__ import annotations

from osintkp.columns import text_table


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert "id       n\nlong-id  1\nx        -" == text_table(("id", "n"), [("long-id", 1), ("x", None)])


def test_a_long_cell_is_cut_and_one_that_just_fits_is_not() -> None:
    assert "a\nabcd…" == text_table(("a",), [("abcdef",)], width=5)
    assert "a\nabcde" == text_table(("a",), [("abcde",)], width=5)


def test_letters_that_a_terminal_would_obey_are_shown_as_escapes() -> None:
    assert "a\n\\x1b[31m red \\u202e" == text_table(("a",), [("\x1b[31m  red\n\u202e",)])
