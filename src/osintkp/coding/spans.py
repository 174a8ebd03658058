"""The spans of a claim held against the text: where a quote stands, and what to say when it does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from osintkp.coding.faults import Fault, Place, attempt, refuse
from osintkp.coding.shapes import CodedClaim, CodedSpan
from osintkp.errors import InvalidValueError
from osintkp.evidence import Span
from osintkp.vocabulary.letters import normal, splits
from osintkp.vocabulary.scales import SpanStatus

ENOUGH = 4
FORMS: dict[Literal["NFC", "NFD"], str] = {
    "NFC": "composed letters (NFC)",
    "NFD": "letters and marks apart (NFD)",
}


def spans_of(coded: CodedClaim, text: str | None) -> tuple[tuple[Span, ...], list[Fault]]:
    """
    Return the spans of a claim as they were met in the text, and what is wrong with those that were not.

    Without a text only the offsets themselves are looked at. A quote that is not in the text stays, as missing.

    Raises:
        StructureError: A quote has no words, or offsets cannot be: all such faults of the claim.
    """
    spans, faults, notes = list[Span](), list[Fault](), list[Fault]()
    for place, each in _coded_spans(coded):
        span = attempt(faults, place, _span, each)
        if span is None:
            continue
        spans.append(span if text is None else span.located(text))
        if text is not None:
            notes += [((*place, key), note) for key, note in _notes(span, spans[-1], text)]
    refuse(faults)
    if not spans:
        fix = 'add quote = "..."'
        notes.append((("quote",), InvalidValueError("missing-quote", "no words are quoted", None, fix)))
    return tuple(spans), notes


def _coded_spans(coded: CodedClaim) -> list[tuple[Place, CodedSpan]]:
    if coded.quote is None:
        return [(("spans", index), span) for index, span in enumerate(coded.spans)]
    one = CodedSpan(quote=coded.quote, span=coded.span, prefix=coded.prefix, suffix=coded.suffix)
    return [((), one)]


def _span(coded: CodedSpan) -> Span:
    if coded.span is not None and len(coded.span) != 2:
        fix = "write span = [start, end]"
        raise InvalidValueError("span-range", "a span is two numbers", list(coded.span), fix, field="span")
    start, end = coded.span or (None, None)
    return Span(quote=coded.quote, start=start, end=end, prefix=coded.prefix, suffix=coded.suffix)


def _notes(span: Span, met: Span, text: str) -> Iterator[tuple[str, InvalidValueError]]:
    """Give what is wrong with a span, with the key to mend: it was not met in the text, or cuts a letter there in two."""
    if met.status is SpanStatus.MISSING:
        yield _unmet(span, text)
        return
    place = met.start, met.end
    whole = _whole(met, text)
    if place != whole:
        side = "ends" if whole[1] != place[1] else "begins"
        cut = whole[1] - 2 if side == "ends" else whole[0]
        what = f"the quote {side} between a letter and its accent"
        fix = f"take the whole letter in: {list(whole)}"
        key = "quote" if span.start is None else "span"
        yield key, InvalidValueError("span-splits-cluster", what, text[cut : cut + 2], fix)


def _whole(met: Span, text: str) -> tuple[int, int]:
    """Return where a span begins and ends that takes in the whole of each letter which it cuts in two."""
    start, end = met.start or 0, met.end or 0
    while splits(text, start):
        start -= 1
    while splits(text, end):
        end += 1
    return start, end


def _unmet(span: Span, text: str) -> tuple[str, InvalidValueError]:
    """Return the key to mend where a quote was not met in a text, and why."""
    places, anywhere = span.places(text), Span(quote=span.quote).places(text)
    if not anywhere:
        fix = _parting(span.quote, text)
        return "quote", InvalidValueError("quote-missing", "the quote is not in the text", span.quote, fix)
    if span.start is not None:
        fix = _elsewhere(span.start, text, (places or anywhere)[0])
        return "span", InvalidValueError("span-mismatch", "the quote is not at its span", span.quote, fix)
    several = ", ".join(str(list(place)) for place in (places or anywhere)[:3])
    if not places:
        what = "the quote does not stand between its prefix and suffix"
        return "prefix", InvalidValueError("span-mismatch", what, span.quote, f"it stands at {several}")
    fix = f"add span = one of {several}, or a prefix or suffix"
    what = f"the quote stands {len(places)} times"
    return "span", InvalidValueError("span-ambiguous", what, span.quote, fix)


def _parting(quote: str, text: str) -> str:
    """Return where a quote and the text part ways."""
    advice = "quote the text letter by letter"
    for form, told in FORMS.items():
        other = normal(quote, form)
        if other != quote and (places := Span(quote=other).places(text)):
            return f"the text has it in {told}: write the quote so; it stands at {list(places[0])}"
    if quote.casefold() in text.casefold():
        return f"the text has it in other capitals; {advice}"
    same, longer = 0, len(quote)
    while longer - same > 1:
        middle = (same + longer) // 2
        same, longer = (middle, longer) if quote[:middle] in text else (same, middle)
    after = text.find(quote[:same]) + same
    if same < ENOUGH or after == len(text):
        return advice
    return f"after {quote[:same][-20:]!r} the text has {_letter(text[after])}, the quote {_letter(quote[same])}; {advice}"


def _letter(letter: str) -> str:
    return f"{letter!r} (U+{ord(letter):04X})"


def _elsewhere(coded: int, text: str, place: tuple[int, int]) -> str:
    """Return where a quote stands, and what its offsets count if they count something else than code points."""
    before = text[: place[0]]
    counts = {
        "bytes": len(before.encode()),
        "UTF-16 units": len(before.encode("utf-16-le")) // 2,
        "characters, but each CRLF line ending as one": len(before.replace("\r\n", "\n")),
    }
    unit = next((name for name, count in counts.items() if count == coded != place[0]), None)
    return f"write {list(place)}" + (f": the span counts {unit}" if unit else "")
