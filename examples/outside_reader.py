"""
Another reader's work, a language model's say, held to the text it was read from.

The reader is given ``osintkp.schema()`` as the form of its answer and an article; ``outside_reader/answer.json`` is
such an answer, kept as it came. The article is invented, and nothing in it happened. Two of the seven claims are not
in it: one quotes words that stand nowhere, one has a digit too many. Nobody has to read the article to find them.

Run it with ``python examples/outside_reader.py``.
"""

from __future__ import annotations

from pathlib import Path

import osintkp

HERE = Path(__file__).parent / "outside_reader"
GROUNDED = ("quote-missing", "figure-not-in-quote")

form = osintkp.schema()
print(
    f"The form: {len(form['$defs'])} definitions, {len(form['$defs']['shipment']['properties'])} keys of a shipment"
)

corpus = osintkp.load(HERE)
print(f"The answer: {corpus!r}")
for problem in corpus.problems:
    print(f"  noted while loading: {problem}")

findings = corpus.check(select=GROUNDED)
for finding in findings:
    print(f"\n{finding.code} {finding.name} ({finding.severity}): {finding.message}")
    for line in finding.working:
        print(f"  {line}")

caught = {claim for finding in findings for claim in finding.claims}
print("\nThe rest stands in the text, word for word and figure for figure:")
for claim in corpus.claims:
    if claim.id not in caught:
        print(f"  {claim.sentence()}")
