"""What pytest collects beside the tests: the documentation's examples, and the seeds' texts where they are at hand."""

from __future__ import annotations

from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

TEXTS = Path(__file__).parent.parent / "shared" / "seeds"

collect_ignore = [] if TEXTS.is_dir() else ["tests/with_texts"]

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()], patterns=["docs/**/*.md", "docs/*.md", "README.md"]
).pytest()
