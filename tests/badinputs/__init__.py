"""
Bad inputs, one a row: what is bad, the coding, and the one problem that it has to give.

A letter and a number at the start of a name are those of the list of hostile corpora that this table began with. Beside the
bad there are inputs that look bad and are not, each of which has to load without a problem.
"""

from __future__ import annotations

from badinputs import attacks, dates, encodings, files, names, payloads, quantities, spans, structure
from badinputs.writing import Case, Sound

CASES: list[Case] = [
    *structure.CASES, *quantities.CASES, *dates.CASES, *names.CASES, *spans.CASES, *encodings.CASES, *files.CASES,
]  # fmt: skip
ACCEPTED: list[Sound] = [
    *quantities.ACCEPTED, *dates.ACCEPTED, *names.ACCEPTED, *spans.ACCEPTED, *encodings.ACCEPTED, *payloads.ACCEPTED, *attacks.ACCEPTED,
]  # fmt: skip
