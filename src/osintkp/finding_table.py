"""The columns of a table of findings, one row a finding."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from osintkp.frames import Frame
from osintkp.frames.columns import Column, Items, Plain, Struct
from osintkp.frames.values import SPAN

LINES = Items(of=Plain.TEXT, between="\n")


def _words(cited: Any) -> str:
    return f'{cited.claim} "{cited.span.quote}"'


CITED = Struct(
    fields=(
        Column(name="claim", note="whole id of the claim"),
        Column(name="source", note="id of its source"),
        Column(name="span", shape=SPAN, note="the words"),
    )
)
COLUMNS = (
    Column(name="code", note="of the check"),
    Column(name="name", note="of the check"),
    Column(name="severity", note="error, warning or info"),
    Column(name="verdict", note="what it comes to"),
    Column(name="message", note="the sentence that decides it"),
    Column(name="claims", shape=Items(of=Plain.TEXT), note="whole ids, the one that is spoken of first"),
    Column(name="working", shape=LINES, note="the arithmetic line by line"),
    Column(name="assumptions", shape=LINES, note="what had to be taken for granted"),
    Column(name="cited", shape=Items(of=CITED, words=_words, between="\n"), note="the quoted words"),
    Column(name="suppressed", note="why a coder has set it aside; null for one that stands"),
)


def frame_of(findings: Iterable[Any], unmet: Iterable[str]) -> Frame:
    """
    Return findings as a table.

    Args:
        findings: Those that stand, then those that are set aside.
        unmet: Suppressions that met no finding, which are told in its notes.

    Example:
        >>> frame_of([], ["wire/tanks sets aside single-origin"]).notes
        {'unmet': '["wire/tanks sets aside single-origin"]'}
    """
    notes = {"unmet": json.dumps(list(unmet))} if unmet else {}
    return Frame(name="findings", columns=COLUMNS, rows=list(findings), notes=notes)
