"""What a desk passes on: files in the forms of other tools, frames, pages."""

# pyright: standard
# (a strict checker knows a frame of pandas only where pandas is)

from __future__ import annotations

from pathlib import Path

import osintkp
from osintkp import Corpus
from osintkp.errors import MissingExtraError


def everything(corpus: Corpus, folder: Path) -> dict[str, int]:
    """Write a corpus in several forms, and return how many things each could not carry."""
    lost = {
        form: len(corpus.export(form, folder)) for form in ("stix21", "sarif", "web_annotation", "csv", "ftm")
    }
    corpus.report(folder / "report.html", title="What stands in the archive")
    corpus.save(folder / "all.jsonl")
    text, losses = corpus.rendered("markdown")
    (folder / "tables.md").write_text(text, encoding="utf-8")
    return {**lost, "markdown": len(losses)}


def back(folder: Path) -> Corpus:
    """Return what others sent in STIX and as a table."""
    stix = osintkp.load(folder / "osintkp.stix.json", form="stix21", lenient=True)
    table = osintkp.load(
        folder / "osintkp.csv", form="csv", columns={"Supplier": "shipment.sender"}, lenient=True
    )
    return stix if len(stix) >= len(table) else table


def rows(corpus: Corpus) -> int:
    """Return how many rows a frame of the corpus has, or -1 where nothing that makes frames is installed."""
    try:
        return len(corpus.to_pandas(flat=True))
    except MissingExtraError as error:
        print(error.extra, error.package)
        return -1
