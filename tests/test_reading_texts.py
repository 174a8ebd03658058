from __future__ import annotations

import sys
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from costs import cost
from osintkp.reading.pages.texts import Kind, Text, article, page_letters, plain

LONG = "The convoy left El Fasher at dawn and reached Tine a day later, officials said."


def own(content: str) -> str:
    return article(content, "html", by="own").text


@pytest.mark.parametrize("kind", ["txt", "md"])
def test_a_text_file_is_its_own_text_letter_by_letter(kind: Kind) -> None:
    content = "\ufeff---\r\ntitle: Aid\r\n---\r\n**Ten** trucks &amp; a\x00 ship\n\n\n"

    assert content == plain(content, kind)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<p>One</p>\n  <p>Two</p>", "One\n\nTwo"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<p>T<b>en</b> tr<i>ucks</i>,\n  and\t more</p>", "Ten trucks, and more"),
        ("<h2>Losses</h2><p>None", "## Losses\n\nNone"),
        ("<h2><p>Losses</h2>", "## Losses"),
        ("<ul><li>20 tents<li><p>3 pumps</ul>Rest", "- 20 tents\n\n- 3 pumps\n\nRest"),
        ("<table><tr><td>Sudan<td>12</table>", "Sudan\n\n12"),
        ("&ldquo;A&rdquo; &amp; b &lt;3 &euro;5 &#8364; &#x20AC; &nosuch; &amp", "\u201cA\u201d & b <3 \u20ac5 \u20ac \u20ac &nosuch; &"),
        ("a &#1234567890123; &#xFFFFFFFFF; &#0; b", "a \ufffd \ufffd \ufffd b"),
        ("<!-- <p>no</p> --><p>yes</p><!doctype html><?xml?>", "yes"),
        ("<!-- never closed <p>yes", "never closed\n\nyes"),
        ("<script>if (a<b) '</p>'</script><style>p{}</style><p>yes", "yes"),
        ("<SCRIPT>no</SCRIPT ><p>yes", "yes"),
        ("<script>never closed <p>yes", "never closed\n\nyes"),
        ("<p title='a>b' data-x=\"<p>\">yes</p>", "yes"),
        ("<p title='never closed>yes</p>", "yes"),
        ("<p <b>yes</b>", "yes"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("a<3 <a", "a<3"),
        ("<pre>a\n b</pre>", "a b"),
        ("<p>a\x00b\ud800c\x01d</p>", "a\ufffdb\ufffdc d"),
        ("", ""),
        ("<p></p><div> </div>", ""),
        ("just text", "just text"),
        ("<title>Aid</title>", ""),
    ],
)  # fmt: skip
def test_a_page_becomes_its_paragraphs(content: str, expected: str) -> None:
    assert expected == own(content)


@pytest.mark.parametrize(
    "name",
    ["nav", "footer", "aside", "form", "noscript", "button", "svg", "template", "select", "menu", "dialog"],
)
def test_what_is_no_article_is_left_out(name: str) -> None:
    assert LONG == own(f"<{name}><{name}>Home</{name}><p>More</p></{name}><p>{LONG}</p>")


def test_a_menu_that_is_never_closed_hides_nothing() -> None:
    assert LONG == own(f"<nav><p>{LONG}")


def test_a_form_around_the_whole_page_hides_nothing() -> None:
    assert f"Home\n\n{LONG}" == own(f"<form><p>Home</p><p>{LONG}</p></form>")


@pytest.mark.parametrize("name", ["article", "main"])
def test_the_article_stands_for_the_page(name: str) -> None:
    assert LONG == own(f"<div>Latest news</div><{name}><p>{LONG}</p></{name}><div>Imprint</div>")


def test_an_article_of_a_few_words_does_not_stand_for_the_page() -> None:
    assert f"{LONG}\n\nTeaser" == own(f"<p>{LONG}</p><article>Teaser</article>")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("<title>Aid &amp;\n arms</title>", ("Aid & arms", None, None)),
        ("<title>Aid | Site</title><meta content='Aid' property=og:title>", ("Aid", None, None)),
        ("<meta property=article:published_time content=2024-05-03T10:00:00Z>", (None, "2024-05-03", None)),
        ('<meta name="date" content="2024-05-03">', (None, "2024-05-03", None)),
        ("<meta itemprop='datePublished' content='2024-05-03'>", (None, "2024-05-03", None)),
        ('<script type="application/ld+json">{"datePublished" : "2024-05-03T00:00"}</script>', (None, "2024-05-03", None)),
        ("<script>x</script>", (None, None, None)),
        ("<time datetime='2024-05-03'>May</time>", (None, "2024-05-03", None)),
        ("<time datetime='noon'></time><meta name=date content='2024-05-04'>", (None, "2024-05-04", None)),
        ("<meta name=date content='3 May 2024'>", (None, None, None)),
        ("<html lang=en-GB>", (None, None, "en-GB")),
        ("<html lang='?'>", (None, None, None)),
        ("<meta property='og:locale' content='fr_FR'>", (None, None, "fr-FR")),
        ("<meta charset=utf-8><meta name=viewport content=x>", (None, None, None)),
    ],
)  # fmt: skip
def test_the_head_of_a_page_gives_title_date_and_language(
    head: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    found = article(f"{head}<body><p>x", "html", by="own")

    assert expected == (found.title, found.published, found.language)


def test_a_date_of_publication_comes_before_other_dates() -> None:
    found = article(
        '<meta name=date content=2020-01-01><time datetime=2021-01-01></time><script>"datePublished":"2022-01-01"</script>'
        "<meta property='article:published_time' content=2023-01-01><meta name=pubdate content=2024-01-01>",
        "html", by="own",
    )  # fmt: skip

    assert "2023-01-01" == found.published


def test_the_head_of_a_markdown_file_gives_title_date_and_language() -> None:
    content = '---\ntitle: "Aid: a count"\nDate: 2024-05-03 10:00\nlang: en\ntags: x\nauthor\ntitle: other\n---\nTen trucks.'

    assert Text(content, "Aid: a count", "2024-05-03", "en") == article(content, "md")


@pytest.mark.parametrize(
    "content",
    [
        "title: Aid\n---\n",
        "---\ntitle: Aid\n",
        "Text\n---\ntitle: Aid\n---\n",
        "---\n---\n",
        "---\ndate: May\ntitle:\n---",
        "",
    ],
)
def test_a_markdown_file_without_a_head_gives_none(content: str) -> None:
    assert Text(content) == article(content, "md")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"\xef\xbb\xbfG\xc3\xa4o", "G\u00e4o"),
        ("G\u00e4o".encode("utf-16"), "G\u00e4o"),
        (b"\xfe\xff" + "G\u00e4o".encode("utf-16-be"), "G\u00e4o"),
        (b"G\xc3\xa4o", "G\u00e4o"),
        (b"G\xe4o", "G\u00e4o"),
        (b"\x93G\x94\x81", "\u201cG\u201d\ufffd"),
        (b'<meta charset="koi8-r">' + "\u041a\u0438\u0435\u0432".encode("koi8-r"), '<meta charset="koi8-r">\u041a\u0438\u0435\u0432'),
        (b"<meta charset=iso-8859-1>\x93", "<meta charset=iso-8859-1>\u201c"),
        (b"<meta charset=nosuch>\xc3\xa4", "<meta charset=nosuch>\u00e4"),
        (b"<meta charset=utf-8>\xe4", "<meta charset=utf-8>\u00e4"),
        (b"<meta charset=base64>\xe4", "<meta charset=base64>\u00e4"),
        (b"<meta charset=idna>\xff" * 2, "<meta charset=idna>\u00ff" * 2),
    ],
)  # fmt: skip
def test_the_letters_of_a_page_are_read_in_its_encoding(raw: bytes, expected: str) -> None:
    assert expected == page_letters(raw)


def with_trafilatura(monkeypatch: pytest.MonkeyPatch, found: object) -> list[str]:
    seen: list[str] = []

    def extract(content: str, **_: object) -> object:
        seen.append(content)
        if isinstance(found, Exception):
            raise found
        return found

    module = ModuleType("trafilatura")
    module.__dict__["extract"] = extract
    monkeypatch.setitem(sys.modules, "trafilatura", module)
    return seen


def test_trafilatura_is_taken_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = with_trafilatura(monkeypatch, "Ten\ud800 trucks")
    found = article("<title>Aid</title><p>x", "html")

    assert ["<title>Aid</title><p>x"] == seen
    assert Text("Ten\ufffd trucks", "Aid", None, None, "trafilatura") == found


def test_our_own_extractor_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = with_trafilatura(monkeypatch, "Ten trucks")

    assert Text("x", None, None, None, "own") == article("<p>x", "html", by="own")
    assert [] == seen


@pytest.mark.parametrize("found", [None, "", " \n", ValueError("broken"), RecursionError()])
def test_our_own_extractor_takes_what_trafilatura_does_not(
    monkeypatch: pytest.MonkeyPatch, found: object
) -> None:
    with_trafilatura(monkeypatch, found)

    assert Text("x", by="own") == article("<p>x", "html")


def test_without_trafilatura_a_page_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)

    assert Text("x", by="own") == article("<p>x", "html")
    with pytest.raises(ImportError, match=r'needs trafilatura: pip install "osintkp\[html\]"$'):
        article("<p>x", "html", by="trafilatura")


def test_a_page_nested_ten_thousand_deep_is_read() -> None:
    assert "deep" == own("<div>" * 10_000 + "deep" + "</div>" * 10_000)


def test_a_huge_attribute_is_passed_over() -> None:
    assert "yes" == own(f"<p style='{'x>' * 200_000}'>yes")


def test_a_tag_with_too_many_quotes_ends_at_its_first_bracket() -> None:
    assert "x" in own("<p " + "a='>' " * 500 + ">x")


PIECES = st.sampled_from(
    ["<p>", "</p>", "<", ">", "<!--", "-->", "<script>", "</script>", "'", '"', "<a href=", "&amp;", "&#", "&#x", "9" * 12, "text", " ", "\n", "<nav>", "</nav>", "<article>", "</article>", "<br>", "<h1>", "<li>", "<meta ", "content=", "<title>", "\x00", "\x01", "\ud800", "</", "<!", "<?"]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_no_page_raises_and_every_text_can_be_stored(content: str) -> None:
    found = article(content, "html", by="own")

    found.text.encode()
    assert "\x00" not in found.text + (found.title or "")
    assert "\n\n\n" not in found.text
    assert found.text == found.text.strip()


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_raise(raw: bytes) -> None:
    article(page_letters(raw), "html", by="own")


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<a ",
        '<a "',
        "<a '\">",
        "<div>",
        "<nav>",
        "<nav></nav>",
        "<!--",
        "<!",
        "&#",
        "&#1",
        "<script>",
        "<title>x",
        '<meta content="',
        "<p x='",
        "<article>x",
        "</",
        "<br>",
    ],
)
def test_no_page_takes_more_than_its_length_in_time(unit: str) -> None:
    def seconds(size: int) -> float:
        content = unit * (size // len(unit))
        return cost(lambda: own(content))

    assert seconds(160_000) < 12 * max(seconds(40_000), 0.02)
