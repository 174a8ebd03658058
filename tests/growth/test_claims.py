"""Every check, and whatever else is asked of claims, takes no more than their number in time."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from typing import Any

import pytest

import osintkp
from growth.corpora import SHAPES, corpus
from growth.measured import MOST, Act, growth
from osintkp import checks, exports
from osintkp.findings import Findings
from osintkp.pairing import EVERY_TWO

LONG = bool(os.environ.get("OSINTKP_LONG"))
SIZE, FEWER = (1000, 400) if LONG else (300, 200)
BEYOND = math.isqrt(EVERY_TWO) + 50  # claims of one text, of which not every two are tried
Asked = Callable[[osintkp.Corpus], object]
WORN = ("one topic",)  # shapes for what is asked beside the checks
MORE = {"compare": {"one source": BEYOND}}  # where another shape is the hard one, and from which size on
NONE = Findings([])
CONDITIONS: list[dict[str, Any]] = [
    {"sender": "IR"},
    {"item": "vehicles"},
    {"during": "2024"},
    {"origin": "US"},
]
ROWS: dict[str, Asked] = {
    "select": lambda made: [made.select(**each) for each in CONDITIONS],
    "as_of": lambda made: made.as_of("2024-01-01"),
    "without": lambda made: made.without(made.sources.ids()[0]),
    "figures": lambda made: (str(made.figures()), made.figures().series),
    "origins": lambda made: str(made.origins()),
    "flows": lambda made: str(made.flows()),
    "timeline": lambda made: str(made.timeline()),
    "compare": lambda made: made.compare(made).precision,
    "|": lambda made: made | made,
    "show": lambda made: str(made.show(made.sources.ids()[0], findings=NONE)),
    "page": lambda made: made.page(findings=NONE, pictures=False),
    "str": str,
    "html": lambda made: made._repr_html_(),
    "to_arrow": lambda made: made.to_arrow(),
    **{f"rendered {form}": lambda made, form=form: made.rendered(form, NONE) for form in exports.names()},  # type: ignore[misc]
}  # fmt: skip


def asked(ask: Asked, shape: str) -> Callable[[int], Act]:
    def make(size: int) -> Act:
        made = corpus(shape, size)
        return lambda: ask(made)

    return make


def by_check(name: str) -> Asked:
    return lambda made: made.check(select=name)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_has_as_many_claims_as_were_asked_for(shape: str) -> None:
    assert 50 == len(corpus(shape, 50).claims)


def test_what_holds_every_two_claims_against_each_other_would_be_seen() -> None:
    def every_two(made: osintkp.Corpus) -> int:
        return sum(one.amount == other.amount for one in made.claims for other in made.claims)

    assert MOST < growth(asked(every_two, "one topic"), FEWER)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_check_takes_no_more_than_the_number_of_claims(shape: str) -> None:
    corpus(shape, 20).check()
    found = {each.name: growth(asked(by_check(each.name), shape), SIZE) for each in checks.checks()}

    assert {} == {name: ratio for name, ratio in found.items() if ratio >= MOST}


@pytest.mark.parametrize("shape", SHAPES)
def test_looking_for_errors_alone_takes_no_more_than_the_number_of_claims(shape: str) -> None:
    def look(made: osintkp.Corpus) -> Findings:
        return made.check(select="figures-conflict", at_least="error")

    look(corpus(shape, 20))
    assert MOST > growth(asked(look, shape), SIZE)


@pytest.mark.parametrize("row", ROWS)
def test_what_is_asked_of_claims_takes_no_more_than_their_number(row: str) -> None:
    ROWS[row](corpus("one topic", 20))
    sizes = {**dict.fromkeys(SHAPES if LONG else WORN, FEWER), **MORE.get(row, {})}
    found = {shape: growth(asked(ROWS[row], shape), size) for shape, size in sizes.items()}

    assert {} == {shape: ratio for shape, ratio in found.items() if ratio >= MOST}


def test_comparing_the_claims_of_one_text_takes_no_more_than_their_number() -> None:
    def make(size: int) -> Act:
        made = osintkp.read("Togo sent 40 trucks to Benin. " * size, id="wire")
        return lambda: made.compare(made).recall

    assert 1.0 == make(20)()
    assert MOST > growth(make, BEYOND)
