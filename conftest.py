"""What pytest collects beside the tests: the documentation's examples, and the seeds' texts where they are at hand."""

from __future__ import annotations

from pathlib import Path

from run_tests import browser_path, has_ftm, has_spark
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

TEXTS = Path(__file__).parent.parent / "shared" / "seeds"

collect_ignore = ["docs/_build", *([] if TEXTS.is_dir() else ["tests/with_texts"])]
collect_ignore += [] if browser_path() else ["tests/browser"]
collect_ignore += [] if has_ftm() else ["tests/with_ftm"]
collect_ignore += [] if has_spark() else ["tests/with_spark"]

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser()], patterns=["docs/**/*.md", "docs/*.md", "README.md"]
).pytest()
