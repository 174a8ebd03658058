"""What is wrong with a text that is no amount, and the text that would be right."""

import re
from typing import NoReturn

from osintkp.errors import AmountError, UnitError
from osintkp.units import definitions, refusals
from osintkp.units.notation import FORMS, LONGEST_HEDGE, LONGEST_NUMBER, LONGEST_TEXT, plain
from osintkp.units.number_faults import HOW, MARK, NUMBER, fault


def refuse(text: str) -> NoReturn:
    """
    Say why a text is no amount.

    Args:
        text: Any text that is not in the notation, or whose unit is none, of any length.

    Raises:
        AmountError: ``number-syntax``, ``number-size``, ``number-not-finite`` or ``hedge-syntax``.
        UnitError: The number is sound; ``unit-unknown``, ``unit-ambiguous``, ``unit-syntax``, ``unit-size`` or ``unit-offset``.

    Example:
        >>> refuse("10 000 km")
        Traceback (most recent call last):
            ...
        osintkp.errors.AmountError: the digits are grouped: '10 000 km'; write 10000 km
    """
    _refuse_size(text)
    found = fault(text)
    if found:
        raise AmountError(found.code, found.what, text, _inert(found.fix))
    number = re.match(rf"({MARK})({NUMBER}(?:\.\.(?:{NUMBER})?){{0,2}})", text)
    if number is None:
        raise AmountError("number-syntax", "no number in the notation", text, HOW)
    _refuse_form(text, *number.groups())
    _refuse_rest(text, number.group(), text[number.end() :])


def refuse_hedge(text: str, hedge: object) -> NoReturn:
    """
    Say why the words of a hedge cannot stand in the text of an amount.

    Args:
        text: The amount in the notation.
        hedge: The words.

    Raises:
        AmountError: ``number-size`` for a text that is too long, else ``hedge-syntax``.

    Example:
        >>> refuse_hedge('5 round "a"b"', 'a"b')
        Traceback (most recent call last):
            ...
        osintkp.errors.AmountError: a hedge is plain words: 'a"b'; give at most 80 characters, without double quotes or line ends
    """
    _refuse_size(text)
    fix = f"give at most {LONGEST_HEDGE} characters, without double quotes or line ends"
    raise AmountError("hedge-syntax", "a hedge is plain words", hedge, fix)


def _inert(fix: str) -> str:
    return "".join(letter if " " <= letter <= "~" else ascii(letter)[1:-1] for letter in fix)


def _refuse_size(text: str) -> None:
    head = text[: 2 * LONGEST_TEXT]
    if any(len(run) > LONGEST_NUMBER for run in re.findall(r"[0-9]+(?:\.[0-9]+)?", head)):
        what = f"a number has at most {LONGEST_NUMBER} characters"
        raise AmountError("number-size", what, text, "write it with fewer digits")
    if len(text) <= LONGEST_TEXT:
        return
    unit = re.match(rf"{MARK}[0-9.]+ ([^ \"]+)", head)
    if unit and len(unit[1]) > refusals.LONGEST:
        definitions.unit(unit[1])
    what = f"an amount has at most {LONGEST_TEXT} characters"
    raise AmountError("number-size", what, text, "write the number, the unit and the hedge only")


def _refuse_form(text: str, mark: str, printed: str) -> None:
    shape = 0 if printed.endswith("..") else printed.count("..") + 1
    if (mark, shape) not in FORMS:
        low = printed.partition("..")[0]
        fix = f"write >={low}, ~{low}.. or a range without a mark"
        raise AmountError("number-syntax", "this mark takes no such range", text, fix)


def _refuse_rest(text: str, number: str, rest: str) -> NoReturn:
    if not rest[:1].isspace():
        raise AmountError("number-syntax", "no number in the notation", text, HOW)
    unit = re.split(r' ["@]', rest[1:], maxsplit=1)[0]
    if rest[0] != " " or not unit or unit != unit.strip():
        fix = _inert(f"write {number} {' '.join(rest.split())}")
        raise AmountError("number-syntax", "one space stands between number, unit and hedge", text, fix)
    if unit[0] in '"@' or definitions.is_unit(unit):
        what = "the hedge or the policy after the unit is not closed or not clean"
        fix = f'put at most {LONGEST_HEDGE} characters between two ", then @ and the policy, like ~5 crate "some" @digit'
        raise AmountError("hedge-syntax", what, text, fix)
    _refuse_words(text, number, unit)


def _refuse_words(text: str, number: str, unit: str) -> NoReturn:
    first, _, more = unit.partition(" ")
    times = refusals.number_word(first)
    if times:
        what = "a number word stands where the unit belongs"
        raise UnitError("unit-unknown", what, text, f"number word: {_written_out(number, times, more)}")
    if not more:
        definitions.unit(unit)
    what = "a unit is one word or a rate of two"
    for joined in (unit.replace(" ", "_"), re.sub(" (?:per|a|an) ", "/", unit), unit.rpartition(" ")[2]):
        if definitions.is_unit(joined):
            raise UnitError("unit-syntax", what, text, f"write {number} {definitions.canonical(joined)}")
    raise UnitError("unit-syntax", what, text, "write it like barrel or barrel/day")


def _written_out(number: str, times: int, words: str) -> str:
    digits = re.sub(NUMBER, lambda found: plain(float(f"{float(found[0]) * times:.15g}")), number)
    last = words.rpartition(" ")[2]
    unit = refusals.words()["instead"].get(last.removesuffix("s"), last)
    if unit and definitions.is_unit(unit):
        return f"write {digits} {definitions.canonical(unit)}"
    return f"write {digits} and the unit, like {digits} round"
