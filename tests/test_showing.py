"""An article with its quoted words marked, its claims and findings beside them."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from osintkp import Source, Span
from osintkp.claims import Claims
from osintkp.errors import InvalidValueError, UnknownIdError
from osintkp.findings import Finding, Findings
from osintkp.showing import links as links_module
from osintkp.showing.article import Shown
from osintkp.showing.links import Links, anchor, place
from osintkp.vocabulary.scales import Severity, Verdict
from parsed import PAYLOADS, dead_links, harm, having, ids, page, part, shown, told

TEXT = "Aid for Goma\n\nThe ministry said 12 trucks came.\nNobody saw 12 trucks, or 3 ships.\n"


def at(name: str, *places: tuple[int, int], text: str = TEXT, **more: Any) -> osintkp.Claim:
    spans = tuple(Span(quote=text[start:end], start=start, end=end) for start, end in places)
    return attrs.evolve(claim(name, "loss", **more), spans=spans)


def found(*claims: str, severity: Severity = Severity.WARNING, message: str = "it does not fit") -> Finding:
    return Finding(
        code="QTY1",
        name="a-check",
        severity=severity,
        verdict=Verdict.UNDECIDED,
        message=message,
        claims=claims,
    )


def shows(*claims: osintkp.Claim, findings: tuple[Finding, ...] = (), **fields: Any) -> Shown:
    source = Source(**({"id": "a", "text": TEXT} | fields))
    return Shown(source=source, claims=claims, findings=findings)


def body(shown: Shown) -> Element:
    return page(shown.page())


def text_of(root: Element) -> str:
    return "".join(told(each) for each in having(root, "text"))


TRUCKS, SHIPS = at("a/trucks", (32, 41)), at("a/ships", (73, 80), speaker="zz-un")


def test_the_words_of_claims_are_marked_and_numbered_in_their_order() -> None:
    root = body(shows(SHIPS, TRUCKS))
    marks = [told(each) for row in having(root, "text") for each in row.iter("mark")]

    assert ["12 trucks", "3 ships"] == marks
    assert [("1", "words-a/trucks", "#claim-a/trucks"), ("2", "words-a/ships", "#claim-a/ships")] == [
        (each.get("data-number"), each.get("id"), each.get("href")) for each in having(root, "ref")
    ]
    assert ["claim 1, a/trucks", "claim 2, a/ships"] == [
        each.get("aria-label") for each in having(root, "ref")
    ]


def test_a_claim_stands_beside_the_line_that_its_words_begin_in() -> None:
    rows = having(body(shows(TRUCKS, SHIPS)), "row")

    assert [[], ["claim-a/trucks"], ["claim-a/ships"]] == [
        [str(each.get("id")) for each in having(row, "note")] for row in rows
    ]
    assert [
        "Aid for Goma\n\n",
        "The ministry said 12 trucks came.\n",
        "Nobody saw 12 trucks, or 3 ships.\n",
    ] == [text_of(row) for row in rows]


def test_words_that_claims_share_are_marked_once_for_all() -> None:
    one, other = at("a/1", (32, 41)), at("a/2", (32, 46))
    root = body(shows(one, other))
    marks = [(told(each), each.get("title")) for each in having(root, "text")[1].iter("mark")]

    assert [("12 trucks", "a/1, a/2"), (" came", "a/2")] == marks
    assert ["1", "2"] == [each.get("data-number") for each in having(root, "ref")]


def test_the_names_over_one_passage_are_told_up_to_six() -> None:
    root = body(shows(*(at(f"a/{n}", (32, 41)) for n in range(7))))

    assert ["a/0, a/1, a/2, a/3, a/4, a/5 and more"] == [
        each.get("title") for each in having(root, "text")[1].iter("mark")
    ]


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ((), None),
        (("info",), None),
        (("info", "warning"), "marked-warning"),
        (("warning", "error"), "marked-error"),
    ],
)
def test_a_passage_has_the_colour_of_the_gravest_finding_about_it(
    severities: tuple[str, ...], expected: str | None
) -> None:
    told_of = tuple(found("a/trucks", severity=Severity(each), message=each) for each in severities)
    marks = having(body(shows(TRUCKS, findings=told_of)), "text")[1].iter("mark")

    assert [expected] == [each.get("class") for each in marks]


def test_a_claim_with_several_passages_is_linked_at_the_first() -> None:
    root = body(shows(at("a/1", (59, 68), (32, 41))))

    assert ["words-a/1"] == [each.get("id") for each in having(root, "ref")]
    assert ["1"] == [each.get("data-number") for each in having(having(root, "text")[1], "ref")]
    assert len(set(ids(root))) == len(ids(root))


def test_a_note_says_who_says_what_and_what_was_found() -> None:
    denied = at("a/ships", (73, 80), speaker="rsf", stance="denies", actor="SD", amount="3 ship")
    root = body(shows(denied, findings=(found("a/ships", "b/1", message="<3> of 4"),)))
    note = having(root, "note")[0]

    assert told(note).startswith("1 ships rsf (denies)loss · SD > ? · 3 ship")
    assert "warning a-check: <3> of 4" in told(note)
    assert ["1 finding about a/ships"] == [told(each) for each in note.iter("summary")]


def test_a_draft_is_called_one() -> None:
    draft = osintkp.read("Chad received 40 trucks from France in June 2023.", id="a")
    notes = having(page(draft.show().page()), "note")

    assert ["draft"] == [told(each) for each in having(notes[0], "badge")][:1]


def test_of_very_many_findings_about_one_claim_forty_are_told() -> None:
    told_of = tuple(found("a/trucks", message=str(n)) for n in range(42))
    items = [told(each) for each in body(shows(TRUCKS, findings=told_of)).iter("li")]

    assert 41 == len(items)
    assert "and 2 more" == items[-1]


def test_a_quote_that_is_not_in_the_text_stands_below_it() -> None:
    lost, outside = claim("a/lost", "loss", quote="50 <tanks>"), at("a/out", (32, 41))
    outside = attrs.evolve(outside, spans=(Span(quote="x", start=70, end=9_000),))
    root = body(shows(lost, TRUCKS, outside))

    assert ["Quoted, but not found in the text"] == [told(each) for each in having(root, "adrift")]
    assert ["“" not in told(each) for each in having(root, "note")] == [True, True, True]
    assert ["50 <tanks>", "x"] == [told(each) for each in root.iter("q")]
    assert ["#words-a/trucks"] == [each.get("href") for each in having(root, "back") if each.tag == "a"]


def test_without_a_text_the_claims_alone_are_shown() -> None:
    root = body(shows(TRUCKS, attrs.evolve(SHIPS, spans=()), text=None))

    assert [] == having(root, "text")
    assert ["Claims"] == [told(each) for each in having(root, "adrift")]
    assert ["12 trucks"] == [told(each) for each in root.iter("q")]
    assert "The text of this source is not at hand" in told(root)


@pytest.mark.parametrize("text", ["", "\n", "\n\n", "a"])
def test_an_article_of_next_to_nothing_is_shown(text: str) -> None:
    assert text == text_of(body(shows(text=text)))


def test_the_head_tells_where_the_article_is_from() -> None:
    root = body(
        shows(
            title="Aid & trade", publisher="Nile Wire", author="A. B.", published=osintkp.When.parse("2023-04"),
            address="https://example.org/x?a=1&b=2",
        )
    )  # fmt: skip
    lines = [told(each) for each in having(root, "soft")]

    assert (
        "a · Nile Wire · A. B. · 2023-04 · reliability F (Reliability cannot be judged) · 0 claims · 0 findings"
        in lines
    )
    assert ["Aid & trade"] == [told(each) for each in root.iter("h1")]
    assert [("https://example.org/x?a=1&b=2", "noreferrer")] == [
        (each.get("href"), each.get("rel")) for each in root.iter("a")
    ]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://example.org", "example.org/a", "//example.org"]
)
def test_an_address_that_is_no_page_of_the_web_is_told_and_no_link(address: str) -> None:
    root = body(shows(address=address))

    assert [] == list(root.iter("a"))
    assert address in told(root)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("English of sorts", None),
        ('en" onclick="x', None),
        (None, None),
        ("e", None),
    ],
)
def test_the_language_of_the_text_is_told_where_it_is_one(language: str | None, expected: str | None) -> None:
    assert [expected] == [each.get("lang") for each in having(body(shows(language=language)), "text")]


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6))
def test_the_text_of_the_page_is_the_text_of_the_article(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(start, min(start + length, len(text))) for start, length in places if start < len(text)]
    claims = [at(f"a/{n}", span, text=text) for n, span in enumerate(spans) if text[slice(*span)].strip()]
    root = part(shows(*claims, text=text)._repr_html_())

    assert shown(text).replace("\n", "") == text_of(root).replace("\n", "")
    assert shown(text.replace("\r", "\n")) == text_of(root) or "\r" in text
    assert sorted(f"claim-{each.id}" for each in claims) == sorted(
        str(n.get("id")) for n in having(root, "note")
    )
    assert [] == dead_links(root)
    assert len(set(ids(root))) == len(ids(root))


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_hostile_article_is_inert(payload: str) -> None:
    text = f"He wrote {payload} at 6,700 containers.\n"
    one = at("a/1", (9, 9 + len(payload)), text=text, place=payload, speaker="zz-x")
    fields = dict.fromkeys(("title", "publisher", "author", "language", "address"), payload)
    root = body(shows(one, findings=(found("a/1", message=payload),), text=text, **fields))

    assert [] == list(harm(root))
    assert shown(text) == text_of(root)
    assert shown(payload) in [told(each) for each in root.iter("mark")]
    assert [] == list(root.iter("script"))


def test_a_text_that_is_too_long_for_a_page_is_cut_and_says_so() -> None:
    text = "x" * 200_000 + " 12 trucks"
    root = body(shows(at("a/1", (200_001, 200_010), text=text), text=text))

    assert 200_000 == len(text_of(root))
    assert "The text goes on for 10 more letters." in told(root)
    assert [] == having(root, "ref")
    assert [] == dead_links(root)
    assert 200_000 == links_module.LONGEST_TEXT


def test_a_page_of_an_article_lets_nothing_run() -> None:
    policy = next(each.get("content", "") for each in body(shows()).iter("meta") if each.get("http-equiv"))

    assert "default-src 'none'; style-src 'sha256-" in policy
    assert "; img-src data:; script-src 'none'; base-uri 'none'; form-action 'none'" in policy


def test_a_source_shows_itself_as_a_corpus_knows_it() -> None:
    some = corpus(claim("a/1", "loss"), claim("b/1", "loss"))
    shown = some.sources["b"].show(some)

    assert (some.sources["b"], ("b/1",)) == (shown.source, tuple(each.id for each in shown.claims))
    assert some.show("b") == shown
    with pytest.raises(UnknownIdError):
        Source(id="c").show(some)


def test_one_article_is_shown_at_a_time() -> None:
    some = corpus(claim("a/1", "loss"), claim("b/1", "loss"))

    with pytest.raises(InvalidValueError, match="name one of a, b"):
        some.show()
    with pytest.raises(InvalidValueError, match="the sources of a corpus that has some"):
        osintkp.Corpus().show()


def test_only_findings_about_the_article_are_shown() -> None:
    some = corpus(claim("a/1", "loss"), claim("b/1", "loss"))
    mine, both, other = found("a/1"), found("b/1", "a/1", message="both"), found("b/1")
    shown = some.show("a", findings=Findings([mine, both, other]))

    assert {mine, both} == set(shown.findings)


def test_an_article_prints_as_lines_without_what_steers_a_screen() -> None:
    one = attrs.evolve(SHIPS, spans=(Span(quote="3\n ships\x1b[31m", start=73, end=80), Span(quote="by sea")))
    told_of = (found("a/ships", severity=Severity.ERROR), found("a/other"))

    assert (
        "Tit\\x1ble\n"
        "  a/trucks: own voice (stated) · loss\n"
        "      [32, 41] 12 trucks\n"
        "  a/ships: zz-un (stated) · loss\n"
        "      [73, 80] 3 ships\\x1b[31m\n"
        "      by sea\n"
        "      ! error QTY1: it does not fit"
    ) == str(shows(one, TRUCKS, findings=told_of, title="Tit\x1ble"))
    assert "a" == repr(shows())


def test_links_lead_only_to_what_a_page_shows() -> None:
    links = Links(claims=frozenset({"a/1", "a/2"}), words=frozenset({"a/2"}))

    assert '<a href="#claim-a/1">a/1</a>' == links.claim("a/1") == links.quote("a/1")
    assert '<a href="#words-a/2">a/2</a>' == links.quote("a/2")
    assert "<span>b/1</span>" == links.claim("b/1") == links.quote("b/1")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("of a/1.", "of <b>a/1</b>."), ("a/1, a/10 and b/1", "<b>a/1</b>, a/10 and b/1"), ("http://x.org/a/1 /a/1", "http://x.org/a/1 /a/1"),
        ("(a/1)", "(<b>a/1</b>)"), ("2024-01/2024-02", "2024-01/2024-02"), ("<a/1>", "&lt;<b>a/1</b>&gt;"), ("", ""), ("a/1/x", "a/1/x"),
    ],
)  # fmt: skip
def test_ids_in_a_sentence_become_links(sentence: str, expected: str) -> None:
    links = Links(claims=frozenset({"a/1"}))

    assert expected.replace("<b>", '<a href="#claim-a/1">').replace("</b>", "</a>") == links.within(sentence)


def test_no_two_things_share_an_anchor() -> None:
    assert anchor("claim", "a-b/c") != anchor("claim", "a/b-c")


def test_a_claim_has_a_place_where_its_text_has_its_words() -> None:
    source = Source(id="a", text=TEXT)

    assert 32 == place(at("a/1", (59, 68), (32, 41)), source)
    assert None is place(claim("a/1"), source)
    assert None is place(TRUCKS, None)
    assert len(Claims()) == 0
