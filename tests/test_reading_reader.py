"""The reader from end to end: what it finds, what it drafts, and what it never does."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import osintkp
from osintkp.dates import When
from osintkp.errors import DateError, InvalidValueError, MissingExtraError
from osintkp.file_access import Entry, FilePlace
from osintkp.problems import CodingError
from osintkp.reading.finding import LISTS, Found, find
from osintkp.reading.pages.structure import structure
from osintkp.reading.reader import part_at, read, whole
from osintkp.reading.tokens import Tokens

CHAD = "Chad received about 40 trucks from France on Monday, the defence ministry said."
ETHIOPIA = (
    "Aid reaches Tigray\n\nEthiopia sent 3,000 soldiers to Somalia in June 2023, officials said.\n\n"
    "Kenya denied that it had sold 12 howitzers to the Rapid Support Forces. Turkey pledged $50 million to Mogadishu."
)
PIECES = [
    "Chad", "received", "about", "40", "trucks", "from", "France", "on", "Monday", ",", "said", "denied", "that", "$3 million", "\n\n", ".", '"',
    "3,000", "soldiers", "Sudan", "sent", "to", "12", "percent of", "152 mm", "shells", "\u201c", "\u2019s", "(", "more than", "Port Sudan", "it",
]  # fmt: skip
ANY = (
    st.text(max_size=200)
    | st.text(st.characters(), max_size=60)
    | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
)


def surrogates() -> st.SearchStrategy[str]:
    """Return texts of any code points, half characters included."""
    return st.text(
        st.characters(categories=None, min_codepoint=0, max_codepoint=0x10FFFF)
        | st.characters(categories=["Cs"]),
        max_size=80,
    )


# --- find


def test_found_is_made_list_by_list_and_kept() -> None:
    found = find(CHAD)

    assert [("about 40 trucks", 40.0, "truck", "~")] == [
        (each.quote, each.best, each.unit, each.comparator) for each in found.amounts
    ]
    assert found.amounts[0] is found.amounts[0]
    assert set(found._made) == {"view", "amounts"}
    assert ["TD", "FR"] == [each.actor for each in found.actors if each.by == "name"]


def test_all_lists_are_tuples_in_the_order_of_the_text() -> None:
    found = find(ETHIOPIA, "2023-07-01")

    for name in LISTS:
        each = getattr(found, name)
        assert isinstance(each, tuple)
        assert [mention.start for mention in each] == sorted(mention.start for mention in each)
        assert getattr(found.mentions, name) == list(each)
    assert all(getattr(found, name) for name in LISTS)


def test_what_was_found_prints_as_counts() -> None:
    assert "<Found in 0 characters: 0 amounts, 0 dates, 0 actors, 0 places, 0 items, 0 cues>" == repr(
        find("")
    )
    assert repr(find(CHAD)).startswith(f"<Found in {len(CHAD)} characters: 1 amounts, 1 dates, ")


def test_what_was_found_does_not_change() -> None:
    found = find(CHAD)

    with pytest.raises(AttributeError, match="what was found does not change: cannot set 'text'"):
        found.text = ""
    with pytest.raises(AttributeError, match="cannot delete 'text'"):
        del found.text
    with pytest.raises(AttributeError):
        found.claims  # type: ignore[attr-defined]  # noqa: B018  there is none
    assert CHAD == found.text


def test_two_are_equal_that_are_of_one_text_and_day() -> None:
    assert find(CHAD) == find(CHAD)
    assert find(CHAD) != find(CHAD + " ")
    assert find(CHAD) != find(CHAD, "2024-05-06")
    assert find(CHAD) != CHAD
    assert 2 == len({find(CHAD), find(CHAD), find(CHAD, "2024-05-06")})


def test_found_travels_to_another_process() -> None:
    found = find(CHAD, "2024-05-06")
    assert found.amounts

    again = pickle.loads(pickle.dumps(found))  # noqa: S301  it was made here
    assert (found, found.dates) == (again, again.dates)


@pytest.mark.parametrize("published", ["2024-05-08", When.parse("2024-05-08"), date(2024, 5, 8)])
def test_the_day_of_publication_anchors_dates(published: Any) -> None:
    assert ["2024-05-06"] == [str(each.when) for each in find(CHAD, published).dates]
    assert [True] == [each.anchored for each in find(CHAD, published).dates]


def test_without_a_day_of_publication_no_day_is_made_up() -> None:
    assert all(each.when is None or each.when.earliest is None for each in find(CHAD).dates)


def test_a_day_of_publication_that_is_none_is_refused() -> None:
    with pytest.raises(DateError):
        find(CHAD, "May")
    with pytest.raises(DateError):
        osintkp.read(CHAD, "May")


@settings(max_examples=100, deadline=None)
@given(ANY | surrogates(), st.sampled_from([None, "2024-05-06", "2024-05"]))
def test_any_text_is_found_in_and_read_and_every_quote_is_in_it(text: str, published: str | None) -> None:
    found = find(text, published)
    for name in LISTS:
        for mention in getattr(found, name):
            assert text[mention.start : mention.end] == mention.quote
            assert mention.start < mention.end

    claims = read(text, published)
    (source,) = claims.sources
    assert source.text is not None
    assert len(text) == len(source.text) == source.length
    for claim in claims:
        for span in claim.spans:
            assert source.text[span.start : span.end] == span.quote


# --- read


def test_a_text_becomes_a_corpus_of_one_source() -> None:
    draft = osintkp.read(
        CHAD,
        published="2024-05-08",
        id="wire",
        title="Trucks",
        publisher="A paper",
        author="N",
        address="x",
        language="en",
        file="a.txt",
    )

    (source,) = draft.sources
    assert ("wire", "2024-05-08", CHAD, len(CHAD)) == (
        source.id,
        str(source.published),
        source.text,
        source.length,
    )
    assert ("Trucks", "A paper", "N", "x", "en", "a.txt") == (
        source.title,
        source.publisher,
        source.author,
        source.address,
        source.language,
        source.file,
    )
    assert "draft" == next(iter(osintkp.read(CHAD).sources)).id
    assert None is next(iter(osintkp.read(CHAD).sources)).published


def test_drafts_say_what_the_text_says() -> None:
    (claim,) = osintkp.read(CHAD, published="2024-05-08", id="wire").claims

    assert ("wire/shipment-1", "osintkp-reader") == (claim.id, claim.coder)
    assert ("FR", "TD", '~40 truck "about"', "vehicles/truck", "2024-05-06") == (
        claim.record.of("sender"), claim.record.of("recipient"), str(claim.amount), claim.item, str(claim.when),
    )  # fmt: skip
    assert claim.speaker is not None


def test_a_bad_id_is_refused() -> None:
    with pytest.raises(InvalidValueError) as raised:
        osintkp.read(CHAD, id="a b")

    assert ("bad-id", "id") == (raised.value.code, raised.value.field)


def test_letters_that_no_file_holds_are_replaced_one_for_one(tmp_path: Path) -> None:
    text = "\ud83d\x00 " + CHAD + " \udc00"
    draft = osintkp.read(text, id="wire")

    assert draft.sources["wire"].text == "\ufffd\ufffd " + CHAD + " \ufffd"
    draft.save(tmp_path / "c", texts=True)
    assert draft == osintkp.load(tmp_path / "c")
    assert CHAD == whole(CHAD)
    assert "\u00e9\ufffd" == whole("\u00e9\x00")


def test_drafts_are_saved_with_their_texts_and_load_back_equal(tmp_path: Path) -> None:
    draft = osintkp.read(ETHIOPIA, published="2023-07-01", id="horn")

    assert len(draft.claims) >= 3
    for name in ("c", "c.jsonl"):
        draft.save(tmp_path / name, texts=True)
        again = osintkp.load(tmp_path / name)
        assert draft == again
        assert {"verbatim"} == {str(span.status) for claim in again.claims for span in claim.spans}


def test_the_figure_of_every_draft_stands_in_its_quote() -> None:
    draft = osintkp.read(ETHIOPIA, published="2023-07-01", id="horn")

    findings = draft.check(select=["quote-missing", "figure-not-in-quote"])
    assert [] == [str(each) for each in findings if each.severity != "info"]
    assert [claim.id for claim in draft.claims if claim.amount]


def test_a_heading_is_marked_as_one() -> None:
    page = structure(Tokens(ETHIOPIA))

    assert ["heading", "lede", "body"] == [
        str(part_at(page, ETHIOPIA.index(words))) for words in ("reaches", "sent", "denied")
    ]
    assert "body" == str(part_at(structure(Tokens("")), 0))


def test_the_part_of_a_list_or_byline_is_body() -> None:
    text = "Aid for Goma\n\nThe convoy carried:\n- 20 tents;\n- 3 pumps.\n"

    assert "body" == str(part_at(structure(Tokens(text)), text.index("pumps")))


def test_the_bytes_do_not_depend_on_hashes_or_the_locale(tmp_path: Path) -> None:
    code = "import sys, osintkp; osintkp.read(open(sys.argv[1], encoding='utf-8').read(), '2023-07-01', 'horn').save(sys.argv[2])"
    (tmp_path / "text").write_text(ETHIOPIA, encoding="utf-8")
    saved = set()
    for number, extra in enumerate(
        [{"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C"}]
    ):
        out = tmp_path / f"{number}.toml"
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "text"), str(out)], check=True, env=os.environ | extra
        )
        saved.add(out.read_bytes())

    assert 1 == len(saved)


def said(claims: Iterable[osintkp.Claim], after: int = 0) -> list[tuple[object, ...]]:
    return [
        (claim.record, claim.stance, claim.modality, claim.attribution, tuple(((span.start or 0) - after, span.quote) for span in claim.spans))
        for claim in claims
    ]  # fmt: skip


def test_two_texts_together_say_what_both_say() -> None:
    one = "Uganda shipped 300 tonnes of maize to Juba in March 2022."
    two = "Armenia lost 14 tanks in October 2020, according to Baku."
    together, first, second = (list(read(text)) for text in (f"{one}\n\n{two}", one, two))

    assert first
    assert second
    assert said(together) == said(first) + said(second, -len(one) - 2)


# --- folders


def wrote(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def test_texts_without_a_coding_are_read_when_asked_for(tmp_path: Path) -> None:
    wrote(tmp_path, a_txt=CHAD, sub__b_md=ETHIOPIA)

    assert 0 == len(osintkp.load(tmp_path).sources)
    corpus = osintkp.load(tmp_path, read=True)
    assert ("a", "sub-b") == corpus.sources.ids()
    assert ["a.txt", "sub/b.md"] == [source.file for source in corpus.sources]
    assert {"a", "sub-b"} == {claim.source for claim in corpus.drafts}
    assert () == corpus.problems


def test_what_was_read_is_saved_beside_the_texts_and_not_read_again(tmp_path: Path) -> None:
    wrote(tmp_path, a_txt=CHAD, sub__b_md=ETHIOPIA)
    corpus = osintkp.load(tmp_path, read=True)
    corpus.save(tmp_path)

    assert {"a.toml", "a.txt", "osintkp.sha256", "sub", "sub-b.toml"} == {
        path.name for path in tmp_path.iterdir()
    }
    assert corpus == osintkp.load(tmp_path)
    assert corpus == osintkp.load(tmp_path, read=True)


def test_a_text_that_has_a_coding_is_left_to_it(tmp_path: Path) -> None:
    osintkp.Corpus(claims=read(CHAD, id="mine")).without().save(tmp_path / "c.toml", texts=True)
    wrote(tmp_path, copy_txt=CHAD, new_txt=ETHIOPIA)

    assert ("mine", "new") == osintkp.load(tmp_path, read=True).sources.ids()


def test_a_text_named_by_a_source_that_it_does_not_fit_is_not_read_as_another(tmp_path: Path) -> None:
    draft = osintkp.read(CHAD, id="mine", file="a.txt")
    draft.save(tmp_path / "c.toml")
    wrote(tmp_path, a_txt=ETHIOPIA)

    corpus = osintkp.load(tmp_path, read=True, lenient=True)
    assert ("mine",) == corpus.sources.ids()
    assert ["article-changed"] == [problem.code for problem in corpus.problems]


def test_a_text_can_be_named_itself(tmp_path: Path) -> None:
    wrote(tmp_path, a_txt=CHAD, b_txt=ETHIOPIA)

    assert ("b",) == osintkp.load(tmp_path / "b.txt", read=True).sources.ids()
    with pytest.raises(CodingError, match="neither a folder nor a coding file"):
        osintkp.load(tmp_path / "b.txt")
    with pytest.raises(CodingError, match="no such file"):
        osintkp.load(tmp_path / "c.txt", read=True)
    twice = osintkp.load(tmp_path, tmp_path / "b.txt", read=True)
    assert ("a", "b") == twice.sources.ids()


def test_each_text_gets_an_id_of_its_own(tmp_path: Path) -> None:
    wrote(
        tmp_path,
        a_txt="One.",
        a_md="Two.",
        A__b_txt="Three.",
        **{"é ü!_txt": "Four.", "東京_txt": "Five.", "-_txt": "Six."},
    )

    corpus = osintkp.load(tmp_path, read=True)
    assert {
        "-.txt": "text",
        "A/b.txt": "A-b",
        "a.md": "a",
        "a.txt": "a-2",
        "é ü!.txt": "e-u",
        "東京.txt": "text-2",
    } == {str(source.file): source.id for source in corpus.sources}
    corpus.save(tmp_path)
    assert corpus == osintkp.load(tmp_path, read=True)


def test_a_page_of_the_web_is_read_as_its_text(tmp_path: Path) -> None:
    head = '<title>Trucks</title><meta property="article:published_time" content="2024-05-08T10:00:00Z">'
    wrote(tmp_path, a_html=f"<html lang='en'><head>{head}</head><body><p>{CHAD}</p></body></html>")

    corpus = osintkp.load(tmp_path, read=True)
    (source,) = corpus.sources
    assert CHAD in (source.text or "")
    assert (None, "Trucks", "2024-05-08", "en") == (
        source.file,
        source.title,
        str(source.published),
        source.language,
    )
    corpus.save(tmp_path, texts=True)
    assert corpus == osintkp.load(tmp_path, read=True)


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    wrote(tmp_path, a_txt=CHAD, nul_txt="abcd\x00b" * 3, _hidden_txt="no")
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")

    corpus = osintkp.load(tmp_path, read=True, lenient=True)
    assert ("a",) == corpus.sources.ids()
    assert ["article-encoding", "text-control"] == sorted(problem.code for problem in corpus.problems)
    with pytest.raises(CodingError):
        osintkp.load(tmp_path, read=True)


def test_a_folder_that_cannot_be_listed_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: FilePlace) -> list[Entry]:
        raise InvalidValueError("file-unreadable", "this cannot be read", None, "see its name and rights")

    monkeypatch.setattr("osintkp.coding.files.entries", refuse)
    (problem,) = osintkp.load(tmp_path, read=True, lenient=True).problems
    assert ("file-unreadable", str(tmp_path)) == (problem.code, problem.file)


def test_markdown_tells_of_itself_in_its_head(tmp_path: Path) -> None:
    wrote(tmp_path, a_md=f"---\ntitle: Trucks\ndate: 2024-05-08\nlang: en\n---\n\n{CHAD}\n", b_txt=CHAD)

    page, plain = osintkp.load(tmp_path, read=True).sources
    assert ("Trucks", "2024-05-08", "en", "a.md") == (
        page.title,
        str(page.published),
        page.language,
        page.file,
    )
    assert (None, None, None) == (plain.title, plain.published, plain.language)


def test_linked_folders_and_hidden_ones_are_not_gone_into(tmp_path: Path) -> None:
    wrote(tmp_path / "in", a_txt=CHAD)
    wrote(tmp_path / "out", b_txt=ETHIOPIA)
    wrote(tmp_path / "in" / ".git", c_txt="No.")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "out")

    assert ("a",) == osintkp.load(tmp_path / "in", read=True, lenient=True).sources.ids()


def test_whoever_waits_is_shown_how_far_it_is(tmp_path: Path) -> None:
    wrote(tmp_path, a_txt=CHAD, b_txt=ETHIOPIA)
    shown = []

    def bar(texts: Sequence[Any]) -> Iterable[Any]:
        for text in texts:
            shown.append(f"{text} of {len(texts)}")
            yield text

    corpus = osintkp.load(tmp_path, read=True, progress=bar)
    assert ["a.txt of 2", "b.txt of 2"] == shown
    assert corpus == osintkp.load(tmp_path, read=True)


def test_a_bar_needs_tqdm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrote(tmp_path, a_txt=CHAD)
    monkeypatch.setitem(sys.modules, "tqdm", None)

    with pytest.raises(
        MissingExtraError, match=r'^a progress bar needs tqdm: pip install "osintkp\[progress\]"$'
    ):
        osintkp.load(tmp_path, read=True, progress=True)


def test_a_bar_is_the_one_of_tqdm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrote(tmp_path, a_txt=CHAD)
    seen: list[object] = []

    class Fake:
        @staticmethod
        def tqdm(texts: Sequence[object]) -> Sequence[object]:
            seen.extend(texts)
            return texts

    monkeypatch.setitem(sys.modules, "tqdm", Fake)
    assert ("a",) == osintkp.load(tmp_path, read=True, progress=True).sources.ids()
    assert 1 == len(seen)


def test_the_front_door_gives_what_the_reader_gives() -> None:
    assert isinstance(osintkp.find(CHAD), Found)
    assert osintkp.read(CHAD).claims == read(CHAD)


# --- laws over generated reports

GIVERS = ["Uganda", "Turkey", "Algeria", "Brazil"]
TAKERS = ["Somalia", "Armenia", "Haiti", "Mali"]
VERBS = ["sent", "delivered", "shipped", "supplied", "pledged", "promised", "sold"]
FIGURES = [
    "40 trucks", "about 3,000 rifles", "more than 12 howitzers", "between 20 and 25 tanks", "two million rounds", "dozens of drones",
    "$3.5 million in aid", "1,200 tonnes of maize", "up to 500 rockets", "half a million shells", "several hundred vehicles",
    "70 containers of ammunition", "6 to 8 helicopters", "at least 900,000 barrels of diesel", "a dozen radars", "thousands of grenades",
]  # fmt: skip
TAILS = [
    "",
    " in March 2022",
    " since 2019",
    ", officials said",
    ", according to Reuters",
    " last week",
    " on Monday, Reuters reported",
]


@st.composite
def reports(draw: st.DrawFn) -> str:
    """Draw a sentence on goods that one state passes to another."""
    giver, taker, verb, what, tail = (
        draw(st.sampled_from(each)) for each in (GIVERS, TAKERS, VERBS, FIGURES, TAILS)
    )
    form = draw(
        st.sampled_from(
            [
                "{g} {v} {w} to {t}{x}.",
                "{g} has not {v} {w} to {t}{x}.",
                "{g} denied that it had {v} {w} to {t}{x}.",
            ]
        )
    )
    return form.format(g=giver, v=verb, w=what, t=taker, x=tail)


@settings(max_examples=60, deadline=None)
@given(st.lists(reports(), min_size=1, max_size=3))
def test_the_figure_of_any_draft_can_be_derived_from_its_words(sentences: list[str]) -> None:
    draft = osintkp.read("\n\n".join(sentences), "2023-05-08", "x")

    findings = draft.check(select=["quote-missing", "figure-not-in-quote"])
    assert [] == [str(each) for each in findings if each.severity != "info"]


@settings(max_examples=60, deadline=None)
@given(reports(), reports())
def test_two_reports_together_say_what_each_says(one: str, two: str) -> None:
    first, second, both = (list(read(text, "2023-05-08")) for text in (one, two, f"{one}\n\n{two}"))

    assert said(both) == said(first) + said(second, -len(one) - 2)


@settings(max_examples=20, deadline=None)
@given(reports())
def test_what_is_read_is_saved_and_loaded_equal(sentence: str) -> None:
    from osintkp.coding.making import made_claim
    from osintkp.coding.saving import claim_data

    claims = read(sentence, "2023-05-08", "x")
    for claim in claims:
        assert claim == made_claim(claims.sources["x"], claim_data(claim))[0]


@pytest.mark.parametrize("end", ["U.S.-", "U.S.-\n", "U.S.-sanctioned", "U.S.-'", "'s-", "-"])
def test_a_text_may_end_in_a_hyphen(end: str) -> None:
    (claim,) = osintkp.read(f"Chad got 40 trucks from the {end}", id="wire").claims

    assert "40 truck" == str(claim.amount)
