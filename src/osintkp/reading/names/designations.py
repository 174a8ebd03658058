"""What stands beside the name of goods: the designation of a model with its variant, and the calibre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from osintkp.reading.names.gazetteer import word_set
from osintkp.vocabulary import items

if TYPE_CHECKING:
    from osintkp.reading.names.board import Board
    from osintkp.reading.names.gazetteer import Met

LONGEST_TAIL = 4
LONGEST_NUMBER = 7
WIDEST = 1000
NO_VARIANT = frozenset({"led", "era", "to", "and", "or"})
MILLIMETRES = frozenset({"mm", "millimetre", "millimeter", "millimetres", "millimeters"})


def tail(board: Board, hit: Met) -> int:
    """Give the last word of a designation with what is joined to it: the "s" of "F-16s", the "B3" of "T-72B3"."""
    last = hit.last
    tokens = board.tokens
    if hit.meaning.kind != "model":
        return last
    while last + 1 < len(tokens) and last - hit.last < LONGEST_TAIL and tokens.joined(last + 1):
        word = tokens.words[last + 1]
        if not (word.isdigit() or (word.isalpha() and len(word) < LONGEST_TAIL)) or word in NO_VARIANT:
            break
        last += 1
    return last


def designation(board: Board, hit: Met) -> str:
    """Give the designation of a model as the table writes it, or as it is printed where the table lacks the variant."""
    last, form, words = tail(board, hit), hit.meaning.form, board.tokens.words
    if last > hit.last and not (last == hit.last + 1 and words[last] == "s"):
        return board.tokens.quote(hit.first, last - (words[last] == "s"))
    many = form.endswith("S") and words[hit.last] == "s" and not board.capital(hit.last)
    return form[:-1] if many and form[-2:-1].isdigit() else form


def narrower(model: str, path: str, head: str) -> str:
    """Give the class that a model and the noun after it make: the model's where it lies in the noun's, or stands for it."""
    if not path or items.within(model, path) or head in word_set("items", "after"):
        return model
    return path


def unknown_model(board: Board, first: int, floor: int, path: str) -> tuple[int, str | None]:
    """Give the designation that no table has, right before a class: the "Su-99" of "Su-99 fighters"."""
    tokens = board.tokens
    if path.partition("/")[0] not in (
        "weapons",
        "missiles",
        "air-defence",
        "vehicles",
        "aircraft",
        "ships",
        "munitions",
        "equipment",
    ):
        return first, None
    at, digits = first - 1, False
    while at > floor and first - at <= LONGEST_TAIL + 1:
        word = tokens.words[at]
        digits = digits or word.isdigit()
        if not word.isalnum() or (word in MILLIMETRES) or at in board.named:
            return first, None
        if not tokens.joined(at):
            break
        at -= 1
    if (
        at <= floor
        or at >= first - 1
        or not digits
        or not tokens.words[at].isalpha()
        or not board.capital(at)
    ):
        return first, None
    return at, tokens.quote(at, first - 1)


def calibre_at(board: Board, at: int) -> tuple[int, float] | None:
    """Give the calibre whose unit stands at a word, with the number of the word that the number is."""
    words = board.tokens.words
    if at > 0 and words[at] in ("calibre", "caliber"):
        at -= 1
    if at < 1 or words[at] not in MILLIMETRES:
        return None
    number = words[at - 1].replace(",", "")
    if not number.isascii() or not number.replace(".", "", 1).isdigit() or len(number) > LONGEST_NUMBER:
        return None
    value = float(number)
    return (at - 1, value) if 0 < value < WIDEST else None


def calibre_after(board: Board, last: int) -> tuple[int, float | None]:
    """Give the calibre that follows goods: "shells of 152 mm", "rounds (122 mm)"."""
    words = board.tokens.words
    at = last + 1
    while at < len(words) and at - last <= 3 and words[at] in ("of", "(", "calibre", "caliber", "in", "the"):
        at += 1
    found = calibre_at(board, at + 1) if at + 1 < len(words) and at > last + 1 else None
    if found is None or found[0] != at:
        return last, None
    end = at + 1
    if end + 1 < len(words) and words[end + 1] in ("calibre", "caliber"):
        end += 1
    return end, found[1]
