"""A month without a year on which a clash hangs; the twin has its year, a date of publication, or nothing that hangs on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import claim, corpus
from osintkp.dates import When
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant a figure of some month that clashes with the one of one year and agrees with the one of another."""
    sender, recipient, (item, unit) = draw.state(), draw.state(), draw.goods()
    about: dict[str, Any] = {"sender": sender, "recipient": recipient, "item": item}
    figure, year, month = draw.number(), draw.day().year, draw.random.randint(1, 9)
    mine, theirs = f"{figure} {unit}", f"{3 * figure} {unit}"
    months = f"{month:02}", f"{month + 2:02}"
    window = "{0}-{1}-01/{0}-{2}-01"
    first = claim("b/1", **about, amount=theirs, when=window.format(year, *months))
    second = claim("b/2", **about, amount=mine, when=window.format(year + 1, *months))
    loose = claim("a/1", **about, amount=mine, when=window.format("XXXX", *months))
    known: dict[str, Any] = {"a": {"published": When.point(date(year + 2, 2, 1))}}
    fault = corpus(loose, first, second)
    span: dict[str, Any] = {"a": {"published": When.parse(f"{year}-12-02/{year + 1}-12-20")}}
    if draw.one_of([True, False]):
        fault = corpus(loose, first, second, **span)
    alike = claim("b/1", **about, amount=mine, when=window.format(year, *months))
    twin = draw.one_of(
        [
            corpus(loose, first, second, **known),
            corpus(loose, alike, second),
            corpus(claim("a/1", **about, amount=mine, when=window.format(year + 1, *months)), first, second),
            corpus(loose),
        ]
    )
    return Planted(fault=fault, twin=twin)
