"""Laws of codings: what is saved loads back equal, and nothing that is loaded brings the loader down."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import osintkp
from badinputs import CASES
from badinputs.writing import GOOD, Case, toml
from osintkp.claims import Claims
from osintkp.coding.loading import load_claims
from osintkp.coding.saving import save_claims
from osintkp.evidence import Source, Span
from strategies import corpora, texts

BROKEN = ("article-missing", "unknown-item", "dangling-link", "unknown-source", "missing-quote")


@contextmanager
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        yield Path(name)


def loaded(path: Path) -> Claims:
    """Return what a saved coding holds; only what is not in it may be missing."""
    claims, problems = load_claims([path])
    assert [] == [str(problem) for problem in problems if problem.code not in BROKEN]
    return claims


@settings(max_examples=80, deadline=None)
@given(
    claims=corpora(sources_at_most=1), name=st.sampled_from(["c.toml", "c.json", "c.jsonl", "c", "C.TOML"])
)
def test_a_source_loads_back_equal_from_every_format(claims: Claims, name: str) -> None:
    with folder() as inside:
        save_claims(claims, inside / name)

        assert claims == loaded(inside / name)


@settings(max_examples=80, deadline=None)
@given(claims=corpora(), name=st.sampled_from(["c", "c.jsonl"]))
def test_several_sources_load_back_equal(claims: Claims, name: str) -> None:
    with folder() as inside:
        save_claims(claims, inside / name)

        assert claims == loaded(inside / name)


def bytes_of(path: Path) -> dict[str, bytes]:
    paths = [path] if path.is_file() else sorted(path.rglob("*.*"))
    return {each.name: each.read_bytes() for each in paths}


@settings(max_examples=40, deadline=None)
@given(claims=corpora(), name=st.sampled_from(["c", "c.jsonl"]))
def test_what_was_loaded_saves_to_the_same_bytes(claims: Claims, name: str) -> None:
    with folder() as first, folder() as second:
        save_claims(claims, first / name)
        save_claims(claims, first / name)
        save_claims(loaded(first / name), second / name)

        assert bytes_of(first / name) == bytes_of(second / name)


def test_the_bytes_do_not_depend_on_the_seed_of_hashes(tmp_path: Path) -> None:
    code = "import sys, osintkp; osintkp.load_seeds().save(sys.argv[1]); osintkp.load_seeds().save(sys.argv[1] + '.jsonl')"
    digests = set()
    for seed in ("0", "1", "4711"):
        path = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", code, str(path)], env={**os.environ, "PYTHONHASHSEED": seed}, check=True
        )
        saved = [*bytes_of(path).values(), path.with_name(f"{seed}.jsonl").read_bytes()]
        digests.add(sha256(b"".join(saved)).hexdigest())

    assert 1 == len(digests)


@st.composite
def claims_with_texts(draw: st.DrawFn) -> Claims:
    """Draw two sources with texts, and claims that quote them."""
    made, names = [], []
    for name in ("one", "two"):
        text = draw(texts(min_size=1).filter(lambda text: bool(text.strip())))
        coded = Source(id=name, file=draw(st.sampled_from([None, f"{name}.md"]))).attached(text)
        start = draw(st.integers(0, len(text) - 1))
        quote = text[start : draw(st.integers(start + 1, len(text)))]
        spans = (
            [Span(quote=quote, start=start, end=start + len(quote)).located(text)] if quote.strip() else []
        )
        record = osintkp.Statement(text="it is quoted")
        made.append(osintkp.Claim(id=f"{name}/a", source=name, record=record, spans=tuple(spans)))
        names.append(coded)
    return Claims(made, names)


@settings(max_examples=60, deadline=None)
@given(claims=claims_with_texts(), name=st.sampled_from(["c", "c.jsonl"]))
def test_texts_that_are_saved_attach_again_letter_by_letter(claims: Claims, name: str) -> None:
    with folder() as inside:
        save_claims(claims, inside / name, texts=True)
        again = loaded(inside / name)

    assert claims == again
    assert [source.text for source in claims.sources] == [source.text for source in again.sources]
    assert {"verbatim"} >= {str(span.status) for claim in again for span in claim.spans}


def values() -> st.SearchStrategy[object]:
    """Return any data of JSON, half characters and NaN included."""
    single = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    keys = st.sampled_from(["id", "kind", "claim", "actor", "edtf", "quote", "value", "x\x1b"]) | st.text(
        max_size=3
    )
    return st.recursive(
        single,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=6,
    )


KEYS = [
    "id", "quote", "span", "spans", "part", "speaker", "role", "via", "attribution", "said", "stance", "likelihood",
    "credibility", "links", "shipment", "treaty", "meeting", "loss", "limit", "statement", "odd",
]  # fmt: skip
RECORD_KEYS = [
    "sender",
    "item",
    "amount",
    "calibre",
    "when",
    "parties",
    "ratified",
    "participants",
    "window",
    "about",
]


@settings(max_examples=200, deadline=None)
@given(
    claim=st.dictionaries(
        st.sampled_from(KEYS),
        values() | st.dictionaries(st.sampled_from(RECORD_KEYS), values(), max_size=3),
        max_size=6,
    ),
    source=st.dictionaries(
        st.sampled_from(["title", "published", "reliability", "length", "text", "sha256"]), values()
    ),
)
def test_any_data_gives_a_claim_or_a_problem_and_takes_nothing_sound_with_it(
    claim: dict[str, object], source: dict[str, object]
) -> None:
    sound = {"id": "sound", "quote": "w", "treaty": {}}
    data = {"schema": "osintkp/1", "source": {**source, "id": "bad"}, "claim": [{"id": "b1"} | claim, sound]}
    with folder() as inside:
        (inside / "a.json").write_text(json.dumps(data), encoding="utf-8")
        (inside / "good.toml").write_text(GOOD, encoding="utf-8")
        corpus = osintkp.load(inside, lenient=True)

    errors = [
        problem
        for problem in corpus.problems
        if problem.severity == "error" and problem.code != "unknown-claim"
    ]
    assert {"good/a", "good/b", "bad/sound"} <= set(corpus.claims.ids())
    assert (len(corpus.claims) == 4) == (not any(problem.claim for problem in errors))
    for problem in corpus.problems:
        assert str(problem).isascii()
        assert str(problem).isprintable()
        assert len(str(problem)) <= 2000


CODINGS = [case for case in CASES if isinstance(case.content, str) and len(case.content) < 600]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CODINGS))
def test_what_loads_of_a_bad_coding_can_be_saved(case: Case) -> None:
    with folder() as inside:
        (inside / case.file).write_text(str(case.content), encoding="utf-8")
        claims, _ = load_claims([inside])
        save_claims(claims, inside / "saved")

        assert claims == load_claims([inside / "saved"])[0]


@pytest.mark.parametrize("cut", range(0, len(toml("")), 3))
def test_a_coding_cut_anywhere_is_refused_or_loads(cut: int, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(toml("")[:cut])
    (tmp_path / "good.toml").write_text(GOOD)

    assert {"good/a", "good/b"} <= set(osintkp.load(tmp_path, lenient=True).claims.ids())
