"""Figures told by others: "30 percent of the million promised", "twice as many as it received", "200 of them"."""

from __future__ import annotations

from typing import Final

import attrs

from osintkp.reading.clauses.ground import Ground
from osintkp.reading.clauses.pieces import Verb
from osintkp.reading.frames.matching import Matching
from osintkp.reading.frames.told import PARTIES, Ratio, Told
from osintkp.reading.mentions import AmountMention

MORE: Final = frozenset(("more", "higher", "larger", "greater"))
LESS: Final = frozenset(("less", "fewer", "lower", "smaller"))
FACTORS: Final = {"twice": 2.0, "double": 2.0, "thrice": 3.0, "triple": 3.0, "half": 0.5, "quadruple": 4.0}
TIMES: Final = {
    "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0,
}  # fmt: skip
COUNTED: Final = frozenset(("many", "much"))
COMPARED: Final = COUNTED | {"than"}
POINTING: Final = frozenset(("them", "whom", "which", "those", "these"))
NEAR: Final = 6
BEFORE: Final = 2
FAR: Final = 40
RETURNED: Final = 0.6
MOST_BETWEEN: Final = 3
AHEAD: Final = 20


def compared(matching: Matching) -> None:
    """Give the figure of an event its ratio to another; "30 percent more" is then no figure of its own."""
    words, row = matching.ground.tokens.words, matching.row
    if not row:
        return
    if not _compares(words, row[0].first, row[-1].last):
        return
    number = row[0].first
    while number <= row[-1].last:
        end, value, percent = _factor(matching.ground, words, number, row[-1].last)
        if value is not None:
            _enter(matching, number, end, value, percent)
        number = max(end, number) + 1


def _compares(words: list[str], first: int, last: int) -> bool:
    """Tell whether a sentence has words that tell one figure by another."""
    said = words[first : last + 2]
    return "than" in said or not COUNTED.isdisjoint(said)


def _factor(
    ground: Ground, words: list[str], number: int, last: int
) -> tuple[int, str | None, AmountMention | None]:
    """Return the ratio that begins at a word, with the last word of it; None for none."""
    if number in ground.amounts and ground.amounts[number][1].role == "percent":
        end, amount = ground.amounts[number]
        sign = _sign(words, end + 1, last)
        if sign and amount.best is not None:
            return end + 2, f"{_mark(amount)}{_plain(1 + sign * amount.best / 100)}", amount
        return number, None, None
    word, after = words[number], words[number + 1 : number + 4]
    factor = FACTORS.get(word) or (TIMES.get(word) if after[:1] == ["times"] else None)
    after = after[1:] if after[:1] == ["times"] else after
    if factor is not None and len(after) > 1 and (after[0] == "as" and after[1] in COUNTED):
        return number + 2, f"~{_plain(factor)}", None
    return number, None, None


def _sign(words: list[str], number: int, last: int) -> int:
    if number + 1 > last or "than" not in words[number + 1 : number + 3]:
        return 0
    return 1 if words[number] in MORE else -1 if words[number] in LESS else 0


def _mark(amount: AmountMention) -> str:
    return "" if amount.comparator == "=" else amount.comparator


def _plain(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _enter(matching: Matching, number: int, end: int, value: str, percent: AmountMention | None) -> None:
    """Give the ratio to the figure before it whose verb it hangs on."""
    told = matching.told
    start = matching.ground.tokens.starts[number]
    figures = [
        each
        for each in told
        if (amount := figure_of(each)) is not None and amount is not percent and amount.start < start
    ]
    other = next(
        (piece for piece in matching.row if isinstance(piece, Verb) and end < piece.first <= end + NEAR), None
    )
    if not figures or other is None:
        return
    base = max(figures, key=_place)
    gives, given = _gives(base), _verb_gives(matching, other)
    if gives is None or given is None:
        return
    base.ratio = Ratio(value, gives is not given)
    matching.told[:] = [each for each in told if percent is None or figure_of(each) is not percent]


def figure_of(told: Told) -> AmountMention | None:
    """Return the figure of an event; None for none."""
    return None if told.thing is None else told.thing.amount


def _place(told: Told) -> int:
    amount = figure_of(told)
    return -1 if amount is None else amount.start


def _gives(told: Told) -> bool | None:
    """Tell whether the subject of an event is who gives; None where it is not who gives or gets."""
    field = told.row["roles"].get("subject")
    return None if field not in PARTIES else field == "sender"


def _verb_gives(matching: Matching, verb: Verb) -> bool | None:
    grammar = matching.ground.grammar
    for lemma in verb.lemmas:
        for each in grammar.verb_rows.get(lemma, ()):
            field = grammar.rows[each]["roles"].get("subject")
            if field in PARTIES:
                return bool(field == "sender")
    return None


def related(told: list[Told], text: str) -> None:
    """Find for shares, ratios and parts the events whose figures they are told by."""
    figures: list[Told] = []
    for number, each in enumerate(told):
        amount = figure_of(each)
        if amount is None:
            continue
        if each.ratio is not None:
            _ratio(each, figures)
        near = [
            other for other in told[max(0, number - NEAR) : number + NEAR] if other.sentence == each.sentence
        ]
        whole = next((other for other in near if _of(amount, figure_of(other), text)), None)
        if amount.role == "percent":
            _share(each, amount, whole or _shared(each, amount, figures, text))
        elif each.whole is None:
            each.whole = whole or _pointed_at(each, amount, figures, text)
        figures.append(each)


def _ratio(each: Told, figures: list[Told]) -> None:
    amount, ratio = figure_of(each), each.ratio
    assert amount is not None
    assert ratio is not None
    for other in reversed(figures[-FAR:]):
        figure = figure_of(other)
        if (
            other.kind == each.kind
            and figure is not None
            and figure.unit == amount.unit
            and _faces(each, other, turned=ratio.turned)
        ):
            each.related.append(("ratio_to", other, ratio.value))
            if ratio.turned:
                _lend(each, other, turned=True)
            return


def _faces(each: Told, other: Told, *, turned: bool) -> bool:
    """Tell whether two events have a side in common, none against another; turned round where they go opposite ways."""
    pairs = zip(PARTIES, reversed(PARTIES) if turned else PARTIES, strict=True)
    both = [
        (each.slots[mine].value, other.slots[theirs].value)
        for mine, theirs in pairs
        if mine in each.slots and theirs in other.slots
    ]
    return bool(both) and all(one == two for one, two in both)


def _lend(each: Told, other: Told, *, turned: bool = False) -> None:
    """Fill the sides of an event that are open from another."""
    for mine, theirs in zip(PARTIES, reversed(PARTIES) if turned else PARTIES, strict=True):
        if theirs in other.slots:
            each.slots.setdefault(mine, attrs.evolve(other.slots[theirs], rule="figure", confidence=RETURNED))


def _of(amount: AmountMention, figure: AmountMention | None, text: str) -> bool:
    """Tell whether a figure is the whole that another is told as a part of: "30 percent of the 200 tanks"."""
    if figure is None or figure is amount or not amount.number[1] <= figure.start <= amount.end + FAR:
        return False
    if figure.end <= amount.end:
        return amount.base is not None and figure.quote in amount.base
    gap = text[amount.end : figure.start].split()
    return 0 < len(gap) <= MOST_BETWEEN and gap[0].lower() == "of" and all(word.isalpha() for word in gap)


def _share(each: Told, amount: AmountMention, whole: Told | None) -> None:
    """Tie a share to its whole, and fill what both leave open from each other: it came of what was promised."""
    if whole is None or whole.kind != each.kind or amount.best is None:
        return
    each.related.append(("share_of", whole, f"{_mark(amount)}{_plain(amount.best)} percent"))
    _lend(each, whole)
    _lend(whole, each)
    if each.thing is not None and whole.thing is not None and not each.thing.items:
        each.thing = each.thing._replace(items=whole.thing.items)


def _shared(each: Told, amount: AmountMention, figures: list[Told], text: str) -> Told | None:
    """Return the event before whose figure "30 percent of them" is a share of; None for none."""
    after = text[amount.end : amount.end + AHEAD].lower().replace(".", " ").replace(",", " ").split()[:2]
    if len(after) < 2 or after[0] != "of" or after[1] not in POINTING:
        return None
    near = [other for other in figures[-FAR:] if each.sentence - other.sentence <= BEFORE]
    return next((other for other in reversed(near) if other.kind == each.kind), None)


def _pointed_at(each: Told, amount: AmountMention, figures: list[Told], text: str) -> Told | None:
    """Return the event whose figure "of them", "of those soldiers" points back to; None for none."""
    base = (amount.base or "").split(" ")[0].lower()
    before = text[max(0, amount.start - AHEAD) : amount.start].lower().replace(",", " ").split()[-2:]
    if base not in POINTING and not (len(before) == 2 and before[0] == "of" and before[1] in POINTING):
        return None
    near = [other for other in figures[-FAR:] if each.sentence - other.sentence <= BEFORE]
    return next((other for other in reversed(near) if _holds(other, amount)), None)


def _holds(other: Told, amount: AmountMention) -> bool:
    figure = figure_of(other)
    if figure is None or figure.unit != amount.unit or figure.role != "count":
        return False
    most = next((each for each in (figure.high, figure.best, figure.low) if each is not None), None)
    least = next((each for each in (amount.best, amount.low) if each is not None), None)
    return most is not None and least is not None and (figure.high is None or least <= most)


def lent_load(each: Told, carriers: Told) -> None:
    """Give what containers hold who sends them and who gets them."""
    _lend(each, carriers)
