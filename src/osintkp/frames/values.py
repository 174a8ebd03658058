"""The shapes in which amounts, dates and quoted words lie in a table; each takes them by the names of their attributes."""

from __future__ import annotations

from osintkp.frames.columns import Column, Plain, Struct

AMOUNT = Struct(
    fields=(
        Column(name="low", shape=Plain.NUMBER, unit="as in unit", note="lowest value that the words allow"),
        Column(name="best", shape=Plain.NUMBER, unit="as in unit", note="the printed number"),
        Column(name="high", shape=Plain.NUMBER, unit="as in unit", note="highest value that the words allow"),
        Column(name="unit", note="unit of low, best and high; empty for a pure number"),
        Column(name="comparator", note="how the number is to be read: = ~ > >= < <= .. ~.."),
        Column(name="hedge", note="the hedge's own words"),
        Column(name="looseness", note="the policy that sets the bounds of an approximate number"),
        Column(name="text", take=str, note="the whole amount in its notation"),
    )
)
WHEN = Struct(
    fields=(
        Column(name="edtf", note="the date or period in EDTF"),
        Column(name="earliest", shape=Plain.DAY, note="first day that it allows; null where open or unknown"),
        Column(name="latest", shape=Plain.DAY, note="last day that it allows; null where open or unknown"),
        Column(name="precision", note="how closely it is known"),
        Column(name="words", note="the words that it was read from"),
        Column(name="anchor", shape=Plain.DAY, note="the day that relative words were resolved against"),
    )
)
SPAN = Struct(
    fields=(
        Column(name="quote", note="the words, letter by letter"),
        Column(name="start", shape=Plain.WHOLE, unit="code point", note="first code point"),
        Column(name="end", shape=Plain.WHOLE, unit="code point", note="one past the last code point"),
        Column(name="prefix", note="words just before"),
        Column(name="suffix", note="words just after"),
        Column(name="status", note="how they were met in the text; null where it is not at hand"),
    )
)
