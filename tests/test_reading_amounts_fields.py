"""The fields of a figure beside its number: words, unit, item, whole, rate, role; and figures found from their context."""

from __future__ import annotations

import pytest

from osintkp.reading.amounts.finder import amounts
from osintkp.reading.mentions import AmountMention
from osintkp.reading.view import seen


def read(text: str) -> list[AmountMention]:
    """Return the amounts of a text."""
    return amounts(seen(text), text)


def only(text: str) -> AmountMention:
    """Return the one amount of a text."""
    [mention] = read(text)
    return mention


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("He said more than 40 Kenyan police had come.", "more than 40 Kenyan police"),
        ("It took well over 300 villages.", "well over 300 villages"),
        ("It took (about 300 villages) in all.", "about 300 villages"),
        ("Between 5 and 9 boats sank.", "Between 5 and 9 boats"),
        ("They hold 40 hostages or more.", "40 hostages or more"),
        ("Rockets injured hundreds more.", "hundreds more"),
        ("It pumps 900,000 barrels a day from Sirte.", "900,000 barrels a day"),
        ("The 500,000-barrel cap stands.", "500,000-barrel"),
        ("It cost \u20ac4.35 billion.", "\u20ac4.35 billion"),
        ("It cost USD 5 million.", "USD 5 million"),
        ("It lost several [dozen] boats.", "several [dozen] boats"),
        ("At least another 30 men fled.", "At least another 30 men"),
    ],
)
def test_a_quote_holds_hedge_number_and_noun(text: str, quote: str) -> None:
    assert quote == only(text).quote


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("At least 40 men fled.", "At least"),
        ("They hold 40 or more men.", "or more"),
        ("Up to about 500 men fled.", "Up to about"),
        ("Some 40 men fled.", "Some"),
        ("All 40 men fled.", None),
    ],
)
def test_a_hedge_is_kept_as_printed(text: str, hedge: str | None) -> None:
    assert hedge == only(text).hedge


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("They sent 13,000 containers of arms to Tobruk.", "arms"),
        ("They sent 25,000 sets of body armour for police.", "body armour"),
        ("They burnt 900 tonnes of sesame in Gedaref.", "sesame"),
        ("They sent twelve armoured personnel carriers to Bangui.", "armoured personnel carriers"),
        ("They gave $50m in loans to Juba.", "loans"),
        ("They gave $50m worth of fuel to Juba.", "fuel"),
        ("They gave $50m in Juba.", None),
        ("They walked 40 km.", None),
        ("A 900-strong force left.", None),
    ],
)
def test_an_item_is_what_is_counted_or_contained(text: str, item: str | None) -> None:
    assert item == only(text).item


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("About 8,000 of those Eritrean soldiers left.", "those Eritrean soldiers"),
        ("About 8,000 of its soldiers left.", "its soldiers"),
        ("It burnt 40 percent of the harvest.", "the harvest"),
        ("It burnt half of its fuel.", "its fuel"),
        ("It burnt 40 percent more.", None),
        ("It burnt 40 farms.", None),
    ],
)
def test_a_base_is_what_it_is_a_part_of(text: str, base: str | None) -> None:
    assert base == only(text).base


@pytest.mark.parametrize(
    ("text", "per", "role"),
    [
        ("They fire 7,400 rounds per day.", "day", "rate"),
        ("They fire 7,400 rounds a day.", "day", "rate"),
        ("They build 600 drones annually.", "year", "rate"),
        ("Brent stood at $85 a barrel.", "barrel", "money"),
        ("He earns $900 monthly.", "month", "money"),
        ("They built 600 drones a year ago.", None, "count"),
        ("They built 600 drones.", None, "count"),
        ("It gave $600m.", None, "money"),
        ("It gave 6 percent.", None, "percent"),
        ("It gave 6 tonnes.", None, "measure"),
        ("It gave 155 mm shells.", None, "calibre"),
        ("It gave three times as many.", None, "multiple"),
    ],
)
def test_a_rate_says_per_what_and_a_role_what_kind(text: str, per: str | None, role: str) -> None:
    mention = only(text)

    assert (per, role) == (mention.per, mention.role)


def test_a_count_of_shells_holds_their_calibre_as_a_mention_of_its_own() -> None:
    count, calibre = read("They got fifty 170mm howitzers.")

    assert ("fifty 170mm howitzers", 50.0) == (count.quote, count.best)
    assert ("170mm", 170.0, "millimetre") == (calibre.quote, calibre.best, calibre.unit)
    assert count.start < calibre.start < calibre.end < count.end


def test_a_mention_says_where_its_number_stands() -> None:
    mention = only("He sent more than 2,000 men.")

    assert (18, 23) == mention.number


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "approximate"),
    [
        ("He sent 40 men.", 40, 40, 40, False),
        ("He sent about 40 men.", 40, 40, 40, True),
        ("He sent more than 40 men.", 40, None, None, False),
        ("He sent up to 40 men.", None, None, 40, False),
        ("He sent 30 to 40 men.", 30, None, 40, False),
        ("He sent about 30 to 40 men.", 30, None, 40, True),
        ("He sent dozens of men.", 24, None, None, True),
        ("He sent a couple of men.", 2, 2, 2, True),
        ("He sent up to several hundred men.", None, None, 300, True),
    ],
)
def test_bounds_are_those_of_the_words(
    text: str, low: float | None, best: float | None, high: float | None, approximate: bool
) -> None:
    mention = only(text)

    assert (low, best, high, approximate) == (mention.low, mention.best, mention.high, mention.approximate)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The SADC force of 1,300 left; Burundi had 10,000.", ["person", "person"]),
        ("A convoy of 30 left.", ["vehicle"]),
        ("The crew of five was held.", ["person"]),
        ("The number of trucks rose to 600 a day from 200.", ["truck", "truck"]),
        ("Rwanda sent 400 trucks. Malawi sent 150.", ["truck", "truck"]),
        ("Of the 40 aircraft, 12 were destroyed and five damaged.", ["aircraft", "aircraft", "aircraft"]),
        ("More than 100,000 of Karabakh's 120,000 Armenians fled.", ["person", "person"]),
        ("Killed: 12. Wounded: 30.", ["person", "person"]),
        ("Exports were 33 million tonnes, down from 42 million.", ["tonne", "tonne"]),
        ("It rose from 0.05 to 0.7 percent.", ["percent", "percent"]),
        ("It got $3 billion; 80 billion more is due.", ["USD", "USD"]),
        ("Thousands fled.", ["person"]),
        ("It downed 36 drones and three others.", ["drone", "drone"]),
        ("About 2.3 million face hunger.", ["person"]),
        ("One in three Haitians is hungry.", ["percent"]),
        ("The relief road is 1,200m above the town.", ["metre"]),
        ("They seized 7.62x39mm rounds and .50-calibre guns.", ["millimetre", "inch"]),
        (
            "They gave 12 MiG-29s, six MQ-9s, 40 BTR-80s and 100 D-30 guns.",
            ["aircraft", "drone", "vehicle", "gun"],
        ),
        ("A pair of helicopters landed.", ["helicopter"]),
        ("Two US Navy SEALs died.", ["person"]),
        ("It has 16 HIMARS Chad had sold.", ["launcher"]),
        ("Four personnel can- \u2014 carriers burnt.", ["vehicle"]),
        ("They printed 10 billion dinars.", ["dinar"]),
        ("Two of the four men fled.", ["person", "person"]),
        ("The UN counted 40 tank and artillery crews.", ["crew"]),
        ("It took 2,000 square metres of land.", ["square_metre"]),
        ("Both countries signed.", []),
        ("They got 3M-14 and 53-65K.", []),
        ("He was on Hill 88 of Unit 8200.", []),
        ("A boy, 7, ran.", []),
        ("Phase two began; round two failed.", []),
        ("It lasted a quarter of a century.", ["century"]),
        ("Base 101 is shut. Vision 2030 failed.", []),
        ("At 1900 hours it ended.", []),
        ("The seven are safe.", []),
        ("It lost 3,000 tanks; another 600 are in store. Of these, only 40 run.", ["tank", "tank", "tank"]),
        ("It bought 54 new Leopard 2A8 and 6 CV90.", ["tank", "vehicle"]),
        ("It bought 12 T-80BVs.", ["tank"]),
        ("It met 25 Wing and 3 Para.", []),
        ("It lost several dozen.", ["person"]),
        ("Leopard 2 tanks burnt near Afrin.", []),
        ("Chad 2 trucks short.", ["truck"]),
        ("Zero tolerance is the rule; zero deaths is the aim.", ["person"]),
        ("Those freed were under 18.", []),
        ("It stands at 12 King Hussein Street.", []),
        ("It is told (12) and again (13).", []),
        ("They hold 40 or more; 60 at most.", [None, None]),
        ("Tanks: 45. Colour: 45.", ["tank"]),
        ("Two Buk (SA-17) launchers burnt.", ["launcher"]),
        ("Two Buk (SA-17 launchers burnt.", ["system"]),
        ("It bought 400 Javelin.", ["missile"]),
        ("It bought 40 fighter-bombers.", ["aircraft"]),
        ("It has 30 cavalrymen and 20 arsonists.", ["person", "person"]),
        ("Stocks: 2,000 Javelin\n- 100 rifles\n- 60 carts\n", ["missile", "rifle", "cart"]),
        ("Kigali sent 900 men\nTroops held Bukavu", ["person"]),
        ("A pair of shoes and a pair of old long grey attack helicopters.", []),
        ("He has 5 l and 9 v.", ["litre"]),
        ("They beat 30 won the race.", []),
        ("It took 5 more full consecutive days.", ["day"]),
        ("They sold 9 rounds a man.", ["round"]),
        ("They gave 9 rounds a soldier.", ["round"]),
        ("They sent 40 sets of.", ["set"]),
        ("Between two in five and three in ten.", ["percent", "percent"]),
        ("Nineteen of 40 and 12 in 900.", []),
        ("It rose three percentage points of the total.", ["percent"]),
        ("From 900 to $5 million.", ["USD"]),
    ],
)
def test_a_unit_is_found_where_the_noun_stands_elsewhere(text: str, units: list[str]) -> None:
    assert units == [mention.unit for mention in read(text)]
