"""The goods taxonomy and what text calls its classes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from costs import cost
from osintkp.vocabulary import items
from osintkp.vocabulary.items import ItemMatch, resolve
from osintkp.vocabulary.scales import Answer

ANY = st.sampled_from(items.paths())


def one(path: str, note: str | None = None, model: str | None = None) -> ItemMatch:
    return ItemMatch(path=path, candidates=(path,), note=note, model=model)


def test_the_roots_are_those_of_the_design() -> None:
    assert (
        "aid",
        "air-defence",
        "aircraft",
        "equipment",
        "food",
        "fuel",
        "minerals",
        "missiles",
        "money",
        "munitions",
        "ships",
        "technology",
        "vehicles",
        "weapons",
    ) == items.roots()


def test_the_classes_of_the_design_are_there() -> None:
    assert {
        "munitions/artillery/shell",
        "munitions/rocket",
        "munitions/mortar",
        "munitions/small-arms",
        "munitions/mine",
        "weapons/artillery/howitzer",
        "weapons/artillery/rocket-launcher",
        "weapons/small-arms",
        "weapons/anti-tank",
        "missiles/ballistic",
        "missiles/cruise",
        "missiles/anti-aircraft",
        "missiles/anti-tank",
        "vehicles/tank",
        "vehicles/armoured",
        "vehicles/truck",
        "aircraft/crewed",
        "aircraft/helicopter",
        "aircraft/uncrewed",
        "fuel/crude",
        "fuel/refined/diesel",
        "fuel/refined/gasoline",
        "fuel/refined/kerosene",
        "fuel/refined/jet",
        "fuel/refined/fuel-oil",
        "fuel/refined/lpg",
        "fuel/refined/naphtha",
        "food/grain",
        "minerals/gold",
    } <= set(items.paths())


@given(ANY)
def test_every_path_has_a_known_parent_or_is_a_root(path: str) -> None:
    above = items.parent(path)

    assert items.known(path)
    assert path in items.roots() if above is None else items.known(above) and items.within(path, above)


def test_the_paths_are_in_order() -> None:
    assert list(items.paths()) == sorted(items.paths())
    assert not items.known("munitions/catapult")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("munitions/artillery/shell", "artillery shell"),
        ("fuel/refined/lpg", "liquefied petroleum gas"),
        ("food/camel-milk", "camel milk"),
        ("stardust", "stardust"),
    ],
)
def test_a_path_has_an_english_name(path: str, name: str) -> None:
    assert name == items.name(path)


@pytest.mark.parametrize(
    ("path", "parent"),
    [("munitions/artillery/shell", "munitions/artillery"), ("munitions", None), ("a/b", "a")],
)
def test_a_path_has_a_parent(path: str, parent: str | None) -> None:
    assert parent == items.parent(path)


@pytest.mark.parametrize(
    ("path", "ancestor", "answer"),
    [
        ("munitions/artillery/shell", "munitions", True),
        ("munitions/artillery/shell", "munitions/artillery", True),
        ("munitions", "munitions", True),
        ("munitions", "munitions/artillery", False),
        ("munitions/artillery", "munitions/art", False),
        ("goods/cigars", "goods", True),
        (None, "munitions", False),
    ],
)
def test_a_path_is_within_a_broader_one(path: str | None, ancestor: str, answer: bool) -> None:
    assert answer is items.within(path, ancestor)


@pytest.mark.parametrize(
    ("path", "other", "answer"),
    [
        ("munitions/mine", "munitions/mine", Answer.YES),
        ("goods/cigars", "goods/cigars", Answer.YES),
        ("munitions/mine", "munitions", Answer.UNDECIDED),
        ("munitions/mine", "munitions/rocket", Answer.NO),
        ("munitions/artillery/shell", "munitions/rocket", Answer.NO),
        ("fuel/crude", "fuel/refined/diesel", Answer.NO),
        ("weapons", "munitions/artillery/shell", Answer.UNDECIDED),
        ("weapons", "fuel", Answer.NO),
        ("weapons/anti-tank", "munitions/mine", Answer.NO),
        ("equipment", "air-defence/radar", Answer.UNDECIDED),
        ("equipment/radar", "air-defence/radar", Answer.NO),
        ("aid", "food/grain", Answer.UNDECIDED),
        ("aid/military", "vehicles/tank", Answer.UNDECIDED),
        ("aid/military", "food", Answer.NO),
        ("air-defence", "missiles/anti-aircraft/man-portable", Answer.UNDECIDED),
        ("air-defence", "missiles/cruise", Answer.NO),
        ("goods/cigars", "munitions", Answer.UNDECIDED),
        ("goods/cigars", "wares/cigars", Answer.UNDECIDED),
    ],
)
def test_two_paths_are_related(path: str, other: str, answer: Answer) -> None:
    assert answer is items.related(path, other)
    assert answer is items.related(other, path)
    assert (answer is Answer.NO) is items.surely_other(path, other)
    assert not items.surely_other(path, None)
    assert not items.surely_other(None, other)


@given(ANY, ANY)
def test_relations_hold_both_ways(path: str, other: str) -> None:
    assert items.related(path, other) is items.related(other, path)
    assert (items.related(path, other) is Answer.YES) == (path == other)


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("munitions/artilery/shells", ("munitions/artillery/shell",)),
        ("munitions/catapult", ("munitions",)),
        ("munitions/siege/catapult", ("munitions",)),
        ("goods/diesel", ("fuel/refined/diesel",)),
        ("shell", ("munitions/artillery/shell",)),
        ("stardust", ()),
        ("goods/stardust", ()),
    ],
)
def test_the_nearest_paths_are_offered(path: str, near: tuple[str, ...]) -> None:
    assert near == items.nearest(path)[: max(1, len(near))]


def test_a_path_of_very_many_parts_is_answered_at_once() -> None:
    path = "a/" * 1_000_000

    assert () == items.nearest(path)
    assert cost(lambda: items.nearest(path)) < 0.5


def test_at_most_three_near_paths_are_offered_and_none_twice() -> None:
    near = items.nearest("munitions/artillery/shel")

    assert "munitions/artillery/shell" == near[0]
    assert len(set(near)) == len(near) <= 3
    assert ("aircraft/uncrewed", "ships/uncrewed", "vehicles/uncrewed") == items.nearest("goods/uncrewed")
    assert ("aircraft/uncrewed", "aircraft/crewed", "aircraft/uncrewed/fpv") == items.nearest(
        "aircrafts/uncrewed"
    )


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("artillery shells", one("munitions/artillery/shell")),
        ("Artillery Shell", one("munitions/artillery/shell")),
        ("anti-aircraft missiles", one("missiles/anti-aircraft")),
        ("antiaircraft missile", one("missiles/anti-aircraft")),
        ("SAMs", one("missiles/anti-aircraft")),
        ("MANPADS", one("missiles/anti-aircraft/man-portable")),
        ("grenade launchers", one("weapons/grenade-launcher")),
        ("diesel", one("fuel/refined/diesel")),
        ("crude oil", one("fuel/crude")),
        ("crude", one("fuel/crude")),
        ("armored vehicles", one("vehicles/armoured")),
        ("body armor", one("equipment/body-armour")),
        ("air defense systems", one("air-defence/system")),
        ("loitering munitions", one("aircraft/uncrewed/one-way-attack")),
        ("torpedoes", one("munitions/torpedo")),
        ("fishes", one("food/seafood")),
        ("military supply", one("equipment", "what kind of equipment is not said")),
        ("commodities of cement", one("equipment/construction", "read as 'cement'")),
        ("wheat", one("food/grain/wheat")),
        ("gold", one("minerals/gold")),
        ("compasses", ItemMatch(path=None)),
        ("oil", one("fuel", "crude or refined is not said")),
        ("arms", one("weapons", "reporting often counts munitions, missiles and vehicles in")),
        ("ammunition", one("munitions", "what kind of ammunition is not said")),
        ("supplies", one("equipment", "what kind of equipment is not said")),
        (
            "weapons and ammunition",
            one("weapons", "reporting often counts munitions, missiles and vehicles in"),
        ),
        ("HIMARS", one("weapons/artillery/rocket-launcher", model="HIMARS")),
        ("BM-21", one("weapons/artillery/rocket-launcher", model="BM-21")),
        ("bm21", one("weapons/artillery/rocket-launcher", model="BM-21")),
        ("Bayraktar TB2s", one("aircraft/uncrewed/armed", model="Bayraktar TB2")),
        ("F-16s", one("aircraft/crewed/fighter", model="F-16")),
        ("Su-35", one("aircraft/crewed/fighter", model="Su-35")),
        ("Mi-24", one("aircraft/helicopter/attack", model="Mi-24")),
        ("S-300", one("air-defence/system", model="S-300")),
        ("AK-47", one("weapons/small-arms/rifle", model="AK-47")),
        ("Kornet", one("missiles/anti-tank", model="Kornet")),
        ("KN-23", one("missiles/ballistic/short-range", model="KN-23")),
        ("T-72 tanks", one("vehicles/tank", model="T-72")),
        ("Leopard 2 A6 tanks", one("vehicles/tank", model="Leopard 2A6")),
        ("Russian T-90M main battle tanks", one("vehicles/tank", model="T-90M")),
        ("Shahed-136 drones", one("aircraft/uncrewed/one-way-attack", model="Shahed-136")),
        ("Grad rockets", one("munitions/rocket")),
        ("HIMARS rockets", one("munitions/rocket", "read as 'rockets'")),
        ("Sudanese gold", one("minerals/gold", "read as 'gold'")),
        ("Libyan oil", one("fuel", "read as 'oil'; crude or refined is not said")),
        ("a dozen old Soviet-made main battle tanks", one("vehicles/tank", "read as 'main battle tanks'")),
    ],
)
def test_words_name_a_class(words: str, match: ItemMatch) -> None:
    assert match == resolve(words)


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("152mm rounds", one("munitions/artillery/shell")),
        ("155-mm ammunition", one("munitions/artillery/shell")),
        (
            "152 mm high-explosive rounds",
            one("munitions/artillery/shell"),
        ),
        ("152 millimetre rounds", one("munitions/artillery/shell")),
        ("rounds of 152 millimetres", one("munitions/artillery/shell")),
        ("152 mm, 122 mm", ItemMatch(path=None)),
        ("7.62 mm ammunition", one("munitions/small-arms")),
        ("5.45mm rounds", one("munitions/small-arms")),
        ("220 mm ammunition", one("munitions/rocket")),
        (
            "122mm rounds",
            ItemMatch(
                path=None,
                candidates=("munitions/artillery/shell", "munitions/rocket"),
                note="122 mm is the calibre of several kinds",
            ),
        ),
        ("122mm artillery rounds", one("munitions/artillery/shell")),
        ("220mm artillery rounds", one("munitions/artillery")),
        ("122 mm rockets", one("munitions/rocket")),
        ("122 mm shells", one("munitions/artillery/shell")),
        ("152 mm howitzers", one("weapons/artillery/howitzer")),
        (
            "170mm M1989 self-propelled howitzers",
            one("weapons/artillery/howitzer/self-propelled", model="M1989"),
        ),
        ("60mm mortar tubes", one("weapons/artillery/mortar")),
        ("999 mm rounds", one("munitions", "what kind of ammunition is not said")),
        ("152 mmx rounds", one("munitions", "read as 'rounds'; what kind of ammunition is not said")),
        ("152 mm", ItemMatch(path=None)),
    ],
)
def test_a_calibre_tells_what_plain_rounds_are(words: str, match: ItemMatch) -> None:
    assert match == resolve(words)


@pytest.mark.parametrize(
    ("words", "match"),
    [
        ("shells and rockets", one("munitions", "2 classes joined")),
        ("diesel, kerosene and gasoline", one("fuel/refined", "3 classes joined")),
        ("tanks or armoured personnel carriers", one("vehicles", "2 classes joined")),
        ("helicopters; drones", one("aircraft", "2 classes joined")),
        ("S-300 and Buk", one("air-defence/system")),
        ("troops and tanks", one("vehicles/tank", "read as 'tanks'")),
        (
            "drones and ammunition",
            ItemMatch(path=None, candidates=("aircraft/uncrewed", "munitions"), note="2 classes joined"),
        ),
    ],
)
def test_joined_classes_give_the_one_that_holds_them(words: str, match: ItemMatch) -> None:
    assert match == resolve(words)


@pytest.mark.parametrize(
    ("words", "candidates", "note"),
    [
        ("troops", (), "troops are people, not items"),
        ("containers", (), "a container is a unit; what is in it is the item"),
        (
            "anti-aircraft weapons",
            ("air-defence", "missiles/anti-aircraft"),
            "guns, missiles or whole systems",
        ),
        (
            "Katyushas",
            ("munitions/rocket", "weapons/artillery/rocket-launcher"),
            "the rocket or its launcher",
        ),
        (
            "old launchers",
            ("weapons/artillery/rocket-launcher", "missiles", "weapons/grenade-launcher"),
            "read as 'launchers'; of rockets, missiles or grenades",
        ),
    ],
)
def test_words_that_name_no_single_class_say_why(words: str, candidates: tuple[str, ...], note: str) -> None:
    assert ItemMatch(path=None, candidates=candidates, note=note) == resolve(words)


@pytest.mark.parametrize("words", ["", "  ", "hope", "and", "the front line", "tank" + " " * 200])
def test_other_words_name_no_goods(words: str) -> None:
    assert ItemMatch(path=None) == resolve(words)


def test_a_phrase_of_two_hundred_letters_is_still_read() -> None:
    assert "vehicles/tank" == resolve("tank" + " " * 196).path


def test_only_the_last_twelve_words_of_a_phrase_are_read() -> None:
    assert "T-72" == resolve("T-72 " + "a " * 9 + "tanks").model
    assert resolve("T-72 " + "a " * 10 + "tanks").model is None


def test_every_form_resolves_to_its_class() -> None:
    lost = [
        (form, path)
        for form, path, _ in items.forms()
        if path not in resolve(form).candidates and path not in resolve(form + "s").candidates
    ]

    assert [] == lost


def test_the_forms_hold_classes_and_models() -> None:
    found = set(items.forms())

    assert {
        ("howitzer", "weapons/artillery/howitzer", "class"),
        ("M777", "weapons/artillery/howitzer", "model"),
        ("Grad", "weapons/artillery/rocket-launcher", "model"),
    } <= found
    assert 400 < sum(kind == "model" for _, _, kind in found)


def test_no_two_classes_share_a_form() -> None:
    holders: dict[str, set[str]] = {}
    for form, path, _ in items.forms():
        holders.setdefault(items._key(form), set()).add(path)

    assert {} == {form: paths for form, paths in holders.items() if len(paths) > 1}


@pytest.mark.parametrize("unit", ["1", "152 mm ", "tank and ", "a ", "1.1 mm", "-", "tank, "])
def test_a_long_text_is_refused_at_once(unit: str) -> None:
    assert cost(lambda: [resolve(unit * 100_000), resolve((unit * 200)[:200])]) < 0.5


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(words: str) -> None:
    match = resolve(words)

    assert match.path is None or match.candidates == (match.path,)
