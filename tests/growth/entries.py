"""What the library is asked with a text of any length, a row each."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import osintkp
from osintkp.claims import Claims
from osintkp.coding.toml import toml_document
from osintkp.facts import shipped
from osintkp.reading.pages.texts import article, page_letters, plain
from osintkp.vocabulary import actors, items, letters, numbers, places

Ask = Callable[[str], object]


def refused(ask: Ask) -> Ask:
    """Return what asks, and takes a refusal of ours for an answer."""

    def asked(text: str) -> object:
        with suppress(osintkp.OsintkpError, UnicodeEncodeError):
            return ask(text)
        return None

    return asked


def near_words(text: str) -> object:
    """Look words up that stand nearly so in very many places."""
    half = text[: len(text) // 2]
    return osintkp.Span(quote=half + "!").located(text), osintkp.Span(quote=half).located(text)


def beside_words(text: str) -> object:
    """Look a letter up by what stands before and after it."""
    half = text[: len(text) // 2]
    return osintkp.Span(quote=text[0] if text[0].strip() else "a", prefix=half, suffix=half).places(text)


def reanchored(text: str) -> object:
    """Look for quotes in a text that has changed: for half of it, for a word of it, and for what stands in it very often."""
    words = text.split() or ["a"]
    quotes = (text[: len(text) // 2], words[0], words[-1], text[:2])
    spans = tuple(osintkp.Span(quote=quote, start=0, end=len(quote)) for quote in quotes if quote.strip())
    source = osintkp.Source(id="wire", text=text)
    claim = osintkp.Claim(id="wire/a", source="wire", record=osintkp.Loss(actor="SS"), spans=spans)
    return osintkp.Corpus(claims=Claims([claim], [source])).reanchor("wire", f"{text[::-1]} {text}")


CODED: dict[str, Any] = {
    "schema": "osintkp/1",
    "source": {"id": "s1", "title": "A report", "content": "40 trucks came."},
    "claim": [
        {
            "id": "a",
            "quote": "40 trucks",
            "shipment": {"sender": "IR", "item": "vehicles/truck", "amount": "40 truck", "when": "2024"},
        }
    ],
}
PLACES_OF_VALUES = {
    "title": ("source", "title"), "id of a source": ("source", "id"), "publisher": ("source", "publisher"), "published": ("source", "published"),
    "language": ("source", "language"), "address": ("source", "address"), "sha256": ("source", "sha256"), "notes": ("source", "notes"),
    "text": ("source", "content"), "file": ("source", "text"), "reliability": ("source", "reliability"), "derived": ("source", "derived_from"),
    "id": ("claim", 0, "id"), "quote": ("claim", 0, "quote"), "speaker": ("claim", 0, "speaker"), "role": ("claim", 0, "role"),
    "modality": ("claim", 0, "modality"), "said": ("claim", 0, "said"), "sender": ("claim", 0, "shipment", "sender"),
    "item": ("claim", 0, "shipment", "item"), "amount": ("claim", 0, "shipment", "amount"), "when": ("claim", 0, "shipment", "when"),
    "measure": ("claim", 0, "shipment", "measure"), "origin": ("claim", 0, "shipment", "origin"), "calibre": ("claim", 0, "shipment", "calibre"),
}  # fmt: skip


def coding(where: tuple[Any, ...], text: str, *, as_key: bool = False) -> dict[str, Any]:
    """Return a coding with a text in one place, as the value or the key there."""
    made: dict[str, Any] = json.loads(json.dumps(CODED))
    into: Any = made
    for step in where[:-1]:
        into = into[step]
    into[text if as_key else where[-1]] = text
    return made


def loaded(written: str, ending: str) -> object:
    """Load a coding as it was written, whatever is wrong with it."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"coding.{ending}")
        path.write_bytes(written.encode(errors="surrogatepass"))
        return osintkp.load(path, lenient=True)


def as_toml(data: dict[str, Any]) -> str:
    """Return a coding as TOML."""
    return toml_document(data)


def as_lines(data: dict[str, Any]) -> str:
    """Return a coding as JSON Lines."""
    head = {key: value for key, value in data.items() if key != "claim"}
    return "\n".join([json.dumps(head), *(json.dumps({"claim": each}) for each in data["claim"])])


def value_at(where: tuple[Any, ...], *, as_key: bool = False) -> Ask:
    """Return what loads a coding with a text in one place, as JSON, as JSON Lines and as TOML."""

    def ask(text: str) -> object:
        data = coding(where, text, as_key=as_key)
        return (
            loaded(json.dumps(data), "json"),
            loaded(as_lines(data), "jsonl"),
            loaded(as_toml(data), "toml"),
        )

    return ask


ROWS: dict[str, Ask] = {
    "osintkp.read": lambda text: osintkp.read(text, "2024-06-01"),
    "osintkp.find": lambda text: osintkp.find(text, "2024-06-01").mentions,
    "osintkp.Amount.parse": osintkp.Amount.parse,
    "osintkp.Amount.parse after a number": lambda text: osintkp.Amount.parse(f"5 {text}"),
    "osintkp.Amount.exact": lambda text: osintkp.Amount.exact(5, text),
    "osintkp.When.parse": osintkp.When.parse,
    "osintkp.When.of": osintkp.When.of,
    "osintkp.Source": lambda text: osintkp.Source(id=text, title=text),
    "osintkp.Source.attached": lambda text: osintkp.Source(id="a").attached(text),
    "osintkp.Span.located": near_words,
    "osintkp.Span.places": beside_words,
    "osintkp.Corpus.reanchor": reanchored,
    "osintkp.explain": osintkp.explain,
    "osintkp.Facts.place": lambda text: shipped().place(text),
    "vocabulary.actors": lambda text: (actors.resolve(text), actors.legal_id(text), actors.canonical_title(text)),
    "vocabulary.actors by id": refused(actors.actor),
    "vocabulary.places": places.resolve,
    "vocabulary.places by id": refused(places.place),
    "vocabulary.items": items.resolve,
    "vocabulary.items by path": items.nearest,
    "vocabulary.letters": lambda text: (letters.lookalikes(text), letters.skeleton(text)),
    "vocabulary.numbers": lambda text: (numbers.numbers(text), numbers.counts(text)),
    "a page": lambda text: article(f"<html><body><p>Aid.</p>{text}</body></html>", "html", "own"),
    "a page with trafilatura": lambda text: article(f"<html><body><p>{text}</p></body></html>", "html"),
    "a page's head": lambda text: article(f"<html><head><meta content='{text}'><title>{text}", "html", "own"),
    "Markdown": lambda text: plain(text, "md"),
    "letters of a page": lambda text: page_letters(text.encode(errors="surrogatepass")),
    **{f"osintkp.load {name}": value_at(where) for name, where in PLACES_OF_VALUES.items()},
    "osintkp.load a key": value_at(("source", ""), as_key=True),
    "osintkp.load a key of a claim": value_at(("claim", 0, ""), as_key=True),
    "osintkp.load bare JSON": lambda text: loaded(text, "json"),
    "osintkp.load bare lines": lambda text: loaded(text, "jsonl"),
    "osintkp.load bare TOML": lambda text: loaded(text, "toml"),
}  # fmt: skip
