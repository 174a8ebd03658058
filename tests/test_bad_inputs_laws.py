"""Laws of bad inputs: what is bad changes nothing that is good, nothing is dropped in silence, and a quote is what stands there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import osintkp
from badinputs import ACCEPTED, CASES
from badinputs.writing import GOOD_CLAIMS, GOOD_FILES, Case, Sound, lay, put
from osintkp.evidence import Span
from osintkp.problems import Problem
from osintkp.vocabulary.scales import Severity, SpanStatus

HEAD: dict[str, Any] = {"schema": "osintkp/1", "source": {"id": "bad"}}
SMALL = [case for case in CASES if not case.alone and len(case.content or "") < 20_000]
SMALL_SOUND: list[Case | Sound] = [
    case for case in ACCEPTED if len(case.content or "") < 20_000 and case.name[0] != "R"
]
ENDINGS = (".toml", ".json", ".jsonl", ".txt", ".md", ".html", ".yaml", ".tmp", "")
UNMET = {"quote-missing", "span-mismatch", "span-ambiguous"}


def name_of(case: Case | Sound) -> str:
    return case.name


@contextmanager
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as name:
        inside = Path(name, "codings")
        inside.mkdir()
        yield inside


def given_by_good(corpus: osintkp.Corpus) -> list[object]:
    """Return all that the good codings give: claims, sources, texts, how quotes were met, and what is told of them."""
    claims = [claim for claim in corpus.claims if claim.id in GOOD_CLAIMS]
    sources = [source for source in corpus.sources if source.id in ("good", "read")]
    told = [str(each) for each in corpus.problems if Path(each.file or "").name in GOOD_FILES]
    met = [[(span.start, span.end, span.status) for span in claim.spans] for claim in claims]
    return [claims, sources, [source.text for source in sources], met, told]


def good_alone() -> list[object]:
    with folder() as inside:
        put(inside, GOOD_FILES)
        return given_by_good(osintkp.load(inside))


GOOD = good_alone()


def mutated(content: bytes, place: int, instead: bytes, length: int) -> bytes:
    at = place % (len(content) + 1)
    return content[:at] + instead + content[at + length :]


def stray_files() -> st.SearchStrategy[dict[str, bytes]]:
    """Return files of any bytes, and codings with any bytes in them, whose names come behind those of the good ones."""
    names = st.builds("z{}{}".format, st.integers(0, 9), st.sampled_from(ENDINGS))
    codings = [
        case.content if isinstance(case.content, bytes) else case.content.encode()
        for case in SMALL
        if case.content
    ]
    changed = st.builds(
        mutated, st.sampled_from(codings), st.integers(0, 5000), st.binary(max_size=6), st.integers(0, 40)
    )
    return st.dictionaries(names, st.binary(max_size=200) | changed, min_size=1, max_size=3)


@settings(max_examples=150, deadline=None)
@given(files=stray_files())
def test_any_file_beside_good_codings_changes_nothing_that_they_give(files: dict[str, bytes]) -> None:
    with folder() as inside:
        put(inside, {**GOOD_FILES, **files})
        corpus = osintkp.load(inside, lenient=True)

    assert GOOD == given_by_good(corpus)
    for problem in corpus.problems:
        assert str(problem).isascii()
        assert str(problem).isprintable()
        assert len(str(problem)) <= 2000


@settings(max_examples=60, deadline=None)
@given(cases=st.lists(st.sampled_from(SMALL_SOUND + SMALL), min_size=2, max_size=4, unique_by=name_of))  # fmt: skip
def test_several_bad_inputs_in_folders_of_their_own_change_nothing_either(cases: list[Case | Sound]) -> None:
    with folder() as inside:
        for number, case in enumerate(cases):
            below = inside / f"z{number}" / "codings"
            below.mkdir(parents=True)
            lay(case, below)
            for name in (*GOOD_FILES, "../secret.txt"):
                (below / name).unlink()
        put(inside, GOOD_FILES)
        corpus = osintkp.load(inside, lenient=True)

    assert GOOD == given_by_good(corpus)


def test_files_that_are_good_give_what_is_compared() -> None:
    claims, sources, *_ = GOOD

    assert (3, 2) == (len(claims), len(sources))  # type: ignore[arg-type]


ODD: list[Any] = [
    {"id": "x", "treaty": {}, "quote": ["a"]}, {"treaty": {}}, {"id": "../x", "treaty": {}}, {"id": "x"}, 7, None, [], "x", {},
    {"id": "x", "loss": {"amount": "5 MT"}}, {"id": "x", "loss": {"when": "sat"}}, {"id": "x", "loss": {"amount": 5, "odd": 1}},
    {"id": "x", "treaty": {}, "limit": {}}, {"id": "x", "loss": {"actor": "Kim \u202egnoJ"}}, {"id": "x", "treaty": {}, "quote": "\ud800"},
]  # fmt: skip


@st.composite
def claims_of_a_coding(draw: st.DrawFn) -> tuple[list[Any], int]:
    """Draw the claims of a coding, sound and odd ones mixed, and how many are sound."""
    kinds = draw(st.lists(st.sampled_from(["sound", "odd", "again"]), max_size=8))
    claims: list[Any] = []
    for number, kind in enumerate(kinds):
        if kind == "sound":
            claims.append({"id": f"c{number}", "quote": "w", "treaty": {}})
        elif kind == "odd":
            odd = draw(st.sampled_from(ODD))
            mended = {**odd, "id": f"o{number}"} if isinstance(odd, dict) and odd.get("id") == "x" else odd
            claims.append(mended)
        else:
            claims.append({"id": "again" if draw(st.booleans()) else "AGAIN", "quote": "w", "treaty": {}})
    sound = kinds.count("sound") + min(1, kinds.count("again"))
    return claims, sound


def dropped(problems: tuple[Problem, ...], form: str, heads: int) -> int:
    """Return how many claims a load says that it has left out."""
    errors = [each for each in problems if each.severity is Severity.ERROR]
    lost = sum(
        int(found[1]) for each in errors if (found := re.search(r"\((\d+) claims? left out", each.message))
    )
    if form == "jsonl":
        return lost + len(
            {each.line for each in errors if each.claim is not None or (each.line or 0) > heads}
        )
    own = [each for each in errors if each.claim is not None]
    twice = sum(each.code == "duplicate-id" for each in own)
    return lost + twice + len({each.claim for each in own if each.code != "duplicate-id"})


@settings(max_examples=150, deadline=None)
@given(drawn=claims_of_a_coding(), form=st.sampled_from(["json", "jsonl"]), head=st.sampled_from(["sound", "future"]))  # fmt: skip
def test_what_is_kept_and_what_is_dropped_is_all_that_is_there(
    drawn: tuple[list[Any], int], form: str, head: str
) -> None:
    claims, sound = drawn
    top = HEAD if head == "sound" else {**HEAD, "schema": "osintkp/99"}
    whole = json.dumps({**top, "claim": claims})
    lines = "\n".join(json.dumps(each) for each in [top, *({"claim": each} for each in claims)])
    with folder() as inside:
        put(inside, {f"z.{form}": whole if form == "json" else lines})
        corpus = osintkp.load(inside, lenient=True)

    assert len(claims) == len(corpus.claims) + dropped(corpus.problems, form, heads=1)
    assert (sound if head == "sound" else 0) == len(corpus.claims)


LETTERS = st.text(st.sampled_from("abc \u00e9e\u0301\u0323\u2019'\u2013-\r\n\U0001f600\u200b\u202e7,"), min_size=1, max_size=40)  # fmt: skip


def counted(text: str, unit: str) -> int:
    """Return the length of a text in another unit than code points."""
    if unit == "bytes":
        return len(text.encode())
    if unit == "UTF-16 units":
        return len(text.encode("utf-16-le")) // 2
    return len(text.replace("\r\n", "\n")) if unit == "line ends" else len(text)


@st.composite
def quoted_texts(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Draw a text, and a claim that quotes it: rightly, with offsets that count something else, or wrongly."""
    text = draw(LETTERS)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    quote = draw(st.sampled_from([text[start:end], text[start:end].replace("\u2019", "'"), "abc"]))
    unit = draw(st.sampled_from(["characters", "bytes", "UTF-16 units", "line ends", "nothing"]))
    claim: dict[str, Any] = {"id": "b1", "quote": quote, "treaty": {}}
    if unit != "nothing":
        claim["span"] = [counted(text[:start], unit), counted(text[:start], unit) + len(quote)]
    return text, claim


def stands_there(span: Span, text: str) -> bool:
    if span.start is None or span.end is None:
        return False
    there = text[span.start : span.end]
    plain = str.maketrans("\u2019\u2013", "'-")
    inside = 0 <= span.start < span.end <= len(text)
    alike = there.translate(plain).split() == span.quote.translate(plain).split()
    return inside and (there == span.quote if span.status is SpanStatus.VERBATIM else alike)


@settings(max_examples=300, deadline=None)
@given(quoted_texts())
def test_every_kept_claim_quotes_what_stands_at_its_span_or_is_told(
    drawn: tuple[str, dict[str, Any]],
) -> None:
    text, claim = drawn
    head = {"schema": "osintkp/1", "source": {"id": "bad", "text": "bad.txt"}}
    with folder() as inside:
        put(inside, {"bad.json": json.dumps({**head, "claim": [claim]}), "bad.txt": text})
        corpus = osintkp.load(inside, lenient=True)

    codes = {each.code for each in corpus.problems}
    for each in corpus.claims:
        (span,) = each.spans
        assert claim["quote"] == span.quote
        assert (span.status is SpanStatus.MISSING) == bool(codes & UNMET)
        assert span.status is SpanStatus.MISSING or stands_there(span, text)
    assert len(corpus.claims) == (0 if codes & {"empty-quote", "text-marks"} else 1)


@settings(max_examples=150, deadline=None)
@given(before=LETTERS, unit=st.sampled_from(["bytes", "UTF-16 units", "line ends"]))
def test_the_right_span_is_named_for_offsets_that_count_something_else(before: str, unit: str) -> None:
    text = f"{before} Some 12 trucks"
    start = text.index("Some 12")
    coded = counted(text[:start], unit)
    claim = {"id": "b1", "quote": "Some 12 trucks", "span": [coded, coded + 14], "treaty": {}}
    head = {"schema": "osintkp/1", "source": {"id": "bad", "content": text}}
    with folder() as inside:
        put(inside, {"bad.json": json.dumps({**head, "claim": [claim]})})
        corpus = osintkp.load(inside, lenient=True)

    if coded == start:
        assert () == corpus.problems
    else:
        (problem,) = corpus.problems
        assert f"write [{start}, {start + 14}]: the span counts " in problem.fix
