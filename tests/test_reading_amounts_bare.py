"""Figures whose noun stands elsewhere or nowhere, and figures as lists, tables and other Englishes have them."""

from __future__ import annotations

import pytest

from osintkp.reading.amounts.finder import amounts
from osintkp.reading.view import seen

VOTES = [
    (
        "The text passed with 28 votes in favour, six against and 13 abstentions.",
        ["28 vote", "6 vote", "13 abstention"],
    ),
    ("The assembly adopted it: 12 in favour and three against.", ["12 vote", "3 vote"]),
    ("Six against Eritrea would be a hard match.", []),
]
REST = [
    ("Chad has three drones and wants two more.", ["3 drone", "2 drone"]),
    ("Chad has three drones and wants two more than Mali.", ["3 drone"]),
    ("Chad bought three drones; another five are on order.", ["3 drone", "5 drone"]),
    ("Twelve boats were ordered; eight followed in spring.", ["12 boat", "8 boat"]),
    ("Twelve boats were ordered; eight Kenyan crews followed.", ["12 boat", "8 crew"]),
    ("Niger ordered 12, of which four came.", ["12 None", "4 None"]),
    ("Last spring 450 were built.", ["450 None"]),
    ("Last spring 450 or so.", []),
    ("Of the dead, ten were Malians.", ["10 person"]),
    ("Of the towns, ten were Malian.", []),
    ("The navy counted 10 boats in 2017, 30 by 2019.", ["10 boat", "30 boat"]),
    ("It met in 2017, 2018 and 2019.", []),
    ("Some 13 peacekeepers -- nine of them Tanzanian -- fell.", ["~13 person", "9 person"]),
    ("Troops killed one and wounded three in Goma.", ["1 person", "3 person"]),
    ("Troops killed one another in Goma.", []),
    ("At least a thousand are believed to have been killed.", [">=1000 person"]),
    ("At least a thousand are believed to have been sold.", [">=1000 None"]),
]
COMPANIES = [
    ("The village of 45,000 lies near Gao.", ["45000 person"]),
    ("The brigade, numbering 4,000, crossed the Nile.", ["4000 person"]),
    ("The files, numbering 4,000, were burnt.", ["4000 None"]),
    ("A squadron of 12 flew to Asmara.", ["12 aircraft"]),
    ("The Group of 77 met in Nairobi.", []),
    ("The 47-member council and a 12-member crew met.", ["47 member", "12 person"]),
    ("Mali has 50,000 forces and two forces of order.", ["50000 person", "2 force"]),
]
ROWS = [
    ("Tanks: 45\nArmoured vehicles: 112\nOutposts: 7", ["45 tank", "112 vehicle", "7 outpost"]),
    ("Tanks 45\nTrucks 112", ["45 tank", "112 truck"]),
    ("Tanks (45), trucks (112) and T-62 (20) burnt.", ["45 tank", "112 truck", "20 tank"]),
    ("The treaty (45) and the annex (12) stand.", []),
    ("Annex: 45", []),
]
GLUED = [
    ("Gabon pumps 300 kb/d and sold 300 kb of files.", ["300000 barrel", "300 file"]),
    ("Gabon paid SEK22bn, 75,000 kr and room sek22.", ["22000000000 SEK", "75000 crown"]),
    ("Gabon piped 15bcm and 3.5 bcm per year.", ["15 billion_cubic_metre", "3.5 billion_cubic_metre"]),
    (
        "The share jumped to a third and fell by half; it came by half an hour late.",
        ["33.33 percent", "50 percent", "0.5 hour"],
    ),
    ("As many as 2.5million Eritreans fled.", ["<=2500000 person"]),
    ("Some 12crore rupees were lent.", ["~120000000 INR"]),
    (
        "N1.2 trillion was voted, N500m spent and N350,000 found on the N2 road.",
        ["1200000000000 NGN", "500000000 NGN", "350000 NGN"],
    ),
    (
        "He paid Rs500, Rs.700 and Rs5,000 crore; room R500 and road N95 are closed.",
        ["500 INR", "700 INR", "50000000000 INR"],
    ),
    (
        "It cost EUR300 million, KSh2bn, R1.5bn and rs232.",
        ["300000000 EUR", "2000000000 KES", "1500000000 ZAR"],
    ),
    ("Angola pumps 1.1-1.3 mbd and ships 2 mb/d.", ["1100000..1300000 barrel", "2000000 barrel"]),
    ("Two 20 mm guns fired at 5 mb files.", ["2 gun", "20 millimetre", "5 file"]),
]
RANGES = [
    ("They burnt 40 or 50,000 huts.", ["40000..50000 hut"]),
    ("They burnt between 10 and 15,000 huts.", ["10000..15000 hut"]),
    ("They burnt 40 huts or 50,000.", ["40 hut", "50000 hut"]),
    ("They burnt 4 or 50,000 huts.", ["4 hut", "50000 hut"]),
    ("We think twelve, thirteen thousand men went.", ["12000..13000 person"]),
    ("We think of twelve, thirty thousand men went.", ["12 person", "30000 person"]),
    ("Three- to five-thousand men hold Kidal.", ["3000..5000 person"]),
    ("It rose from 2,500 boats in 2022 to 4,000.", ["2500 boat", "4000 boat"]),
    ("Several tens of thousands of people fled.", ["~30000.. person"]),
]
PHRASES = [
    ("Chad has four long-range and two short-range missiles.", ["4 missile", "2 missile"]),
    ("Chad sent four Kenyan and two Malian soldiers.", ["4 person", "2 person"]),
    ("Chad saw four again and two missiles.", ["2 missile"]),
    ("Chad lost 13 tanks: 4 destroyed, 2 damaged, 7 captured.", ["13 tank", "4 tank", "2 tank", "7 tank"]),
    ("Chad lost 13 tanks and saw its own soldiers leave: 7 captured.", ["13 tank", "7 person"]),
    ("Eight laden ships and eight heavily loaded trucks left after 4 wks.", ["8 ship", "8 truck", "4 week"]),
    (
        "Ships carried around 2.2m, 1.4m and 700,000 barrels.",
        ["~2200000 barrel", "1400000 barrel", "700000 barrel"],
    ),
    (
        "Chad buys 44 boats for $2 million and upgrades 66 more; it rained.",
        ["44 boat", "2000000 USD", "66 boat"],
    ),
    ("Chad gave 10 boats and 6.3 billion of its own.", ["10 boat", "6300000000 None"]),
    ("The mast is 50 m high, the other 1.5m.", ["50 metre", "1.5 metre"]),
    ("There are 35 such detainees.", ["35 person"]),
    ("It is a 5,500- strong force.", ["5500 person"]),
    ("Polls closed in 12 out of Sudan's 50 districts.", ["12 district", "50 district"]),
    ("About 300 United States military personnel stay in Chad.", ["~300 person"]),
    ("Each of the eight launchers fires six rockets.", ["8 launcher", "6 rocket"]),
    ("The eight arms depots burnt.", ["8 depot"]),
    ("The 43,000 plus, mostly Sudanese civilians, are fed.", [">=43000 person"]),
    (
        "Gabon sent 20x 155mm howitzers and 6 x M270 launchers.",
        ["20 howitzer", "155 millimetre", "6 launcher"],
    ),
    (
        "Gabon sent two 250 kg bombs and six 2,000-pound bombs.",
        ["2 bomb", "250 kilogram", "6 bomb", "2000 pound_mass"],
    ),
    ("Gabon sent rounds of 5.56\u00d745 mm.", ["5.56 millimetre"]),
    ("Gabon sent 130 tanks and other armoured vehicles.", ["130 vehicle"]),
    ("Gabon sent 130 tanks and vehicles carrying fuel.", ["130 tank"]),
    ("Gabon sent \u201cup to\u201d 36 boats.", ["<=36 boat"]),
    ("Gabon lost the war\u2014more than 300 boats sank.", [">300 boat"]),
    ("Gabon has ten Stridsvagn 122 and parts of a radar.", ["10 tank"]),
    ("Gabon has some 152 and 122 mm shells.", ["~152 millimetre", "122 millimetre"]),
    ("Gabon pays 20-some men.", ["~20 person"]),
]
SINGLE = [
    ("A single drone hit Khartoum.", ["1 drone"]),
    ("Not a single drone hit Khartoum.", []),
    ("A single idea won.", []),
    ("One UAV, one Su-30 and one mobile missile launcher burnt.", ["1 drone", "1 aircraft", "1 launcher"]),
    ("They hit one ground control station and one missile site.", ["1 station", "1 site"]),
    ("They hit it from one site; one order of things fell.", []),
    ("One uncrewed aerial vehicle fell.", ["1 drone"]),
    ("One of Sudan's largest factories burnt.", []),
    ("The navy made one successful airstrike.", ["1 airstrike"]),
]
GAPPED = [
    (
        "Chad gave 18 tanks, Mali 10, Niger eight and the Congo Republic six.",
        ["18 tank", "10 tank", "8 tank", "6 tank"],
    ),
    ("Chad gave 18 tanks, a Boeing 747 and Apollo 11.", ["18 tank"]),
    ("Chad gave 18 tanks. Mali 10.", ["18 tank"]),
    ("Chad has 44 tanks; all 44 are old and the first 12 arrived in May.", ["44 tank", "44 tank", "12 tank"]),
    ("Chad has 44 tanks; all in all it rained and the first arrived in May.", ["44 tank"]),
    ("Chad had 42 in spring; chapter 42 in the book.", ["42 None"]),
    ("Chad has 44 tanks, 10 per battalion; they get five each.", ["44 tank", "10 tank", "5 tank"]),
    ("Some 2/3 are lost and half were old; the second half was calm.", ["~66.67 percent", "50 percent"]),
]
ALL = [*GAPPED, *VOTES, *REST, *COMPANIES, *ROWS, *GLUED, *RANGES, *PHRASES, *SINGLE]


def read(text: str) -> list[str]:
    """Return the amounts of a text in the notation."""
    found = []
    for each in amounts(seen(text), text):
        low, high = each.low, each.high
        if each.comparator in (">", ">=", "<", "<="):
            printed = f"{low if high is None else high:.15g}"
        elif low == high:
            printed = f"{low:.15g}"
        else:
            printed = f"{low:.15g}..{'' if high is None else f'{high:.15g}'}"
        found.append(f"{each.comparator}{printed} {each.unit}")
    return found


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text for text, _ in ALL])
def test_a_sentence_gives_its_figures(text: str, expected: list[str]) -> None:
    assert expected == read(text)


@pytest.mark.parametrize("words", ["1.2 million barrels a day", "450,000 bpd", "3.1m b/d"])
def test_a_flow_of_oil_is_in_barrels_a_day(words: str) -> None:
    found = amounts(seen(words), words)[0]

    assert ("barrel", "day") == (found.unit, found.per)
