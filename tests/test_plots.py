"""The pictures: what is drawn, what is left out, what is said of it, and that no word from outside can do harm."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from math import inf
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest

import osintkp
from builders import claim, corpus
from osintkp import Link
from osintkp.errors import MissingExtraError
from osintkp.flows import Flow
from osintkp.lineage.arrows import Stop, arrows
from osintkp.plots import _paper, figures, flows, origins, timeline
from osintkp.plots._layers import columns, ordered
from osintkp.plots.svg import svg
from osintkp.showing.pictures import pictures

EVIL = (
    "</script><img src=x onerror=alert(1)> =cmd|' /C calc'!A0 \x1b[31m\u202eabc\x00\ud800 javascript:alert(1) &amp; "
    + "W" * 1_000_000
)
SVG = "{http://www.w3.org/2000/svg}"


def rows(chart: Any) -> list[dict[str, Any]]:
    """Return every row of data of a picture."""
    return [row for text in chart.to_dict()["datasets"].values() for row in json.loads(text)]


def subtitle(chart: Any) -> list[str]:
    lines: list[str] = chart.to_dict()["title"]["subtitle"]
    return lines


def parsed(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314  the picture was drawn here


def words(drawn: str) -> list[str]:
    return ["".join(each.itertext()) for each in parsed(drawn).iter(f"{SVG}text")]


@pytest.fixture(scope="module")
def seeds() -> osintkp.Corpus:
    return osintkp.load_seeds()


def sudan() -> osintkp.Corpus:
    return corpus(
        claim("un/drones", speaker="un-security-council", sender="AE", recipient="rsf", item="aircraft/uncrewed", amount="~30 piece", when="2024-06~/..", said="2025-01-10"),
        claim("wire/denial", speaker="AE", stance="denies", sender="AE", recipient="rsf", item="weapons", when="2023-04-15/.."),
        claim("wire/arms", sender="AE", recipient="rsf", item="weapons", amount="~2000.. piece", when="../2024-05"),
        claim("wire/gold", sender="rsf", recipient="AE", item="minerals", amount="10 tonne", when="2024", modality="pledged"),
        claim("wire/dead", "loss", speaker="sd-armed-forces", actor="rsf", amount="~5000 person", when="2023-04-15/2024-04-15", said="2024-04-20"),
        claim("blog/dead", "loss", speaker="rsf", actor="rsf", amount="<=900 person", when="2023-04-15", said="2024-04-22"),
        claim("ngo/dead", "loss", speaker="unhcr", actor="rsf", amount=">4000 person", when="XXXX-09", said="2024-05"),
        claim("blog/talks", "statement", speaker="unknown"),
        wire={"publisher": "Reuters"},
    )  # fmt: skip


def bare() -> osintkp.Corpus:
    """Return a claim of every kind with nothing said in it."""
    from osintkp.records import record_types

    return corpus(*(claim(f"x/{kind.replace('_', '-')}", kind, quote="w") for kind in record_types()))


KINDS = ("timeline", "figures", "origins", "flows")


class TestEveryPicture:
    @pytest.mark.parametrize("kind", KINDS)
    def test_is_svg_and_png_of_the_seeds(self, kind: str, seeds: osintkp.Corpus, tmp_path: Any) -> None:
        chart = getattr(seeds, kind)().plot()

        chart.save(tmp_path / "x.svg")
        chart.save(tmp_path / "x.png")

        assert f"{SVG}svg" == parsed((tmp_path / "x.svg").read_text()).tag
        assert b"\x89PNG" == (tmp_path / "x.png").read_bytes()[:4]

    @pytest.mark.parametrize("kind", KINDS)
    def test_is_at_most_as_wide_as_a_page(self, kind: str, seeds: osintkp.Corpus) -> None:
        for each in (seeds, sudan()):
            assert 810 >= float(parsed(svg(getattr(each, kind)().plot())).attrib["width"])

    @pytest.mark.parametrize("kind", KINDS)
    def test_says_that_there_is_nothing(self, kind: str) -> None:
        assert "nothing to draw" in " ".join(words(svg(getattr(osintkp.Corpus(), kind)().plot())))

    @pytest.mark.parametrize("kind", KINDS)
    def test_takes_claims_that_say_nothing(self, kind: str) -> None:
        assert words(svg(getattr(bare(), kind)().plot()))

    @pytest.mark.parametrize("kind", KINDS)
    def test_is_valid_by_the_schema_of_altair_and_the_same_every_time(self, kind: str) -> None:
        one, other = (getattr(sudan(), kind)().plot() for _ in range(2))

        assert one.to_dict() == other.to_dict()
        assert svg(one) == svg(other)

    @pytest.mark.parametrize("kind", KINDS)
    def test_lets_no_word_from_outside_do_anything(self, kind: str) -> None:
        hostile = corpus(
            claim(
                "h/1",
                "treaty",
                title=EVIL,
                parties=("SD", "ET"),
                signed="2021",
                quote=EVIL.replace("\ud800", ""),
            ),
            claim("h/2", sender="SD", recipient="ET", item="<script>alert(1)", amount="9 piece", when="2020"),
            h={"title": EVIL, "publisher": None},
        )

        chart = getattr(hostile, kind)().plot()
        drawn = svg(chart)

        assert "<script" not in drawn + json.dumps(chart.to_dict())
        assert "<img" not in chart.to_html() + drawn
        assert not any(mark in drawn for mark in ("href", 'onerror="', "\u202e", "\x00", "\x1b"))
        assert 60_000 > len(json.dumps(chart.to_dict()))

    @pytest.mark.parametrize("kind", KINDS)
    def test_links_to_nothing(self, kind: str, seeds: osintkp.Corpus) -> None:
        assert '"href"' not in json.dumps(getattr(seeds, kind)().plot().to_dict())


class TestPlainWords:
    def test_are_cut_with_a_sign(self) -> None:
        assert "abc…" == _paper.plain("abcdefgh", 4)

    def test_are_whole_where_they_just_fit(self) -> None:
        assert "abcd" == _paper.plain("abcd", 4)

    def test_show_letters_that_steer_by_number(self) -> None:
        assert "a\\x1b[0m\\u202eb" == _paper.plain("a\x1b[0m\u202eb")

    def test_stand_on_one_line(self) -> None:
        assert "a b" == _paper.plain(" a\n\tb ")

    @pytest.mark.parametrize(
        ("number", "told"), [(0, ""), (1, "1 more step not drawn"), (2000, "2,000 more steps not drawn")]
    )
    def test_count_the_rest(self, number: int, told: str) -> None:
        assert told == _paper.rest(number, "step")


class TestTimeline:
    def row(self, chart: Any, name: str) -> dict[str, Any]:
        return next(each for each in rows(chart) if each.get("id") == name)

    def test_a_day_is_a_point_and_a_month_a_bar(self) -> None:
        chart = corpus(claim("a/day", when="2023-04-15"), claim("a/month", when="2023-04")).timeline().plot()

        assert "day" == self.row(chart, "a/day")["shape"]
        assert "bar" == self.row(chart, "a/month")["shape"]
        assert "sure" not in self.row(chart, "a/month")

    def test_a_period_is_sure_between_the_ends_that_may_move(self) -> None:
        row = self.row(corpus(claim("a/1", when="2023-09/2024-02-26")).timeline().plot(), "a/1")

        days = [
            date.fromordinal(date(1970, 1, 1).toordinal() + round(row[key] / 86_400_000)).isoformat()
            for key in ("x", "sure", "sure2", "x2")
        ]
        assert ["2023-09-01", "2023-09-30", "2024-02-26", "2024-02-26"] == days

    def test_a_period_within_one_month_has_no_sure_day(self) -> None:
        assert "sure" not in self.row(corpus(claim("a/1", when="2023-09/2023-09")).timeline().plot(), "a/1")

    def test_an_open_end_has_an_arrow_and_an_unknown_one_only_fades(self) -> None:
        chart = (
            corpus(
                claim("a/on", when="2023/.."),
                claim("a/lost", when="2023/"),
                claim("a/before", when="../2023"),
            )
            .timeline()
            .plot()
        )

        assert (True, True, False) == tuple(self.row(chart, "a/on")[key] for key in ("ends", "to", "from"))
        assert (True, False) == tuple(self.row(chart, "a/lost")[key] for key in ("ends", "to"))
        assert (True, True) == tuple(self.row(chart, "a/before")[key] for key in ("starts", "from"))

    def test_an_approximate_date_is_marked_and_an_exact_one_is_not(self) -> None:
        chart = (
            corpus(claim("a/1", when="2023~"), claim("a/2", when="2023"), claim("a/3", when="2023-05-01?"))
            .timeline()
            .plot()
        )

        assert [True, False, True] == [self.row(chart, name)["vague"] for name in ("a/1", "a/2", "a/3")]
        assert 'stroke-dasharray="3,2"' in svg(chart)

    def test_a_date_without_a_year_stands_in_words(self) -> None:
        chart = corpus(claim("a/1", when="XXXX-09")).timeline().plot()

        assert "XXXX-09" in words(svg(chart))

    def test_a_denial_a_pledge_and_a_report_are_told_apart(self) -> None:
        chart = sudan().timeline().plot()

        tones = [self.row(chart, name)["tone"] for name in ("wire/denial", "wire/gold", "wire/arms")]
        assert ["denied", "capacity, pledge, forecast", "said to be so"] == tones
        assert list(timeline.TONES) == ["said to be so", "capacity, pledge, forecast", "denied"]

    def test_rows_stand_under_their_kind(self) -> None:
        told = words(svg(sudan().timeline().plot()))

        heads = [told.index(each) for each in ("loss", "shipment")]
        assert heads == sorted(heads)
        assert {"un/drones", "wire/gold"} <= {
            row["id"] for row in rows(sudan().timeline().plot()) if row.get("row", 0) > 3 and "id" in row
        }

    def test_counts_what_it_leaves_out(self) -> None:
        many = [claim(f"a/c{number}", when=f"{2000 + number}") for number in range(43)]

        chart = corpus(*many, claim("a/none")).timeline().plot()

        assert "40 claims · 3 more claims not drawn · 1 without a date" == subtitle(chart)[0]
        assert {f"a/c{number}" for number in range(40)} == {row["id"] for row in rows(chart) if "id" in row}

    def test_counts_one_claim_and_nothing_more(self) -> None:
        assert "1 claim" == subtitle(corpus(claim("a/1", when="2020")).timeline().plot())[0]

    def test_says_how_many_have_no_date_where_none_has(self) -> None:
        assert "nothing to draw: no claim has a date, 1 without a date" in words(
            svg(corpus(claim("a/1")).timeline().plot())
        )

    def test_the_pointer_tells_sentence_and_quote(self) -> None:
        row = self.row(
            corpus(claim("a/1", sender="IR", when="2020", quote="six drones")).timeline().plot(), "a/1"
        )

        assert ("own voice (stated) · shipment · IR > ? · [2020]", "six drones") == (
            row["whole"],
            row["quote"],
        )

    def test_a_row_without_days_has_no_bar(self) -> None:
        chart = timeline.draw([timeline.Stretch(id="a/1", kind="loss", what="x")])

        assert "none" == self.row(chart, "a/1")["shape"]


class TestFigures:
    def figure(self, chart: Any, printed: str) -> dict[str, Any]:
        return next(each for each in rows(chart) if each.get("printed") == printed and "x2" in each)

    def test_hedges_make_bands_and_bounds(self) -> None:
        chart = sudan().figures(kind="loss").plot()

        about, below, above = (
            self.figure(chart, printed) for printed in ("~5000 person", "<=900 person", ">4000 person")
        )
        assert (4500, 5000, 5500) == (about["x"], about["at"], about["x2"])
        assert (True, False, None, 900) == (below["down"], below["up"], below["at"], below["x2"])
        assert (False, True, None, 4000) == (above["down"], above["up"], above["at"], above["x"])

    def test_an_exact_figure_has_the_band_of_its_rounding(self) -> None:
        chart = (
            corpus(claim("a/1", amount="6700 container"), claim("b/1", amount="6000 container"))
            .figures()
            .plot()
        )

        row = self.figure(chart, "6700 container")
        assert (True, 6650, 6700, 6750) == (row["exact"], row["x"], row["at"], row["x2"])

    def test_a_band_that_all_share_is_shaded(self) -> None:
        chart = (
            corpus(
                claim("a/1", "loss", speaker="AM", actor="AZ", amount="~40 tank"),
                claim("b/1", "loss", speaker="RU", actor="AZ", amount="42..60 tank"),
            )
            .figures()
            .plot()
        )

        assert "common band: 42 to 45" in words(svg(chart))
        assert [42.0] == [row["x"] for row in rows(chart) if row.get("whole") == "common band: 42 to 45"]

    def test_figures_that_share_nothing_say_so(self) -> None:
        chart = (
            corpus(
                claim("a/1", "loss", actor="AZ", amount="40 tank"),
                claim("b/1", "loss", actor="AZ", amount="90 tank"),
            )
            .figures()
            .plot()
        )

        assert "no common band" in words(svg(chart))

    def test_figures_of_several_goods_have_no_band_and_name_the_goods(self) -> None:
        chart = (
            corpus(
                claim("a/1", item="food", amount="40 tonne"),
                claim("b/1", item="fuel/crude", amount="40 tonne"),
                claim("c/1", amount="41 tonne"),
            )
            .figures()
            .plot()
        )

        assert ["a · food", "b · crude oil", "c · goods not named"] == [
            row["who"] for row in rows(chart) if "who" in row and "at" in row
        ][:3]
        assert not any("common band" in each for each in words(svg(chart)))

    def test_units_of_one_dimension_share_a_scale_and_others_do_not(self) -> None:
        chart = (
            corpus(
                claim("a/1", amount="2 tonne"),
                claim("b/1", amount="500 kilogram"),
                claim("c/1", amount="7 barrel"),
            )
            .figures()
            .plot()
        )

        assert 0.5 == self.figure(chart, "500 kilogram")["at"]
        assert 2 == len(chart.to_dict()["vconcat"])

    def test_pieces_of_different_names_stand_apart(self) -> None:
        chart = corpus(claim("a/1", amount="2 howitzer"), claim("b/1", amount="3 launcher")).figures().plot()

        assert 1 == len(chart.to_dict()["vconcat"])
        assert "one figure of each: nothing to hold it against" in words(svg(chart))

    def test_a_wide_range_has_a_scale_by_tens(self) -> None:
        chart = (
            corpus(
                claim("a/1", amount="1 tonne"),
                claim("b/1", amount="3000000 tonne"),
                claim("c/1", amount="<=100 tonne"),
            )
            .figures()
            .plot()
        )

        told = words(svg(chart))
        assert "tonne, each step tenfold" in told
        assert {"1", "100", "10,000", "1,000,000"} <= set(told)

    def test_a_range_below_two_hundredfold_keeps_its_scale_from_nought(self) -> None:
        told = words(
            svg(corpus(claim("a/1", amount="20 tonne"), claim("b/1", amount="2000 tonne")).figures().plot())
        )

        assert "0" in told
        assert "tonne" in told

    def test_equal_figures_of_one_origin_are_one_row(self) -> None:
        twice = (claim(f"{name}/1", speaker="IR", said="2020", amount="5 piece") for name in "ab")

        chart = corpus(*twice, claim("c/1", amount="9 piece")).figures().plot()

        row = self.figure(chart, "5 piece")
        assert ("IR · 2 claims", "a/1, b/1", "2020") == (row["who"], row["claims"], row["as_of"])
        assert "2 figures" == subtitle(chart)[0]

    def test_capacities_and_denials_have_tones_of_their_own(self) -> None:
        chart = (
            corpus(
                claim("a/1", amount="5 piece", modality="capacity"),
                claim("b/1", amount="6 piece", stance="denies"),
                claim("c/1", amount="7 piece"),
            )
            .figures()
            .plot()
        )

        assert list(figures.TONES)[1:] + list(figures.TONES)[:1] == [
            self.figure(chart, f"{n} piece")["tone"] for n in (5, 6, 7)
        ]

    def test_long_numbers_are_printed_in_groups(self) -> None:
        chart = (
            corpus(claim("a/1", amount="~1234567 piece"), claim("b/1", amount="4500.25 tonne"))
            .figures()
            .plot()
        )

        assert {"~1,234,567 piece", "4500.25 tonne"} <= set(words(svg(chart)))

    def test_counts_what_it_leaves_out(self) -> None:
        many = [claim(f"a/c{number}", amount=f"{number + 1} tonne") for number in range(41)]

        chart = corpus(*many, claim("b/1", "loss", amount="2 person")).figures().plot()

        assert "40 figures · 2 more figures not drawn" == subtitle(chart)[0]
        assert 1 == len(chart.to_dict()["vconcat"])

    def test_a_panel_without_any_number_is_drawn(self) -> None:
        mark = figures.Mark(who="x")

        assert figures.draw([figures.Panel(title="t", unit="", marks=(mark, mark))]).to_dict()

    def test_a_panel_below_nought_is_drawn_to_its_least(self) -> None:
        mark = figures.Mark(who="x", low=-4, best=-2, high=inf)

        chart = figures.draw([figures.Panel(title="t", unit="", marks=(mark, mark))])

        assert -4 == next(row["x"] for row in rows(chart) if "at" in row)

    def test_every_number_in_it_is_finite(self, seeds: osintkp.Corpus) -> None:
        json.dumps(rows(seeds.figures().plot()), allow_nan=False)


def said(name: str, *chain: str, **fields: Any) -> osintkp.Claim:
    return attrs.evolve(
        claim(name, "loss", **fields), attribution=tuple(Link(actor=actor) for actor in chain)
    )


class TestArrows:
    def told(self, *claims: osintkp.Claim, **sources: Any) -> list[tuple[str, str, str, str, str]]:
        return [
            (each.giver.kind, each.giver.id, each.how, each.taker.kind, each.taker.id)
            for each in arrows(corpus(*claims, **sources).claims)
        ]

    def test_an_official_speaks_for_the_body(self) -> None:
        assert [
            ("actor", "ua-general-staff", "said", "source", "a"),
            ("origin", "UA", "speaks for", "actor", "ua-general-staff"),
        ] == self.told(said("a/1", "ua-general-staff"))

    def test_a_state_that_speaks_itself_is_the_origin(self) -> None:
        assert [("origin", "YE", "said", "source", "a")] == self.told(said("a/1", "YE"))

    def test_a_state_further_on_is_no_origin(self) -> None:
        assert [
            ("actor", "YE", "said", "source", "a"), ("origin", "SA", "said", "actor", "YE"),
        ] == self.told(said("a/1", "SA", "YE"))  # fmt: skip

    def test_nobody_at_the_beginning_is_an_origin_and_nobody_on_the_way_is_not(self) -> None:
        assert [("origin", "unknown", "said", "source", "a")] == self.told(said("a/1", "unknown"))
        assert ("nobody", "unknown", "said", "source", "a") in self.told(said("a/1", "YE", "unknown"))

    def test_a_source_in_its_own_voice_is_its_own_origin(self) -> None:
        assert [("origin", "a", "own voice", "source", "a")] == self.told(said("a/1"))

    def test_a_publisher_that_looks_for_itself_is_the_origin(self) -> None:
        assert [("origin", "un", "own voice", "source", "a")] == self.told(
            said("a/1"), a={"publisher": "UNHCR"}
        )

    def test_a_rewritten_source_has_the_voice(self) -> None:
        assert [
            ("origin", "wire", "own voice", "source", "wire"), ("source", "wire", "rewrites", "source", "a"),
        ] == self.told(said("a/1"), a={"derived_from": "wire"})  # fmt: skip

    def test_a_repetition_goes_back_to_the_first_telling(self) -> None:
        assert [
            ("origin", "YE", "said", "source", "a"), ("source", "a", "repeats", "source", "b"),
        ] == self.told(said("a/1", "YE"), said("b/1", links={"repeats": "a/1"}))  # fmt: skip

    def test_a_repetition_that_is_asked_alone_brings_the_first_telling(self) -> None:
        first, again = said("a/1", "YE"), said("b/1", links={"repeats": "a/1"})

        assert 2 == len(arrows(corpus(first, again).claims, [again]))

    def test_a_repetition_within_one_source_is_no_step(self) -> None:
        assert [("origin", "YE", "said", "source", "a")] == self.told(
            said("a/1", "YE"), said("a/2", links={"repeats": "a/1"})
        )

    def test_a_repetition_of_what_is_not_there_is_no_step(self) -> None:
        assert ["own voice"] == [each[2] for each in self.told(said("b/1", links={"repeats": "a/gone"}))]

    def test_claims_that_repeat_each_other_have_no_origin(self) -> None:
        told = self.told(said("a/1", links={"repeats": "b/1"}), said("b/1", links={"repeats": "a/1"}))

        assert {("source", "a", "repeats", "source", "b"), ("source", "b", "repeats", "source", "a")} == set(
            told
        )

    def test_sources_that_rewrite_each_other_have_no_origin(self) -> None:
        told = self.told(said("a/1"), said("b/1"), a={"derived_from": "b"}, b={"derived_from": "a"})

        assert {"rewrites"} == {each[2] for each in told}
        assert 2 == len(told)

    def test_a_step_is_from_outside_only_where_no_claim_says_it(self) -> None:
        outside = attrs.evolve(claim("a/1"), attribution=(Link(actor="YE", basis="SABA"),))

        assert [True] == [each.outside for each in arrows(corpus(outside).claims)]
        assert [False] == [each.outside for each in arrows(corpus(outside, said("a/2", "YE")).claims)]

    def test_steps_name_their_claims(self) -> None:
        assert [("a/1", "a/2")] == [
            each.claims for each in arrows(corpus(said("a/2", "YE"), said("a/1", "YE")).claims)
        ]


class TestLayers:
    def test_arrows_lead_to_the_right(self) -> None:
        assert [0, 1, 2, 3] == columns(4, [(0, 1), (1, 2), (2, 3), (0, 3)], [0], [3])

    def test_a_circle_is_opened_somewhere(self) -> None:
        assert [0, 1, 2, 3] == columns(4, [(0, 1), (1, 2), (2, 1), (2, 3)], [0], [3])

    def test_the_end_of_a_long_way_is_not_pulled_back(self) -> None:
        assert [0, 1, 2, 3, 4] == columns(5, [(0, 1), (0, 3), (1, 2), (2, 3), (3, 4)], [0], [4])

    def test_nothing_has_no_columns(self) -> None:
        assert ([], []) == (columns(0, [], [], []), ordered([], [], {}))

    def test_a_stop_beside_nobody_keeps_its_place(self) -> None:
        assert [[0, 1], [2]] == ordered([0, 0, 1], [], {})


class TestOrigins:
    def names(self, chart: Any) -> set[str]:
        return {row["name"] for row in rows(chart) if "known" in row}

    def test_stops_have_their_names_and_counts(self) -> None:
        assert {
            "United Arab Emirates · 1", "Sudan · 1", "Sudanese Armed Forces", "Rapid Support Forces · 1", "wire · Reuters", "blog", "unknown · 1",
        } <= self.names(sudan().origins().plot())  # fmt: skip

    def test_who_is_not_named_is_not_known(self) -> None:
        chart = corpus(said("a/1", "unknown"), said("b/1", "YE", "unknown")).origins().plot()

        assert {"unknown · 1", "somebody unnamed"} == {
            row["name"] for row in rows(chart) if row.get("known") is False
        }

    def test_a_circle_is_marked_and_counted(self) -> None:
        chart = (
            corpus(said("a/1", links={"repeats": "b/1"}), said("b/1", links={"repeats": "a/1"}), said("c/1"))
            .origins()
            .plot()
        )

        assert {"in a circle", "own voice"} == {row["tone"] for row in rows(chart) if "line" in row}
        assert subtitle(chart)[0].endswith("· 2 steps in a circle")

    def test_a_circle_through_publishers_is_marked(self) -> None:
        chart = corpus(
            said("a/1", "bbc", actor="YE", amount="5 person", when="2020"), said("b/1", "afp", actor="YE", amount="5 person", when="2020"),
            a={"publisher": "AFP"}, b={"publisher": "BBC"},
        ).origins().plot()  # fmt: skip

        assert {"in a circle"} == {row["tone"] for row in rows(chart) if "line" in row}

    def test_a_chain_that_comes_back_bends_around(self) -> None:
        chart = corpus(said("a/1", "reuters", "afp", "bbc", "afp")).origins().plot()

        assert "in a circle" in {row["tone"] for row in rows(chart) if "line" in row}
        assert words(svg(chart))

    def test_steps_that_do_not_fit_are_counted(self) -> None:
        many = [said(f"s{number}/1") for number in range(41)]

        assert subtitle(corpus(*many).origins().plot())[0].endswith("1 more step not drawn")

    def test_a_picture_is_not_crowded_by_steps(self) -> None:
        stops = (
            [origins.Point("origin", f"o{n}", f"o{n}") for n in range(10)],
            [origins.Point("source", f"s{n}", f"s{n}") for n in range(10)],
        )

        chart = origins.draw(
            [origins.Step(giver=giver, taker=taker) for giver in stops[0] for taker in stops[1]]
        )

        assert "20 more steps not drawn" == subtitle(chart)[0]

    def test_steps_of_many_claims_are_broader(self) -> None:
        chart = corpus(*(said(f"a/{n}", "YE") for n in range(9)), said("a/x", "SA")).origins().plot()

        widths = {row["giver"]: row["width"] for row in rows(chart) if "line" in row}
        assert widths["Yemen · 9"] > widths["Saudi Arabia · 1"] == 1.1

    def test_what_a_coder_knows_is_dashed_and_one_body_dotted(self) -> None:
        outside = attrs.evolve(claim("a/1"), attribution=(Link(actor="YE", basis="SABA"),))

        assert 'stroke-dasharray="6,3"' in svg(corpus(outside).origins().plot())
        assert 'stroke-dasharray="2,3"' in svg(corpus(said("a/1", "ua-general-staff")).origins().plot())
        assert 'stroke-dasharray="6,3"' not in svg(corpus(said("a/1", "YE")).origins().plot())

    def test_one_body_alone_has_no_arrow_head(self) -> None:
        step = origins.Step(
            giver=origins.Point("origin", "a", "a"), taker=origins.Point("actor", "b", "b"), how="speaks for"
        )

        assert "triangle-right" not in json.dumps(origins.draw([step]).to_dict())


class TestFlows:
    def test_claims_are_counted_by_pair_and_class(self) -> None:
        found = sudan().flows()

        assert [
            Flow(
                sender="AE", recipient="rsf", what="weapons", claims=("wire/arms",), denied=("wire/denial",)
            ),
            Flow(sender="AE", recipient="rsf", what="aircraft", claims=("un/drones",)),
            Flow(sender="rsf", recipient="AE", what="minerals", claims=("wire/gold",)),
        ] == list(found)
        assert (4, 3) == (found.others, len(found))

    def test_conditions_select(self) -> None:
        assert ["minerals"] == [flow.what for flow in sudan().flows(sender="rsf")]

    def test_troops_and_seizures_flow_and_losses_do_not(self) -> None:
        found = corpus(
            claim("a/1", "troop_deployment", sender="RU", recipient="ML"), claim("a/2", "seizure", actor="US", sender="IR", recipient="houthis", item="weapons/small-arms"),
            claim("a/3", "loss", actor="ML", by="RU"), claim("a/4"),
        ).flows()  # fmt: skip

        assert ["IR > houthis, weapons: 1 claim", "RU > ML, troops: 1 claim"] == [str(flow) for flow in found]
        assert 2 == found.others

    def test_who_is_not_named_stands_as_a_question(self) -> None:
        assert "? > ET, not named: 1 claim" == str(corpus(claim("a/1", recipient="ET")).flows()[0])

    def test_who_is_not_named_has_a_place_in_the_picture(self) -> None:
        assert {"not named", "Ethiopia"} <= set(
            words(svg(corpus(claim("a/1", recipient="ET")).flows().plot()))
        )

    def test_a_denial_is_told(self) -> None:
        assert "AE > rsf, weapons: 2 claims, 1 denied" == str(sudan().flows()[0])

    def test_prints_as_a_table_and_lists_as_html(self) -> None:
        found = sudan().flows()

        assert (
            "from  to   what      claims  denied  ids\nAE    rsf  weapons   2       1       wire/arms, wire/denial"
            == "\n".join(str(found).splitlines()[:2])
        )
        assert "no flows" == str(corpus(claim("a/1")).flows())
        assert "3 flows, 4 claims of nothing that flows" in found._repr_html_()

    def test_html_is_escaped(self) -> None:
        assert "<script" not in corpus(claim("a/1", sender="SD", item="<script>")).flows()._repr_html_()

    def heads(self, chart: Any) -> dict[tuple[str, str], dict[str, Any]]:
        return {(row["giver"], row["what"]): row for row in rows(chart) if "size" in row}

    def test_arcs_lead_down_at_the_right_and_up_at_the_left(self) -> None:
        heads = self.heads(sudan().flows().plot())

        giver, taker = heads["United Arab Emirates", "weapons"], heads["Rapid Support Forces", "minerals"]
        assert giver["x"] > taker["x"]
        assert giver["y"] > taker["y"]

    def test_arcs_of_one_pair_lie_within_each_other(self) -> None:
        chart = (
            corpus(
                *(
                    claim(f"a/{item}", sender="IR", recipient="SY", item=item)
                    for item in ("food", "fuel", "money")
                )
            )
            .flows()
            .plot()
        )

        lines: dict[int, list[float]] = {}
        for row in rows(chart):
            if "place" in row:
                lines.setdefault(row["line"], []).append(row["y"])
        spans = sorted((ends[0], ends[-1]) for ends in lines.values())
        assert spans[0][1] > spans[1][1] > spans[2][1]

    def test_what_is_only_denied_is_dashed(self) -> None:
        denied = claim("a/1", sender="IR", recipient="SY", stance="denies")

        assert 'stroke-dasharray="5,3"' in svg(corpus(denied).flows().plot())
        assert 'stroke-dasharray="5,3"' not in svg(
            corpus(denied, claim("b/1", sender="IR", recipient="SY")).flows().plot()
        )

    def test_goods_beyond_the_colours_are_one(self) -> None:
        goods = ("food", "fuel", "money", "aid", "ships", "minerals", "technology", "weapons")

        told = words(
            svg(
                corpus(*(claim(f"a/{item}", sender="IR", recipient="SY", item=item) for item in goods))
                .flows()
                .plot()
            )
        )

        assert ["aid", "food", "fuel", "minerals", "money", "ships", "other"] == told[-7:] or {
            "aid",
            "other",
        } <= set(told)
        assert "weapons" not in told

    def test_what_goes_from_one_to_itself_is_counted(self) -> None:
        chart = (
            corpus(claim("a/1", sender="SD", recipient="SD"), claim("a/2", sender="SD", recipient="ET"))
            .flows()
            .plot()
        )

        assert (
            "1 flow in 1 claims · 1 to itself not drawn".replace("1 claims", "1 claim") == subtitle(chart)[0]
        )
        assert "nothing to draw: nobody passes anything to another, 1 to itself not drawn" in words(
            svg(corpus(claim("a/1", sender="SD", recipient="SD")).flows().plot())
        )

    def test_counts_what_it_leaves_out(self) -> None:
        chart = flows.draw(
            [flows.Arc(sender=f"a{n}", recipient=f"b{n % 3}", what="food") for n in range(42)], others=1
        )

        assert (
            "40 flows in 40 claims · 2 more flows not drawn · 1 claim of nothing that flows"
            == subtitle(chart)[0]
        )


class TestSvg:
    def test_is_the_same_whatever_was_drawn_before(self) -> None:
        chart = corpus(claim("a/1", when="2020/.."), claim("a/2", when="../2021")).timeline().plot()

        assert svg(chart) == svg(chart)
        assert "gradient0" in svg(chart)

    def test_words_that_look_like_a_number_of_the_converter_stay(self) -> None:
        chart = (
            corpus(claim("a/1", "treaty", title='x id="gradient_7" url(#clip9)', signed="2020"))
            .timeline()
            .plot()
        )

        assert any('id="gradient_7" url(#clip9)' in each for each in words(svg(chart)))

    def test_colours_turn_where_the_reader_prefers_the_dark(self) -> None:
        drawn = svg(sudan().timeline().plot())

        assert "@media (prefers-color-scheme:dark){" in drawn
        assert '[fill="#ffffff"]{fill:#14181d}' in drawn
        assert "a8487f" not in drawn

    def test_every_colour_of_a_picture_has_a_dark_one(self, seeds: osintkp.Corpus) -> None:
        import re

        for kind in KINDS:
            used = set(
                re.findall(
                    r'(?:fill|stroke|stop-color)="(#[0-9a-f]{6}|rgba[^"]*)"',
                    svg(getattr(seeds, kind)().plot()),
                )
            )
            assert set() == used - set(_paper.DARK)

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_words_and_marks_can_be_seen_on_the_paper(self, scheme: str) -> None:
        def light(colour: str) -> float:
            parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
            red, green, blue = (
                part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
            )
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue

        def contrast(colour: str) -> float:
            one, other = (
                light(each if scheme == "light" else _paper.DARK[each]) + 0.05
                for each in (colour, _paper.PAPER)
            )
            return max(one, other) / min(one, other)

        assert 4.5 <= min(map(contrast, (_paper.INK, _paper.SOFT)))
        assert 3 <= min(map(contrast, (*_paper.COLOURS, _paper.GREY)))


@pytest.fixture
def without_altair(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "altair", None)
    return iter(())


class TestOnThePage:
    def test_every_section_with_something_has_a_picture(self, seeds: osintkp.Corpus) -> None:
        assert {"figures", "timeline", "origins"} == set(pictures(seeds.claims))

    def test_a_section_with_nothing_has_none(self) -> None:
        assert {"origins"} == set(pictures(corpus(claim("a/1")).claims))

    def test_the_page_of_the_seeds_holds_them_and_stays_below_a_megabyte(self, seeds: osintkp.Corpus) -> None:
        page = seeds.page()

        assert 3 == page.count("data:image/svg+xml;base64,")
        assert 1_000_000 > len(page.encode())
        assert 0 == seeds.page(pictures=False).count("data:image/svg+xml")

    def test_the_page_is_the_same_in_another_process(self) -> None:
        code = (
            "import osintkp, hashlib; print(hashlib.sha256(osintkp.load_seeds().page().encode()).hexdigest())"
        )

        told = {
            subprocess.run(
                [sys.executable, "-c", code],
                capture_output=True,
                text=True,
                check=True,
                env={"PYTHONHASHSEED": seed},
            ).stdout
            for seed in ("1", "2")
        }

        assert 1 == len(told)

    @pytest.mark.usefixtures("without_altair")
    def test_without_the_extra_the_page_has_no_pictures_and_a_plot_says_what_to_install(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def missing(name: str) -> Any:
            raise ModuleNotFoundError(name=name)

        monkeypatch.setattr("osintkp.extras.import_module", missing)

        assert {} == pictures(sudan().claims)
        with pytest.raises(
            MissingExtraError, match=r'a picture needs altair: pip install "osintkp\[plots\]"'
        ):
            sudan().timeline().plot()


def test_the_library_does_not_wake_altair_before_a_picture_is_asked_for() -> None:
    code = "import sys, osintkp; c = osintkp.load_seeds(); c.timeline(), c.figures(), c.origins(), c.flows(); print('altair' in sys.modules)"

    assert (
        "False"
        == subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stdout.strip()
    )


def test_a_stop_prints_as_itself() -> None:
    assert "Stop(kind='actor', id='YE')" == repr(Stop("actor", "YE"))
