import pytest

from told import lines

TOLD = [
    (
        "Japan's constitution prohibits the export of lethal weapons.",
        ["limit JP>? weapons instrument=Japan's constitution"],
    ),
    ("Annual imports are capped at 4 million barrels of crude oil.", ["limit 4e+06 crude oil"]),
    ("Mali may buy no more than 40 tanks.", ["limit ?>ML <=40 vehicles/tank"]),
    (
        "The UN Security Council adopted resolution 2745 lifting the arms embargo on the Central African Republic.",
        ["limit un-security-council>CF weapons instrument=resolution 2745"],
    ),
    (
        "Arms transfers to Darfur are prohibited under UN Security Council resolutions.",
        ["limit un-security-council>SD weapons instrument=UN Security Council resolutions"],
    ),
    (
        "Washington lifted its embargo on arms sales to Vietnam in May 2016.",
        ["limit US>VN weapons when=2016-05"],
    ),
    ("The arms embargo imposed on South Sudan by the UN was extended.", ["limit un>SS weapons"]),
    ("Norway barred Toyota from selling 40 trucks to Russia.", ["limit NO>? vehicles/truck"]),
    ("The treaty limits the army of Bosnia to 6,000 soldiers.", ["limit ?>BA 6000 instrument=The treaty"]),
    ("Norway barred Iran from buying 40 tanks.", ["limit NO>IR vehicles/tank"]),
    ("The EU banned the export of jet fuel to Syria in 2014.", ["limit eu>SY fuel/refined/jet when=2014"]),
    ("The treaty limits Serbia to 300 tanks.", ["limit ?>RS 300 vehicles/tank instrument=The treaty"]),
    ("OPEC set Iraq a quota of 4 million barrels a day.", ["limit opec>IQ 4e+06 window=1 day"]),
    (
        "Somalia's imports of mortars may not exceed 200 a year.",
        ["limit ?>SO <=200 weapons/artillery/mortar window=12 month"],
    ),
    (
        "Iran is allowed no more than 300 kilograms of enriched uranium under the deal.",
        ["limit ?>IR <=300 minerals/uranium/enriched instrument=the deal"],
    ),
    ("The United States sanctioned three Sudanese companies in June 2023.", ["limit US>SD 3 when=2023-06"]),
    (
        "Iran shipped 40,000 tonnes of fuel oil to the Houthis, violating the 10,000-tonne cap mandated by the UN.",
        ["limit un>houthis 10000", "shipment IR>houthis 40000 fuel/refined/fuel-oil"],
    ),
    (
        "The sale of drones to Mali was banned by France in March 2021.",
        ["limit FR>ML aircraft/uncrewed when=2021-03"],
    ),
    ("NATO's target of 2 percent was missed.", ["limit nato>? 2"]),
    ("Sanctions bar Iran from exporting drones.", ["limit ?>IR aircraft/uncrewed instrument=Sanctions"]),
    ("The UN arms embargo on Sudan covers Darfur.", ["limit un>SD weapons"]),
    ("China's ban on the export of graphite worries producers.", ["limit CN>? minerals/graphite"]),
    (
        "Moscow vetoed a resolution that would have imposed an arms embargo on South Sudan.",
        ["limit ?>SS weapons instrument=a resolution conditional"],
    ),
    ("India has banned rice exports since July 2023.", ["limit IN>? food/grain/rice when=2023-07/.."]),
    ("The EU's oil price cap has failed.", ["limit eu>?"]),
    ("Chad's limit of 40 tonnes a month was set by the UN.", ["limit un>TD 40 window=1 month"]),
    (
        "Turkey restricted exports of wheat to Iraq to 20,000 tonnes a month.",
        ["limit TR>IQ 20000 food/grain/wheat window=1 month"],
    ),
    ("Its sanctions on Mali were renewed by ECOWAS.", ["limit ecowas>ML"]),
]
NONE = [
    "Mali may buy 40 tanks.",
    "Somalia's imports may not fall.",
    "Germany restricted supplies.",
    "The general barred his soldiers from smoking.",
    "Ukraine had limited supplies of shells.",
    "The sky is the limit for Turkish drone makers.",
    "The mayor banned cars from the centre.",
    "Kenya met its target.",
    "We will impose additional sanctions.",
    "Critics want sanctions on Mali.",
    "Egypt set a limit.",
    "Libya is allowed 300 tanks.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_limit_is_told_with_whom_it_binds_and_who_set_it(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_sound_like_a_limit_tell_none(text: str) -> None:
    assert [] == [each for each in lines(text) if each.startswith("limit ")]
