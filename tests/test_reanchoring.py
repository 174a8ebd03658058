"""Reanchoring: a quote is found in a changed article where it surely stands, and nowhere else."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from osintkp.claims import Claims
from osintkp.command import main
from osintkp.errors import InvalidValueError, UnknownIdError
from osintkp.evidence import Source, Span
from osintkp.reanchoring import MOST_PLACES, How, Move

OLD = "Juba says 12 trucks came. Later, 12 trucks left for Malakal."


def corpus(*spans: Span, text: str | None = OLD) -> osintkp.Corpus:
    """Return a corpus with a claim on each span of the source ``wire``, and one on another source."""
    digest = sha256(OLD.encode()).hexdigest()
    source = Source(id="wire", sha256=digest, length=len(OLD), notes="coded in haste", text=text)
    record = osintkp.Loss(actor="SS")
    claims = [
        osintkp.Claim(id=f"wire/{n}", source="wire", record=record, spans=(each,))
        for n, each in enumerate(spans)
    ]
    other = osintkp.Claim(
        id="other/a", source="other", record=record, spans=(Span(quote="12 trucks", start=3, end=12),)
    )
    return osintkp.Corpus(claims=Claims([*claims, other], [source, Source(id="other")]))


def quoted(quote: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = OLD.index(quote, start + 1)
    return Span(quote=quote, start=start, end=start + len(quote))


def moved(span: Span, new: str, *, text: str | None = OLD) -> tuple[Move, Span]:
    made, log = corpus(span, text=text).reanchor("wire", new)
    (move,) = log.moves
    (found,) = made.claims["wire/0"].spans
    assert span.quote == found.quote == move.quote
    if move.new is None:
        assert (None, None, "missing") == (found.start, found.end, str(found.status))
    else:
        assert (*move.new, "verbatim") == (found.start, found.end, str(found.status))
        assert span.quote == new[slice(*move.new)]
    return move, found


@pytest.mark.parametrize(
    ("span", "new", "how", "place"),
    [
        (quoted("Malakal"), OLD, How.UNCHANGED, (52, 59)),
        (quoted("Malakal"), f"Update: {OLD}", How.ONLY_PLACE, (60, 67)),
        (quoted("Malakal"), OLD.replace("Malakal", "Bor"), How.MISSING, None),
        (quoted("Malakal"), OLD.replace("Malakal", "malakal"), How.MISSING, None),
        (quoted("12 trucks"), OLD, How.UNCHANGED, (10, 19)),
        (quoted("12 trucks"), f"Update: {OLD}", How.WORDS_AROUND, (18, 27)),
        (quoted("12 trucks", 1), f"12 trucks? {OLD}", How.WORDS_AROUND, (44, 53)),
        (quoted("12 trucks", 1), "Later, 12 trucks left for Malakal. Juba says 12 trucks came.", How.WORDS_AROUND, (7, 16)),
        (quoted("12 trucks", 1), "So 12 trucks; or 12 trucks!", How.ORDER, (17, 26)),
        (quoted("12 trucks"), "12 trucks, 12 trucks and 12 trucks", How.AMBIGUOUS, None),
        (quoted("12 trucks"), "At last 12 trucks came.", How.ONLY_PLACE, (8, 17)),
        (Span(quote="12 trucks"), "At last 12 trucks came.", How.ONLY_PLACE, (8, 17)),
        (Span(quote="12 trucks"), OLD, How.AMBIGUOUS, None),
        (Span(quote="12 trucks", prefix="Later, "), f"Now: {OLD}", How.ONLY_PLACE, (38, 47)),
        (Span(quote="12 trucks", prefix="Later, "), "Then 12 trucks left.", How.ONLY_PLACE, (5, 14)),
    ],
)  # fmt: skip
def test_a_quote_is_placed_where_it_surely_stands(
    span: Span, new: str, how: How, place: tuple[int, int] | None
) -> None:
    move, _ = moved(span, new)

    was = None if span.start is None else (span.start, span.end)
    assert (how, place, was) == (move.how, move.new, move.old)


def test_an_ambiguous_quote_is_listed_with_its_places() -> None:
    move, _ = moved(Span(quote="12 trucks"), OLD)

    assert ((10, 19), (33, 42)) == move.places


def test_without_the_old_text_an_unchanged_place_alone_decides() -> None:
    assert How.UNCHANGED is moved(quoted("12 trucks", 1), OLD, text=None)[0].how
    assert How.AMBIGUOUS is moved(quoted("12 trucks", 1), f" {OLD}", text=None)[0].how


def test_words_beside_a_quote_that_have_changed_do_not_stay_with_it() -> None:
    _, found = moved(Span(quote="12 trucks", prefix="Later, "), "Then 12 trucks left.")
    _, same = moved(Span(quote="12 trucks", prefix="Later, "), f"Now: {OLD}")

    assert (None, "Later, ") == (found.prefix, same.prefix)


def test_a_quote_of_other_spacing_is_placed_and_its_status_says_so() -> None:
    made, log = corpus(quoted("12 trucks came")).reanchor("wire", "Now 12  trucks came.")

    assert (4, 19) == log.moves[0].new
    assert "normalised" == str(made.claims["wire/0"].spans[0].status)


def test_a_quote_at_very_many_places_is_ambiguous_at_once() -> None:
    move, _ = moved(quoted("12 trucks"), f"{OLD} {'12 trucks ' * MOST_PLACES}")

    assert (How.AMBIGUOUS, 10) == (move.how, len(move.places))


def test_the_source_gets_the_new_text_and_a_note_with_both_hashes() -> None:
    new = f"Update: {OLD}"
    before = corpus(quoted("Malakal"), quoted("Juba"), quoted("12 trucks"))
    made, log = before.reanchor("wire", new, on="2024-05-06")

    old, now = (sha256(text.encode()).hexdigest() for text in (OLD, new))
    told = f"reanchored on 2024-05-06 from sha256 {old} to {now}: 2 only place, 1 words around"
    source = made.sources["wire"]
    assert (new, now, len(new), f"coded in haste\n{told}") == (
        source.text,
        source.sha256,
        source.length,
        source.notes,
    )
    assert (old, now, "2024-05-06", told) == (log.before, log.after, log.on, log.summary())
    assert before.claims["other/a"] == made.claims["other/a"]
    assert before.sources["other"] == made.sources["other"]
    assert OLD == before.sources["wire"].text
    written = json.loads(log.to_json())
    assert (old, now) == (written["before"], written["after"])
    assert {
        "claim": "wire/0",
        "quote": "Malakal",
        "old": [52, 59],
        "new": [60, 67],
        "how": "only place",
        "places": [],
    } == written["moves"][0]


def test_what_was_reanchored_saves_and_loads_with_its_note(tmp_path: Path) -> None:
    made, _ = corpus(quoted("Malakal"), quoted("Juba")).reanchor("wire", f"Update: {OLD}")
    made.save(tmp_path / "c", texts=True)

    assert made == osintkp.load(tmp_path / "c")


def test_an_unknown_source_and_an_empty_text_are_refused() -> None:
    with pytest.raises(UnknownIdError):
        corpus().reanchor("wine", OLD)
    with pytest.raises(InvalidValueError) as raised:
        corpus().reanchor("wire", " \n")
    assert ("article-blank", "the new text has no words") == (raised.value.code, raised.value.what)
    with pytest.raises(InvalidValueError, match="half a character"):
        corpus().reanchor("wire", "a\ud83d")


def test_the_log_is_shown_as_a_table_and_escaped() -> None:
    _, log = corpus(quoted("Juba"), Span(quote="<b>\x1b[31m")).reanchor("wire", OLD)

    assert "1 unchanged, 1 missing" in str(log)
    assert [
        "wire/0  Juba         (0, 4)  (0, 4)  unchanged",
        "wire/1  <b>\\x1b[31m  -       -       missing",
    ] == str(log).splitlines()[2:]
    assert "<b>\x1b" not in log._repr_html_()
    assert ("wire/1",) == tuple(move.claim for move in log.open)


@given(st.text(alphabet="ab .", min_size=1, max_size=30).filter(str.strip), st.data())
def test_whatever_was_inserted_no_quote_is_placed_at_other_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    cut = data.draw(st.integers(0, len(text)))
    new = text[:cut] + data.draw(st.text(alphabet="ab .", max_size=9)) + text[cut:]
    quote = text[start:end]
    if not quote.strip():
        return
    span = Span(quote=quote, start=start, end=end)
    claim = osintkp.Claim(id="w/a", source="w", record=osintkp.Loss(), spans=(span,))
    made, log = osintkp.Corpus(claims=Claims([claim], [Source(id="w").attached(text)])).reanchor("w", new)
    found = made.claims["w/a"].spans[0]

    assert quote == found.quote
    if log.moves[0].new is None:
        assert found.start is None
    else:
        assert new[found.start : found.end].split() == quote.split()


def test_the_command_shows_and_saves_what_moved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus(quoted("Malakal"), quoted("Juba")).select(source="wire").save(tmp_path / "c", texts=True)
    text = tmp_path / "c" / "wire.txt"
    text.write_text(OLD.replace("Juba", "Now Wau"))

    assert 1 == main(["reanchor", str(tmp_path / "c"), str(text)])
    told = capsys.readouterr()
    assert "1 only place, 1 missing" in told.out
    assert "not placed: wire/1: missing\n" == told.err
    text.write_text(f"Update: {OLD}")
    words = ["reanchor", str(tmp_path / "c"), str(text), "--on", "2024-05-06", "--source", "wire"]
    assert 0 == main([*words, "--to", str(tmp_path / "new.toml"), "--log", str(tmp_path / "log.json")])
    assert "2 only place" in capsys.readouterr().out
    assert "wire" == json.loads((tmp_path / "log.json").read_text())["source"]
    made = osintkp.load(tmp_path / "new.toml", texts=tmp_path / "c")
    assert 60 == made.claims["wire/0"].spans[0].start
    assert "reanchored on 2024-05-06" in str(made.sources["wire"].notes)


def test_the_command_refuses_a_coding_with_other_faults(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.toml").write_text('schema = "osintkp/1"\n[source]\nid = "wire"\nodd = 1\n')
    (tmp_path / "new.txt").write_text(OLD)

    assert 2 == main(["reanchor", str(tmp_path / "a.toml"), str(tmp_path / "new.txt")])
    assert "[unknown-key]" in capsys.readouterr().err
