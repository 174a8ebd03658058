"""Texts that attack whatever looks through them, of any length: what opens and never closes, what might go on, what repeats."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

ONE_AFTER_ANOTHER = {
    "digits": "1", "digits and commas": "1,", "digits and points": "1.", "digits and blanks": "1 ", "spaces": " ", "tabs": "\t",
    "newlines": "\n", "windows newlines": "\r\n", "no-break spaces": "\u00a0", "one long word": "a", "one long name": "A",
    "capitals": "Aa ", "double quotes": '"', "apostrophes": "'", "opening quotes": "\u201c", "quotes in quotes": "\u201ca \u2018b ",
    "quoted words": '"a" ', "escaped quotes": '\\"a. ', "words said": '"a," he said. ', "comments": "<!--", "tags": "<a ", "attributes": '<a b="', "closings": "</a",
    "scripts": "<script>", "entities": "&amp;", "half entities": "&#", "brackets": "[", "links": "[a](", "stars": "*a*", "headings": "# ",
    "listed": "- a\n", "tables": "|a", "parentheses": "(", "hyphens": "-", "hyphened": "a-", "dashes": " \u2014 ", "ellipses": "\u2026",
    "ellipses and dashes": "\u2026\u2014", "combining marks": "\u0301\u0323", "half characters": "\ud800", "zero width": "\u200b",
    "directions": "\u202e", "scripts mixed": "a\u0430\u03b1\u4e2d", "look-alikes": "\u0430a", "arabic": "\u0627 ", "emoji": "\U0001f600",
    "underscores": "_", "tildes": "~1 ", "slashes": "1/", "colons": "1:", "addresses": "http://a.b/", "mails": "a@b.", "percent": "5% ",
    "currency": "$5 ", "hedges": "about ", "more than": "more than ", "scales": "million ", "number words": "hundred ", "and": "and ",
    "and figures": "5 and ", "or figures": "5 or ", "between": "between 1 and ", "from to": "from 1 to ", "days": "6 May ",
    "whole days": "on 6 May 2024, ", "years": "2024 ", "days to days": "1 May 2024 to ", "names": "Putin ", "names and names": "Iran and ",
    "names in a list": "Iran, ", "persons": "Kim Jong Un ", "titles": "President ", "officials": "officials ", "pronouns": "he ",
    "speakers": "Iran said ", "said that": "said that ", "relatives": "who ", "denials": "denied ", "not": "not ", "if": "if ",
    "goods": "5 tanks ", "losses": "5 killed, ", "sendings": "sent ", "of": "of ", "the": "the ", "owners": "a's ", "initials": "U.S. ",
    "sentences": "A. ", "distances": "5 km ", "calibres": "155-mm ", "models": "T-72 ", "lines": "a\n", "paragraphs": "Iran sent 5 tanks.\n\n",
    "shipments": "Iran sent 5 tanks to Syria, ", "statements": "Iran denied that Syria lost 5 tanks. ", "percents of": "5% of the ",
    "dots": ". ", "semicolons": "a; ", "half of": "half a ", "middles": "mid-", "months": "May ", "figures and letters": "1 a ", "months and years": "in May 2024 ", "pluses": "+", "backslashes": "\\", "nulls": "\x00", "long dotted": "a.", "dollars": "$",
}  # fmt: skip
Attack = Callable[[int], str]
TURN = count()
LABEL = 12


def repeated(unit: str) -> Attack:
    """Return what gives a text of a length that says one thing over and over."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def opened(before: str, after: str) -> Attack:
    """Return what gives a text that says one thing over and over, and then as often another."""
    return lambda size: repeated(before)(size // 2) + repeated(after)(size - size // 2)


def numbered(unit: str) -> Attack:
    """Return what gives a text that says one thing over and over, each time of another number, so that nothing repeats."""

    def text(size: int) -> str:
        width = len(unit.format(0))
        return "".join(map(unit.format, range(size // width + 1)))[:size]

    return text


ATTACKS: dict[str, Attack] = {
    **{name: repeated(unit) for name, unit in ONE_AFTER_ANOTHER.items()},
    "nested parentheses": opened("(", ")"), "nested quotes": opened("\u201ca ", "b\u201d "), "nested brackets": opened("[", "](a)"),
    "tags that close": opened("<div>", "</div>"), "one digit, then blanks": lambda size: "1" + " " * (size - 2) + "x",
    "one letter, then marks": lambda size: "a" + "\u0301" * (size - 1), "one tag": lambda size: "<a " + "b " * (size // 2),
    "one quote": lambda size: '"' + "a " * (size // 2), "one line": lambda size: "a " * (size // 2),
    "other names": numbered("Amir Bey{} spoke. "), "other figures": numbered("{} tanks, "), "other places": numbered("in Qala{}, "),
    "other speakers": numbered("Mr Omar{} said so. "), "other shipments": numbered("Iran sent {} tanks to Syria. "),
    "other words": numbered("abc{} "), "other quotes": numbered('"it was {}" '),
}  # fmt: skip


TWELVE = (
    "digits", "digits and commas", "spaces", "hedges", "capitals", "double quotes", "comments", "tags", "digits and points",
    "combining marks", "days", "parentheses", "one long word", "newlines", "scripts mixed", "hyphens", "between", "one digit, then blanks",
    "escaped quotes",
)  # fmt: skip


def text(name: str, size: int) -> str:
    """Return the text of an attack, of exactly so many characters, that was never given before: nothing can remember it."""
    label = f" {next(TURN)}.".rjust(LABEL)
    return ATTACKS[name](size)[: size - LABEL].ljust(size - LABEL) + label
