"""A quote that the text does not have; the twin's stands there, in other spacing or marks, or its text is not at hand."""

from __future__ import annotations

import attrs

import osintkp
from builders import claim
from osintkp.claims import Claims
from planted import Planted
from planted.draw import Draw


def plant(draw: Draw) -> Planted:
    """Plant a quote with another number, another word, or a place that is not its own."""
    (item, unit), figure, state = draw.goods(), draw.number(100), draw.state()
    before, after = " ".join(draw.word() for _ in range(5)), " ".join(draw.word() for _ in range(4))
    quote = f"{draw.word()} {figure} {unit} \u2013 \u201c{draw.word()}\u201d {draw.word()}"
    text = f"{before} {quote} {after}."
    start = len(before) + 1

    def made(span: osintkp.Span, content: str | None = text) -> osintkp.Corpus:
        told = attrs.evolve(
            claim("wire/a", "loss", actor=state, item=item, amount=f"{figure} {unit}"), spans=(span,)
        )
        return osintkp.Corpus(claims=Claims([told], [osintkp.Source(id="wire", text=content)]))

    faults = [
        made(osintkp.Span(quote=quote.replace(str(figure), str(figure * 10)))),
        made(osintkp.Span(quote=f"{quote} {draw.word()}", prefix=None)),
        made(osintkp.Span(quote=quote, start=start + 1, end=start + 1 + len(quote))),
        made(osintkp.Span(quote=quote), f"{text} {text}"),
    ]
    twins = [
        made(osintkp.Span(quote=quote)),
        made(osintkp.Span(quote=quote, start=start, end=start + len(quote))),
        made(osintkp.Span(quote=quote.replace("\u201c", '"').replace("\u2013", "-").replace(" ", "  "))),
        made(osintkp.Span(quote=quote, suffix=f" {after}. {before[:3]}"), f"{text} {text}"),
        made(osintkp.Span(quote="nothing of the kind"), None),
    ]
    return Planted(fault=draw.one_of(faults), twin=draw.one_of(twins), severity="error")
