"""One page with everything that was found, in a file that needs no network."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from xml.etree.ElementTree import Element

import attrs
import pytest

import osintkp
from builders import claim, corpus
from export_cases import bare, circular, full, hostile, many, odd, orphaned
from osintkp.claims import Claims
from osintkp.findings import Cited, Finding, Findings
from osintkp.showing import report as report_module
from osintkp.showing.page import script
from osintkp.showing.report import report
from osintkp.vocabulary.scales import Severity, Verdict
from parsed import PAYLOADS, dead_links, harm, having, ids, page, shown, told

CASES: dict[str, Callable[[], osintkp.Corpus]] = {
    "seeds": osintkp.load_seeds, "full": full, "bare": bare, "hostile": hostile, "odd": odd, "circular": circular,
    "orphaned": orphaned, "none": osintkp.Corpus, "many": lambda: many(20),
}  # fmt: skip


@cache
def whole(name: str) -> Element:
    some = CASES[name]()
    return page(report(some.claims, some.check(), title=name))


def found(
    *claims: str, severity: str = "warning", message: str = "it does not fit", name: str = "a-check"
) -> Finding:
    return Finding(
        code="QTY1",
        name=name,
        severity=Severity(severity),
        verdict=Verdict.UNDECIDED,
        message=message,
        claims=claims,
    )


def of(some: osintkp.Corpus, *findings: Finding) -> Element:
    return page(report(some.claims, Findings(findings), title="x"))


def rows(root: Element, section: str) -> list[list[str]]:
    part = next(each for each in root.iter("section") if each.get("id") == section)
    return [[told(cell) for cell in row.iter("td")] for row in part.iter("tr") if list(row.iter("td"))]


@pytest.mark.parametrize("name", CASES)
def test_every_name_stands_once_and_no_link_is_dead(name: str) -> None:
    root = whole(name)

    assert len(set(ids(root))) == len(ids(root))
    assert [] == dead_links(root)
    assert [] == [each for each in ids(root) if not each or re.search(r"\s", each)]


@pytest.mark.parametrize("name", CASES)
def test_nothing_on_the_page_can_do_harm(name: str) -> None:
    root = whole(name)

    assert [] == list(harm(root))
    assert [script()] == [told(each) for each in root.iter("script")]
    assert [] == [each.tag for each in root.iter() if "src" in each.attrib]


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_hostile_words_in_every_field_stay_words(payload: str) -> None:
    some = hostile(payload)
    text = f"He wrote {payload} twice.\n"
    source = attrs.evolve(some.sources["evil"], text=text)
    findings = [
        attrs.evolve(found("evil/a", "evil/b", message=payload), working=(payload,), assumptions=(payload,)),
        attrs.evolve(found("evil/c"), suppressed=payload),
    ]
    claims = Claims(some.claims, [source])
    root = page(report(claims, Findings(findings, unmet=[payload]), title=payload, problems=[payload]))

    assert [] == list(harm(root))
    assert [script()] == [told(each) for each in root.iter("script")]
    assert shown(text) == "".join(told(each) for each in having(root, "text"))
    assert (
        [shown(payload)]
        == [told(each) for each in root.iter("title")]
        == [told(each) for each in root.iter("h1")]
    )
    assert told(root).count(shown(payload)) >= 10


def test_the_policy_names_the_style_and_the_script_by_their_hashes() -> None:
    root = whole("full")
    policy = next(each.get("content", "") for each in root.iter("meta") if each.get("http-equiv"))
    digests = {
        name: b64encode(sha256(told(next(root.iter(name))).encode()).digest()).decode()
        for name in ("style", "script")
    }

    assert f"style-src 'sha256-{digests['style']}'" in policy
    assert f"script-src 'sha256-{digests['script']}'" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_the_head_counts_what_there_is() -> None:
    root = of(corpus(claim("a/1"), claim("b/1")), found("a/1"), found("b/1"), found("a/1", severity="info"))
    header = next(root.iter("header"))

    assert "2 sources · 2 claims · 3 findings" in told(header)
    assert ["0 errors", "2 warnings", "1 info"] == [told(each) for each in having(header, "badge")]
    assert ["#findings-warning", "#findings-info"] == [each.get("href") for each in header.iter("a")]


def test_findings_stand_by_severity_with_their_working() -> None:
    cited = Cited(claim="a/1", source="a", span=osintkp.Span(quote="12 <trucks>"))
    grave = attrs.evolve(
        found("a/1", "gone/x", severity="error", message="see a/1."), working=("a/1: 3 > 2",), assumptions=("as said",), cited=(cited,)
    )  # fmt: skip
    root = of(corpus(claim("a/1", amount="3 truck"), a={"title": "Aid"}), found("a/1"), grave)
    cards = having(root, "finding")

    assert [("finding-1", "error", "a-check", "a gone"), ("finding-2", "warning", "a-check", "a")] == [
        tuple(each.get(name) for name in ("id", "data-severity", "data-check", "data-sources"))
        for each in cards
    ]
    assert "error a-check QTY1 · undecided #1" in told(cards[0])
    assert ["claims", "words", "figures", "working", "assumes"] == [
        told(each) for each in cards[0].iter("th")
    ]
    assert ["a/1, gone/x", "a/1 12 <trucks>", "a/1", "a/1: 3 > 2", "as said"] == [
        told(each) for each in cards[0].iter("td")
    ]
    assert ["2 claims, 1 quote, 1 assumption, working", "1 claim"] == [
        told(next(each.iter("summary"))) for each in cards
    ]
    assert ["#finding-1", "#claim-a/1", "#claim-a/1", "#claim-a/1", "#figure-a/1", "#claim-a/1"] == [
        each.get("href") for each in cards[0].iter("a")
    ]
    assert ["1 error", "1 warning"] == [told(each) for each in root.iter("h3")][:2]


def test_a_finding_about_nothing_is_told_all_the_same() -> None:
    assert ["nothing more"] == [
        told(next(each.iter("summary"))) for each in having(of(osintkp.Corpus(), found()), "finding")
    ]


def test_of_very_many_claims_and_lines_of_a_finding_the_first_are_told() -> None:
    cited = Cited(claim="a/1", source="a", span=osintkp.Span(quote="12"))
    long = attrs.evolve(
        found(*(f"b/{n}" for n in range(62))), working=tuple(map(str, range(61))), assumptions=tuple(map(str, range(60))),
        cited=(cited,) * 13,
    )  # fmt: skip
    cells = [told(each) for each in having(of(corpus(claim("a/1")), long), "finding")[0].iter("td")]

    assert [True, True, True, False] == [each.endswith("more") for each in cells]
    assert cells[0].endswith("b/59, and 2 more")
    assert cells[1].endswith("and 1 more")
    assert cells[2].endswith("59and 1 more")


def test_the_form_offers_what_there_is_to_filter_by() -> None:
    root = of(
        corpus(claim("a/1"), claim("b/1"), a={"title": "Aid"}),
        found("a/1", "b/1"),
        found("b/1", name="b-check"),
    )
    form = next(root.iter("form"))

    assert "hidden" in form.attrib
    assert [("", "every check"), ("a-check", "a-check (1)"), ("b-check", "b-check (1)"), ("", "every source"), ("a", "a Aid (1)"), ("b", "b (2)")] == [
        (each.get("value"), told(each)) for each in form.iter("option")
    ]  # fmt: skip
    assert ["error", "warning", "info", None] == [each.get("value") for each in form.iter("input")]


def test_what_a_coder_set_aside_is_listed_with_the_reason() -> None:
    aside = attrs.evolve(found("a/1", message="a/1 <b>"), suppressed="two offices")
    root = page(report(corpus(claim("a/1")).claims, Findings([aside], unmet=["a/1: b-check"]), title="x"))

    assert "QTY1 a-check: a/1 <b> (two offices)" in [told(each) for each in root.iter("li")]
    assert {"1 set aside by a coder", "set aside, but not found any more"} <= {
        told(each) for each in root.iter("summary")
    }
    assert "Nothing was found." in told(root)


def test_figures_stand_with_those_that_they_can_be_compared_with() -> None:
    root = of(
        corpus(
            claim("a/1", "loss", actor="SD", amount="1500 truck"), claim("a/2", "loss", actor="SD", amount="1400..1600 truck"),
            claim("a/3", "loss", actor="SD", amount="5 tank", modality="pledged"), claim("a/4", "loss", actor="SD", amount="5 tank", stance="denies"),
            claim("a/5", "meeting", amount="2 meeting", when="2024-03"), claim("a/6", "loss", actor="SY", amount=">3 tank"),
            claim("a/7", "loss", actor="SY", amount=">4 tank"), claim("a/8", "loss", actor="YE", amount="1 tank"),
            claim("a/9", "loss", actor="YE", amount="2 tank"),
        )
    )  # fmt: skip
    heads = [told(each) for each in having(root, "group")]

    assert [
        "loss · SD > ? · truck all 2 that can be compared allow 1,450 to 1,550", "loss · SD > ? · tank ",
        "loss · SY > ? · tank all 2 that can be compared allow 4 to any number", "loss · YE > ? · tank no one value fits all that can be compared",
        "meeting · meeting ",
    ] == heads  # fmt: skip
    assert ["1,500 truck", "stated", "a", "-", "-", "a/1"] == rows(root, "figures")[0]
    assert ["pledged (not compared)", "stated, denied (not compared)"] == [
        row[1] for row in rows(root, "figures")[2:4]
    ]
    assert "9 figures" in told(root)


def test_figures_of_one_unit_name_have_a_band_or_say_why_not(monkeypatch: pytest.MonkeyPatch) -> None:
    from osintkp.errors import DimensionError
    from osintkp.figures import Figures

    def refuse(_: Figures) -> None:
        raise DimensionError("x", "x", "x", "x")

    monkeypatch.setattr(Figures, "band", property(refuse))
    some = corpus(claim("a/1", "loss", amount="1 tank"), claim("a/2", "loss", amount="2 tank"))

    assert "they measure different things" in told(having(of(some), "group")[0])


def test_the_timeline_and_the_origins_link_to_their_claims() -> None:
    some = corpus(
        claim("b/1", when="2024-03", speaker="SD"), claim("a/1", when="2023", speaker="rsf"), claim("a/2")
    )
    root = of(some)
    parts = {each.get("id"): each for each in root.iter("section")}

    assert [["2023", "a/1", "rsf (stated) · shipment"], ["2024-03", "b/1", "SD (stated) · shipment"]] == rows(
        root, "timeline"
    )
    assert "1 claim without a date" in told(parts["timeline"])
    assert {"#claim-a/1", "#claim-a/2", "#claim-b/1"} == {
        each.get("href") for each in parts["origins"].iter("a")
    }


def test_the_sources_have_a_list_of_their_own() -> None:
    root = of(corpus(claim("a/1"), claim("gone/1"), a={"title": "Aid & trade", "publisher": "Nile Wire"}))
    contents = having(root, "contents")[0]

    assert [("#source-a", "Aid & trade"), ("#source-gone", "gone")] == [
        (each.get("href"), told(each)) for each in contents.iter("a")
    ]
    assert ["Aid & trade a · Nile Wire · 1 claim", "gone gone · 1 claim"] == [
        told(each) for each in contents.iter("li")
    ]


def test_claims_whose_source_is_not_there_are_shown() -> None:
    assert {"claim-gone/a", "claim-gone/b", "claim-here/a"} <= set(ids(whole("orphaned")))


def test_a_page_of_nothing_says_so() -> None:
    words = told(whole("none"))

    for sentence in (
        "Nothing was found.",
        "No claim gives a figure.",
        "0 dated claims",
        "no claims",
        "There are no sources.",
    ):
        assert sentence in words


def test_drafts_and_what_a_load_could_not_take_are_told_first() -> None:
    some = osintkp.read("Chad received 40 trucks from France in June 2023.", id="wire")
    root = page(report(some.claims, Findings([]), title="x", problems=[f"problem {n}" for n in range(203)]))
    notices = [told(each) for each in having(root, "notice")]

    assert "1 claim drafted by the reader, and accepted by nobody." == notices[0]
    assert notices[1].startswith("203 parts of the codings could not be taken as writtenproblem 0")
    assert notices[1].endswith("problem 199and 3 more")


def test_the_page_of_a_lenient_load_names_what_is_wrong(tmp_path: Path) -> None:
    coding = 'schema = "osintkp/1"\n[source]\nid = "a"\n[[claim]]\nid = "x"\nquote = "y"\nloss = { amount = "3 tnak" }\n'
    (tmp_path / "a.toml").write_text(coding, encoding="utf-8")
    some = osintkp.load(tmp_path, lenient=True)

    assert 1 == len(some.problems)
    assert "no such unit: 'tnak'" in told(having(page(some.page()), "notice")[0])


def test_of_very_many_claims_and_findings_the_first_are_shown_and_the_page_says_so() -> None:
    claims = [claim(f"a/{n}", "loss", amount="3 tank", when="2024") for n in range(2_003)]
    findings = [found(f"a/{n % 2_003}", message=str(n)) for n in range(2_002)]
    text = report(corpus(*claims).claims, Findings(findings), title="x")
    notices = re.findall(r'class="notice">(.*?)</p>', text)

    assert [
        "The page shows the first 2,000 of 2,003 claims: select fewer, or export them.",
        "The page shows the first 2,000 of 2,002 findings: select fewer, or export them.",
    ] == notices
    assert [2_000, 2_000, 2_000] == [
        len(re.findall(f'id="{name}', text)) for name in ("claim-", "figure-", r"finding-\d")
    ]
    assert 'id="claim-a/1999"' in text
    assert 'id="claim-a/2000"' not in text
    assert set(re.findall(r'href="#([^"]+)"', text)) <= set(re.findall(r'id="([^"]+)"', text))


def test_the_page_grows_with_the_claims_and_no_faster() -> None:
    sizes = [len(report(many(count).claims, Findings([]), title="x")) for count in (100, 200, 400)]

    assert 1.9 < (sizes[2] - sizes[1]) / (sizes[1] - sizes[0]) < 2.1


def test_texts_beyond_what_a_page_can_hold_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_module, "MOST_LETTERS", 25)
    some = corpus(claim("a/1"), claim("b/1"), claim("c/1"), a={"text": "x" * 20}, b={"text": "y" * 20})
    root = of(some)

    assert ["x" * 20] == [told(each) for each in having(root, "text")]
    assert 2 == told(root).count("The text of this source is not at hand")


def test_pictures_stand_in_their_section_as_images() -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
    root = page(report(full().claims, Findings([]), title="x", pictures={"timeline": svg}))
    images = [
        each for part in root.iter("section") if part.get("id") == "timeline" for each in part.iter("img")
    ]

    assert ["Timeline, drawn; the table below tells the same"] == [each.get("alt") for each in images]
    assert svg == b64decode(images[0].attrib["src"].partition(",")[2]).decode()
    assert [] == list(harm(root))


def test_the_title_is_told_or_made_and_cut_where_it_is_too_long() -> None:
    bare_ones = [
        osintkp.Corpus(claims=Claims([], [osintkp.Source(id=name) for name in names]))
        for names in ("a", "ab")
    ]

    assert ["What one source says", "What 2 sources say"] == [
        told(next(page(each.page()).iter("h1"))) for each in bare_ones
    ]
    assert "<title>" + "a" * 200 + "… (999,800 more letters)</title>" in osintkp.Corpus().page(
        title="a" * 1_000_000
    )


def test_the_page_is_written_whole_and_the_same_each_time(tmp_path: Path) -> None:
    full().report(tmp_path / "out.html")
    full().report(tmp_path, title="other")

    assert full().page() == (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "<h1>other</h1>" in (tmp_path / "osintkp.html").read_text(encoding="utf-8")


def test_the_page_of_the_seeds_is_small() -> None:
    assert len(osintkp.load_seeds().page().encode()) < 1_000_000
