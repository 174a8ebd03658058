"""GeoJSON: valid by the outside package and within the ranges that it does not look at."""

from __future__ import annotations

import json
from typing import Any

import geojson
import pytest
from hypothesis import given, settings

import osintkp
from builders import claim, corpus
from export_cases import CASES, HOSTILE, every_case, full, hostile, many, orphaned, seconds
from osintkp.claims import Claims
from osintkp.errors import InvalidValueError
from osintkp.exports.geojson import _line
from strategies import corpora

FORM = "geojson"


def positions(coordinates: Any) -> list[list[float]]:
    """Return every position of a geometry."""
    if coordinates and isinstance(coordinates[0], (int, float)):
        return [coordinates]
    return [position for inner in coordinates for position in positions(inner)]


def validate(text: str) -> dict[str, dict[str, Any]]:
    """Return the features by id; they are valid by RFC 7946, ranges included."""
    read: Any = geojson.loads(text)
    assert read.is_valid, read.errors()
    data: dict[str, Any] = json.loads(text)
    assert {"type", "features"} == set(data)
    for feature in data["features"]:
        assert {"type", "id", "geometry", "properties"} == set(feature)
        geometry = feature["geometry"]
        for longitude, latitude in positions(geometry["coordinates"]) if geometry else []:
            assert -180 <= longitude <= 180
            assert -90 <= latitude <= 90
        assert not any(isinstance(value, (dict, list)) for value in feature["properties"].values())
    assert len({tuple(feature["properties"]) for feature in data["features"]}) <= 1
    return {feature["id"]: feature for feature in data["features"]}


def features(some: osintkp.Corpus) -> dict[str, dict[str, Any]]:
    return validate(some.rendered(FORM)[0])


def losses(some: osintkp.Corpus) -> tuple[str, ...]:
    return some.rendered(FORM)[1]


def one(kind: str = "shipment", **fields: Any) -> dict[str, Any]:
    return features(corpus(claim("a/1", kind, **fields)))["a/1"]


@every_case
def test_a_document_is_valid_and_its_features_are_flat_and_alike(case: str) -> None:
    features(CASES[case]())


@settings(max_examples=25, deadline=None)
@given(some=corpora())
def test_any_corpus_is_valid(some: Claims) -> None:
    features(osintkp.Corpus(claims=some))


def test_the_ranges_would_see_swapped_coordinates() -> None:
    text, _ = corpus(claim("a/1", "loss", place="Rason")).rendered(FORM)
    swapped = json.loads(text)
    swapped["features"][0]["geometry"]["coordinates"].reverse()

    with pytest.raises(AssertionError):
        validate(json.dumps(swapped))


def test_a_place_is_a_point_with_the_longitude_first() -> None:
    found = one("loss", place="Goma")

    longitude, latitude = found["geometry"]["coordinates"]
    assert "Point" == found["geometry"]["type"]
    assert (29, -2) == (round(longitude), round(latitude))
    assert ("place", "Goma") == (found["properties"]["located_by"], found["properties"]["located_at"])
    assert "GeoNames" in found["properties"]["coordinates_from"]


def test_from_origin_to_destination_is_a_line() -> None:
    found = one(origin="Jeddah", destination="Port Sudan")

    first, last = found["geometry"]["coordinates"]
    assert "LineString" == found["geometry"]["type"]
    assert [(39, 21), (37, 20)] == [(round(x), round(y)) for x, y in (first, last)]
    assert "origin to destination" == found["properties"]["located_by"]


@pytest.mark.parametrize(
    ("fields", "role"),
    [
        ({"origin": "Jeddah"}, "origin"),
        ({"origin": "Jeddah", "destination": "Atlantis"}, "origin"),
        ({"origin": "Sudan", "destination": "Goma"}, "destination"),
        ({"origin": "Goma", "destination": "goma"}, "origin to destination"),
    ],
)
def test_where_one_end_is_known_it_is_a_point(fields: dict[str, Any], role: str) -> None:
    found = one(**fields)

    assert ("Point", role) == (found["geometry"]["type"], found["properties"]["located_by"])


@pytest.mark.parametrize("place", ["Atlantis", "Sudan", "Tripoli"])
def test_a_place_without_one_point_is_a_feature_without_a_geometry_and_told(place: str) -> None:
    some = corpus(claim("a/1", "loss", place=place))

    assert features(some)["a/1"]["geometry"] is None
    assert f"a/1: no one point is known by the name {place!r}" in losses(some)


def test_many_unknown_places_are_one_line_with_the_first_of_them() -> None:
    some = corpus(*(claim(f"a/{number}", "loss", place=f"Atlantis {number}") for number in range(9)))

    (line,) = (line for line in losses(some) if "point" in line)
    assert line.startswith("a/0 and 8 more: no one point is known by the name 'Atlantis 0', 'Atlantis 1'")
    assert line.endswith("'Atlantis 5', ...")


def test_six_unknown_places_are_all_named() -> None:
    some = corpus(*(claim(f"a/{number}", "loss", place=f"Atlantis {number}") for number in range(6)))

    (line,) = (line for line in losses(some) if "point" in line)
    assert line.endswith("'Atlantis 4', 'Atlantis 5'")


@pytest.mark.parametrize("fields", [{}, {"origin": " "}])
def test_a_claim_that_names_no_place_is_left_out_and_told(fields: dict[str, Any]) -> None:
    some = corpus(claim("a/1", **fields))

    assert {} == features(some)
    assert "a/1: it names no place and is left out" in losses(some)
    assert "a: no claim of it names a place, so it is left out" in losses(some)


def test_a_line_over_the_180th_meridian_is_cut_in_two() -> None:
    found = _line((170.0, 10.0), (-170.0, 20.0))

    assert {
        "type": "MultiLineString",
        "coordinates": [[(170.0, 10.0), (180.0, 15.0)], [(-180.0, 15.0), (-170.0, 20.0)]],
    } == found


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((-170.0, 0.0), (170.0, 0.0), [(-170.0, 0.0), (-180.0, 0.0)]),
        ((180.0, 5.0), (-180.0, 7.0), [(180.0, 5.0), (180.0, 5.0)]),
        ((175.0, 0.0), (-165.0, 40.0), [(175.0, 0.0), (180.0, 10.0)]),
    ],
)
def test_the_cut_lies_where_the_line_crosses(start: Any, end: Any, expected: Any) -> None:
    assert expected == _line(start, end)["coordinates"][0]


@pytest.mark.parametrize("end", [(-90.0, 0.0), (89.0, 0.0)])
def test_a_line_the_short_way_is_not_cut(end: Any) -> None:
    assert {"type": "LineString", "coordinates": [(90.0, 0.0), end]} == _line((90.0, 0.0), end)


def test_a_real_voyage_over_that_meridian_is_cut() -> None:
    assert "MultiLineString" == one(origin="Vladivostok", destination="Lima")["geometry"]["type"]


def test_the_properties_tell_the_figure_and_the_dates_in_edtf() -> None:
    properties = features(full())["wire/trucks"]["properties"]

    expected = {
        "source": "wire",
        "published": "2023-04-18",
        "kind": "shipment",
        "quote": "some 40 trucks … by sea",
        "said": "2023-04-17",
        "speaker": "unknown",
        "stance": "asserts",
        "modality": "estimated",
        "credibility": "2",
        "actors": "EG, SD",
        "sender": "EG",
        "recipient": "SD",
        "actor": None,
        "item": "vehicles/truck",
        "amount": "~40 truck",
        "low": 35.0,
        "best": 40.0,
        "high": 45.0,
        "unit": "truck",
        "measure": "cumulative",
        "when": "2023-03/2023-04~",
        "earliest": "2023-03-01",
        "latest": "2023-04-30",
        "origin": "Jeddah",
        "destination": "Port Sudan",
        "place": None,
    }
    assert expected == {name: properties[name] for name in expected}


def test_what_is_not_known_is_null() -> None:
    properties = one("loss", place="Goma")["properties"]

    nothing = (
        "title",
        "published",
        "speaker",
        "said",
        "actors",
        "item",
        "amount",
        "best",
        "unit",
        "when",
        "earliest",
    )
    assert {None} == {properties[name] for name in nothing}


def test_every_field_that_is_not_carried_is_named() -> None:
    told = " ".join(losses(full()))

    for name in (
        "about", "attribution", "coder", "confidence", "likelihood", "links", "part", "prefix", "said.anchor", "said.words",
        "span", "suffix", "suppress", "record.theatre", "record.purpose", "record.in_force", "record.obligations",
        "record.ratified", "record.replaces", "record.title", "author", "language", "sha256", "derived_from", "notes",
    ):  # fmt: skip
        assert f": {name} has no place in GeoJSON's properties" in told, name
    for name in ("quote", "record.amount", "record.when", "said", "title", "published"):
        assert f": {name} has no place" not in told, name


def test_claims_whose_source_is_not_there_are_left_out_and_named() -> None:
    assert {"here/a"} == set(features(orphaned()))
    assert "gone/a and 1 more: left out, for the source is not there" in losses(orphaned())


def test_hostile_words_are_data_in_ascii() -> None:
    text, lines = hostile().rendered(FORM)

    assert text.isascii()
    assert not {"<", ">", "&", "\x1b"} & set(text)
    assert HOSTILE == features(hostile())["evil/b"]["properties"]["place"]
    assert all("\x1b" not in line for line in lines)


def test_a_million_letters_are_no_place_and_cut_in_the_line() -> None:
    some = corpus(claim("a/1", "loss", place="x" * 1_000_000))

    assert features(some)["a/1"]["geometry"] is None
    assert max(map(len, losses(some))) < 200


def test_one_corpus_gives_one_document() -> None:
    assert full().rendered(FORM) == full().rendered(FORM)


def test_ten_times_the_sources_take_no_more_than_thirty_times_as_long() -> None:
    seconds(many(20), FORM)

    assert seconds(many(1500), FORM) < 30 * max(seconds(many(150), FORM), 0.005)


def test_it_only_leaves_the_library() -> None:
    with pytest.raises(InvalidValueError, match="only leaves the library"):
        osintkp.load("map.geojson", form=FORM)
