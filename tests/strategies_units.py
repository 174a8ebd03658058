"""Hypothesis strategies for amounts: texts in the notation, and amounts made from texts and from numbers."""

from __future__ import annotations

from hypothesis import strategies as st

from osintkp.units import Amount, Comparator, definitions
from osintkp.units.looseness import POLICIES

NAMES = sorted({known.name for known in definitions.table().units.values()} - {"", "degree_celsius"})
RATES = [
    "barrel/year",
    "round/container",
    "kilogram/round",
    "barrel/tonne",
    "round/month",
    "person/day",
    "percent/year",
]
HEDGES = ["roughly", "more than", "at least", "حوالي", "приблизно", "まで", "up to the end of the month"]


def printed_numbers(*, signed: bool = False) -> st.SearchStrategy[str]:
    """Numbers as people print them: round ones, small ones, decimals with zeros at the end."""
    whole = st.integers(0, 10**12).map(str) | st.integers(1, 99).flatmap(
        lambda head: st.integers(0, 9).map(lambda zeros: f"{head}{'0' * zeros}")
    )
    decimal = st.tuples(st.integers(0, 10**6), st.from_regex(r"[0-9]{1,6}", fullmatch=True)).map(
        lambda parts: f"{parts[0]}.{parts[1]}"
    )
    number = whole | decimal
    return (number | number.map(lambda digits: f"-{digits}")) if signed else number


def unit_names() -> st.SearchStrategy[str]:
    """Every canonical unit, the pure number and some rates."""
    return st.sampled_from(["", *NAMES, *RATES])


@st.composite
def amount_texts(draw: st.DrawFn, units: st.SearchStrategy[str] | None = None) -> str:
    """Draw a text in the notation, of any comparator, hedge and policy, its numbers in order."""
    unit = draw(unit_names() if units is None else units)
    number = printed_numbers(signed=definitions.unit(unit).signed)
    low, best, high = sorted((draw(number) for _ in range(3)), key=float)
    form = draw(
        st.sampled_from(
            [f"{mark}{best}" for mark in ("", "~", ">", ">=", "<", "<=")]
            + [
                f"{low}..{high}",
                f"{low}..{best}..{high}",
                f"~{low}..",
                f"~{low}..{high}",
                f"~{low}..{best}..{high}",
            ]
        )
    )
    hedge = draw(st.none() | st.sampled_from(HEDGES))
    policy = draw(st.none() | st.sampled_from(sorted(POLICIES)))
    return (
        form
        + (f" {unit}" if unit else "")
        + (f' "{hedge}"' if hedge else "")
        + (f" @{policy}" if policy else "")
    )


@st.composite
def made_amounts(draw: st.DrawFn, units: st.SearchStrategy[str] | None = None) -> Amount:
    """Draw an amount made from numbers, as a conversion or a reader makes it."""
    unit = draw(unit_names() if units is None else units)
    floor = -1e15 if definitions.unit(unit).signed else 0.0
    number = st.floats(floor, 1e15).filter(lambda value: value == 0 or abs(value) > 1e-9)
    low, best, high = sorted(draw(number) for _ in range(3))
    comparator = draw(st.sampled_from(Comparator))
    given = {
        Comparator.EXACT: (best, best, best),
        Comparator.ABOUT: (low, best, high),
        Comparator.ABOVE: (low, None, None),
        Comparator.AT_LEAST: (low, None, None),
        Comparator.BELOW: (None, None, high),
        Comparator.AT_MOST: (None, None, high),
        Comparator.BETWEEN: (low, draw(st.sampled_from([None, best])), high),
        Comparator.FROM_ABOUT: (low, None, draw(st.sampled_from([None, high]))),
    }[comparator]
    return Amount(
        low=given[0],
        best=given[1],
        high=given[2],
        unit=unit,
        comparator=comparator,
        hedge=draw(st.none() | st.sampled_from(HEDGES)),
        looseness=draw(st.sampled_from(sorted(POLICIES))),
    )


def amounts(units: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Amount]:
    """Amounts of every kind, read from texts and made from numbers."""
    return amount_texts(units).map(Amount.parse) | made_amounts(units)


def pairs_of_one_dimension() -> st.SearchStrategy[tuple[Amount, Amount]]:
    """Two amounts that may be compared, in the same or in another unit."""
    groups: dict[definitions.Dimension, list[str]] = {}
    for name in NAMES:
        groups.setdefault(definitions.unit(name).dimension, []).append(name)
    several = [st.sampled_from(names) for names in groups.values() if len(names) > 1]
    return st.sampled_from(several).flatmap(lambda units: st.tuples(amounts(units), amounts(units)))
