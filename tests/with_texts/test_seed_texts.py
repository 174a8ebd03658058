"""The seeds held against their texts: every span verbatim, every hash right, every row of the checklist coded."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

import osintkp
from osintkp import scale
from osintkp.store import layout

ROOT = Path(__file__).parents[2]
TEXTS = ROOT.parent / "shared" / "seeds"
CORPUS = osintkp.load_seeds(texts=TEXTS)
ROWS = {"000": 13, "001": 23, "002": 18, "003": 21}


def test_the_seeds_load_without_a_problem() -> None:
    assert [] == [str(problem) for problem in CORPUS.problems]
    assert (4, 114) == (len(CORPUS.sources), len(CORPUS.claims))


@pytest.mark.parametrize("claim", CORPUS.claims, ids=lambda claim: claim.id)
def test_every_span_is_verbatim(claim: osintkp.Claim) -> None:
    text = CORPUS.sources[claim.source].text

    assert text is not None
    assert claim.spans
    for span in claim.spans:
        assert "verbatim" == span.status
        assert span.quote == text[span.start : span.end]


@pytest.mark.parametrize("source", CORPUS.sources, ids=lambda source: source.id)
def test_every_hash_is_that_of_the_file(source: osintkp.Source) -> None:
    assert source.file is not None
    raw = (TEXTS / source.file).read_bytes()

    assert sha256(raw).hexdigest() == source.sha256
    assert len(raw.decode()) == source.length


@pytest.mark.parametrize("source", CORPUS.sources, ids=lambda source: source.id)
def test_a_text_is_found_by_its_hash_under_any_name(source: osintkp.Source, tmp_path: Path) -> None:
    assert source.file is not None
    (tmp_path / "renamed.txt").write_bytes((TEXTS / source.file).read_bytes())

    found = osintkp.load_seeds(texts=tmp_path).sources[source.id]
    assert (source.text, source) == (found.text, found)


@pytest.mark.parametrize("seed", ROWS)
def test_every_row_of_the_checklist_is_coded(seed: str) -> None:
    coding = (ROOT / "seeds" / f"{seed}.toml").read_text(encoding="utf-8")
    rows = {int(row) for row in re.findall(rf"(?m)^# {seed}\.(\d+)$", coding)}

    assert set(range(1, ROWS[seed] + 1)) == rows


def test_no_quote_has_more_than_a_dozen_words() -> None:
    assert [] == [claim.id for claim in CORPUS.claims for span in claim.spans if len(span.quote.split()) > 12]


def test_names_inside_a_quote_stay_as_printed() -> None:
    assert "SeouI" in CORPUS.claims["s1/containers"].quote


def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    source = CORPUS.sources["s1"]
    assert source.text is not None
    assert source.file is not None
    (tmp_path / source.file).write_text(source.text.replace("6,700", "7,600"), encoding="utf-8")

    with pytest.raises(
        osintkp.CodingError, match=r"source\.text: this is not the text that 's1' was coded from"
    ):
        osintkp.load_seeds(texts=tmp_path)


def test_saving_with_texts_and_loading_gives_the_same(tmp_path: Path) -> None:
    CORPUS.save(tmp_path / "c", texts=True)
    again = osintkp.load(tmp_path / "c")

    assert CORPUS == again
    assert [source.text for source in CORPUS.sources] == [source.text for source in again.sources]


def test_a_store_with_texts_is_found_what_is_found_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "PER_PART", 8)
    CORPUS.to_parquet(tmp_path / "store")

    assert CORPUS.check() == scale.check(tmp_path / "store")
