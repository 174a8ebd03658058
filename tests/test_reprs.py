"""How the library's objects look in a notebook: inert, short, with what matters at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import osintkp
from builders import claim, corpus
from export_cases import bare, circular, full, hostile, odd, orphaned
from osintkp.claims import Claims
from osintkp.evidence import Source
from osintkp.figures import Figures
from osintkp.findings import Cited, Finding, Findings
from osintkp.origins import Origins
from osintkp.timeline import Timeline
from osintkp.vocabulary.scales import Severity, Verdict
from parsed import PAYLOADS, harm, having, part, shown, told

CASES: dict[str, Callable[[], osintkp.Corpus]] = {
    "full": full, "bare": bare, "hostile": hostile, "odd": odd, "circular": circular, "orphaned": orphaned,
    "none": osintkp.Corpus,
}  # fmt: skip


def look(thing: Any) -> Element:
    return part(thing._repr_html_())


def everything(some: osintkp.Corpus) -> list[Any]:
    amounts = [each.amount for each in some.claims if each.amount is not None]
    dates = [each.when for each in some.claims if each.when is not None]
    found = some.check()
    lists = [some, some.claims, some.figures(), some.origins(), some.timeline(), found]
    return [*lists, *some.claims, *some.sources, *amounts, *dates, *found]


def cells(root: Element) -> list[list[str]]:
    return [
        [told(cell) for cell in row if cell.tag == "td"]
        for row in root.iter("tr")
        if row.find("td") is not None
    ]


@pytest.mark.parametrize("name", CASES)
def test_nothing_that_a_notebook_shows_can_do_harm(name: str) -> None:
    for thing in everything(CASES[name]()):
        root = look(thing)

        assert [] == list(harm(root))
        assert [] == list(root.iter("script"))


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_hostile_words_in_any_field_are_words(payload: str) -> None:
    some = hostile(payload)
    found = Finding(
        code=payload, name=payload, severity=Severity.INFO, verdict=Verdict.AGREEMENT, message=payload, claims=(payload,),
        working=(payload,), assumptions=(payload,), cited=(Cited(claim=payload, source="x", span=osintkp.Span(quote=payload)),),
    )  # fmt: skip
    things = [
        *everything(some),
        found,
        Findings([found, attrs.evolve(found, suppressed=payload)]),
        osintkp.find(payload),
    ]

    assert [] == [fault for thing in things for fault in harm(look(thing))]
    assert shown(payload) in told(look(some.claims["evil/a"]))
    assert shown(payload) in told(look(some.sources["evil"]))
    assert told(look(found)).count(shown(payload)) >= 6


def test_an_amount_tells_its_ends_and_its_hedge() -> None:
    root = look(osintkp.Amount.parse('~6700 container "roughly"'))

    assert ["low", "best", "high", "unit", "hedge", "looseness"] == [told(each) for each in root.iter("th")]
    assert [["6,030"], ["6,700"], ["7,370"], ["container"], ["roughly"], ["tenth"]] == cells(root)
    assert ["low", "unit"] == [told(each) for each in look(osintkp.Amount.parse(">10 person")).iter("th")]


def test_a_date_tells_its_ends() -> None:
    assert [["2023-09-01"], ["open"]] == cells(look(osintkp.When.parse("2023-09/..")))


def test_a_source_tells_how_far_it_can_be_relied_on_and_links_to_its_page() -> None:
    root = look(attrs.evolve(full().sources["wire"], length=1_234_567))

    assert ["B · Usually reliable"] in cells(root)
    assert ["1,234,567 code points"] in cells(root)
    assert [("https://example.org/trucks?a=1&b=2", "noreferrer")] == [
        (each.get("href"), each.get("rel")) for each in root.iter("a")
    ]
    assert [] == list(look(full().sources["agency"]).iter("a"))


def test_a_claim_tells_its_words_who_says_so_and_its_fields() -> None:
    root = look(full().claims["wire/trucks"])

    assert ["“some 40 trucks“by sea".replace("“", "")] == cells(root)[0]
    assert ["abdel-fattah-al-burhan › unknown › SD (estimated)"] in cells(root)  # noqa: RUF001  an arrow of the chain
    assert ["repeats agency/truckstrevises"] not in cells(root)
    assert ["~40 truck"] in cells(root)
    assert ["rsf › SD (denies)"] in cells(look(full().claims["wire/denied"]))  # noqa: RUF001  an arrow of the chain


def test_claims_show_their_words_in_their_sentence() -> None:
    one = attrs.evolve(
        claim("a/1", "loss", actor="SY"), spans=(osintkp.Span(quote="12 tanks", start=6, end=14),)
    )
    claims = Claims([one], [Source(id="a", text="About 12 tanks burnt.")])

    assert [["a/1", "own voice (stated)", "loss · SY > ?", "About 12 tanks burnt."]] == cells(look(claims))
    assert ["12 tanks"] == [told(each) for each in look(claims).iter("mark")]


def test_a_corpus_shows_its_sources_then_its_claims() -> None:
    root = look(corpus(claim("a/1"), claim("a/2"), claim("b/1"), a={"title": "Aid"}))

    assert ["2 sources, 3 claims", "3 claims in 2 sources"] == [told(each) for each in root.iter("caption")]
    assert [["a", "Aid", "-", "-", "F", "2"], ["b", "-", "-", "-", "F", "1"]] == cells(root)[:2]


def test_a_list_of_very_many_shows_twenty_and_folds_the_rest() -> None:
    root = look(corpus(*(claim(f"a/{n}") for n in range(120))).claims)

    assert ["100 more"] == [told(each) for each in root.iter("summary")]


def test_figures_stand_side_by_side_over_their_band() -> None:
    some = corpus(
        claim("a/1", amount="~3000000 round", speaker="SY"), claim("a/2", amount="5 ship", when="2024")
    )
    root = look(some.figures())

    assert ["2 figures"] == [told(each) for each in root.iter("caption")]
    assert [
        ["~3,000,000 round", "stated", "SY", "-", "-", "a/1"], ["5 ship", "stated", "a", "-", "2024", "a/2"],
    ] == cells(root)  # fmt: skip
    assert ["no common band: the figures are in round, ship"] == [told(each) for each in root.iter("p")]
    assert ["0 figures"] == [told(each) for each in look(Figures(Claims())).iter("caption")]


def test_a_timeline_stands_in_order() -> None:
    root = look(Timeline([claim("a/2", when="2024"), claim("a/1", when="2023"), claim("a/3")]))

    assert ["2 dated claims, 1 without a date"] == [told(each) for each in root.iter("caption")]
    assert [["2023", "a/1"], ["2024", "a/2"]] == [row[:2] for row in cells(root)]


def tree(origins: Origins) -> list[tuple[str, list[str]]]:
    top = having(look(origins), "tree")[0]
    return [
        (
            told(branch).partition("claim")[0].strip(),
            [told(way) for way in branch.iter("li") if way is not branch],
        )
        for branch in top
    ]


def test_origins_are_a_tree_of_ways() -> None:
    some = corpus(
        claim("a/1", speaker="SD"), claim("a/2"), claim("b/1", speaker="unknown"), claim("b/2", links={"repeats": "a/1"}),
        claim("c/1"), claim("c/2", speaker="unknown"),
    )  # fmt: skip

    assert [
        ("SD Sudan · 2", ["SDa/1", "SD › a/1b/2"]), ("a 1", ["no other stepa/2"]), ("c 1", ["no other stepc/1"]),  # noqa: RUF001  an arrow of the way
        ("unknown 2", ["unknownb/1, c/2"]),
    ] == tree(some.origins())  # fmt: skip
    assert "2 claims, not counted" in told(look(some.origins()))


def test_what_a_coder_knows_from_elsewhere_is_explained_below_the_tree() -> None:
    assert "* a step that the coder knows of from elsewhere" in told(look(full().origins()))
    assert "elsewhere" not in told(look(corpus(claim("a/1")).origins()))


def test_circles_have_no_way_and_stand_below_the_tree() -> None:
    root = look(circular().origins())

    assert "circle: a/1 > b/1 > a/1" in [told(each) for each in root.iter("p")]
    assert "nobody named" in told(root)


def test_a_tree_does_not_grow_with_the_claims() -> None:
    wide = corpus(*(claim(f"a/{n}", speaker="SD") for n in range(9)))
    ways = corpus(
        *(claim(f"a/{n}", links={"repeats": f"b/{n}"}) for n in range(14)),
        *(claim(f"b/{n}", speaker="SD") for n in range(14)),
    )
    many = corpus(*(claim(f"s{n}/1") for n in range(42)))

    assert [("SD Sudan · 9", ["SDa/0, a/1, a/2, a/3, a/4, a/5 and 3 more"])] == tree(wide.origins())
    assert "and 16 more claims" == tree(ways.origins())[0][1][-1]
    assert "and 2 more origins" == tree(many.origins())[-1][0]
    assert 41 == len(tree(many.origins()))


def test_the_tree_and_its_text_tell_the_same() -> None:
    origins = osintkp.load_seeds().origins()
    names = [
        line
        for line in str(origins).splitlines()[1:]
        if line and not line.startswith((" ", "circle", "one factor", "*"))
    ]

    assert [name.partition(",")[0] for name in names] == [
        told(each) for each in look(origins).iter("strong")
    ][1:]


def test_a_finding_has_its_severity_as_a_word_and_a_colour() -> None:
    found = Finding(
        code="QTY1", name="a-check", severity=Severity.ERROR, verdict=Verdict.CONFLICT, message="3 > 2", claims=("a/1",),
        cited=tuple(Cited(claim=f"a/{n}", source="a", span=osintkp.Span(quote=str(n))) for n in range(14)),
    )  # fmt: skip
    root = look(found)

    assert ["error"] == [told(each) for each in having(root, "error")]
    assert 1 == len(having(root, "of-error"))
    assert "and 2 more" in told(root)
    assert ["claims", "words"] == [told(each) for each in root.iter("th")]


def test_of_very_many_findings_the_gravest_are_shown_and_the_rest_folded() -> None:
    made = [
        Finding(code="Q1", name="q", severity=severity, verdict=Verdict.CONFLICT, message=str(n), claims=(f"a/{n}",))
        for severity in ("info", "error") for n in range(12)
    ]  # fmt: skip
    root = look(Findings(made))
    fold = next(
        each for each in root.iter("details") if "4 more findings" in told(next(each.iter("summary")))
    )

    assert ["24 findings: 12 error, 12 info"] == [told(each) for each in root.iter("strong")][:1]
    assert 4 == len(having(fold, "of-info"))
    assert ["no findings"] == [told(each) for each in look(Findings([])).iter("strong")]


TEXT = "Around 40 trucks reached Goma in June 2023, the UN said."


def test_what_the_reader_saw_is_marked_by_sort_with_its_values() -> None:
    root = look(osintkp.find(TEXT))
    marks = {
        told(each): (each.get("class"), each.get("title")) for each in having(root, "seen")[0].iter("mark")
    }

    assert TEXT == told(having(root, "seen")[0])
    assert ("places", "place goma, state CD") == marks["Goma"]
    assert (
        "amounts",
        "amount low 40, best 40, high 40, unit truck, item trucks, comparator ~, hedge Around, approximate",
    ) == marks["Around 40 "]
    assert ("dates", "date 2023-06") == marks["June 2023"]
    assert ("actors", "actor un, by name") == marks["UN"]
    assert ("cues", "cue says, verb say") == marks["said"]
    assert str(marks["trucks"][1]).endswith("\nitem vehicles/truck")
    assert {"amounts two"} == {kind for words, (kind, _) in marks.items() if words == "trucks"}
    assert ["1 amount", "1 date", "1 actor", "1 place"] == [
        told(each) for each in having(root, "legend")[0].iter("mark")
    ][:4]


def test_a_name_that_fits_several_is_told_with_all_of_them() -> None:
    assert ["Congo", "0-5", "candidates CD or CG, by name"] in cells(
        look(osintkp.find("Congo sent 40 trucks."))
    )


def test_the_values_stand_in_tables_too() -> None:
    root = look(osintkp.find(TEXT))

    assert ["Goma", "25-29", "goma, state CD"] in cells(root)
    assert "1 place" in [told(each) for each in root.iter("summary")]


@given(st.text(max_size=80))
def test_the_text_that_was_read_stands_there_whole(text: str) -> None:
    assert shown(text).replace("\n", "") == told(having(look(osintkp.find(text)), "seen")[0]).replace(
        "\n", ""
    )


def test_a_text_where_nothing_was_seen_has_a_legend_of_noughts() -> None:
    root = look(osintkp.find(""))

    assert "0 amounts 0 dates 0 actors 0 places 0 items 0 cues" == told(having(root, "legend")[0])
    assert [] == list(root.iter("details"))


def test_a_very_long_text_is_cut_and_a_mark_with_it() -> None:
    text = "x " * 24_995 + " in 40 trucks " + "of flour " * 3
    root = look(osintkp.find(text))

    assert text[:50_000] == told(having(root, "seen")[0])
    assert f"The text goes on for {len(text) - 50_000} more letters." in told(root)


def test_of_very_many_mentions_the_first_are_in_the_table() -> None:
    root = look(osintkp.find("40 trucks came. " * 203))

    assert "and 3 more" in [told(each) for each in root.iter("p")]
    assert 200 == sum(1 for row in cells(root) if row[0] == "40 trucks")
