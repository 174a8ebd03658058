"""Goods on their way as the press tells them: growth and shares, packages and hauls, arrivals, cuts of output, appeals."""

import pytest

from told import shown, told

GROWTH = [
    ("Morocco's imports of major arms increased by 64 percent.", ["shipment ?>MA 64 weapons"]),
    ("Russian arms exports to Vietnam dropped by 71 percent.", ["shipment RU>VN 71 weapons"]),
    ("Imports of Russian oil to India surged by 40 percent.", ["shipment RU>IN 40 fuel"]),
    ("French arms exports saw a 44 percent rise.", ["shipment FR>? 44 weapons"]),
    ("There was a 44 percent increase in French arms exports.", ["shipment FR>? 44 weapons"]),
    ("Ethiopia's arms imports were 51 percent higher.", ["shipment ?>ET 51 weapons"]),
    ("Saudi Arabia increased its arms imports by 28 percent.", ["shipment ?>SA 28 weapons"]),
]
SHARES = [
    ("82 percent of Kenyan imports came from China.", ["shipment CN>KE 82 82 percent of Kenyan imports"]),
    ("France accounted for 9 percent of total arms exports.", ["shipment FR>? 9 weapons"]),
    ("Egypt accounted for 4 percent of global arms imports.", ["shipment ?>EG 4 weapons"]),
    (
        "Turkey accounted for 54 percent of Malian arms imports and 8 percent of Chadian imports.",
        ["shipment TR>ML 54 weapons", "shipment TR>TD 8 weapons"],
    ),
    (
        "The largest seller was Italy, accounting for 52 percent of imports to the Sahel.",
        ["shipment IT>? 52 52 percent of imports"],
    ),
    ("Russia remained first, with 46 percent of Vietnamese arms imports.", ["shipment RU>VN 46 weapons"]),
    (
        "The USA's share of Pakistani imports in the same period was 27 percent.",
        ["shipment US>PK 27 Pakistani imports"],
    ),
]
PACKAGES = [
    (
        "Italy approved the sale of 400 missiles to Kenya. The package also includes 41 containers and 25 trucks.",
        ["shipment IT>KE 400 missiles authorised", "shipment IT>KE 41 containers authorised",
         "shipment IT>KE 25 vehicles/truck authorised"],
    ),
    (
        "Italy sent arms to Niger. The weapons include 40 mortars. The total cost is $300 million.",
        ["shipment IT>NE weapons", "shipment IT>NE 40 weapons/artillery/mortar",
         "shipment IT>NE 3e+08 weapons/artillery/mortar"],
    ),
    (
        "Kenyan police seized arms bound for Somalia. The cargo included 300 rifles. The value of the haul is $2 million.",
        ["seizure ?>SO KE>? weapons", "seizure ?>SO KE>? 300 weapons/small-arms/rifle",
         "seizure ?>SO KE>? 2e+06 weapons/small-arms/rifle"],
    ),
    ("Italy sent arms to Niger. The two states have 40 mortars.", ["shipment IT>NE weapons"]),
    ("Italy sent arms to Niger. The report includes 40 pages.", ["shipment IT>NE weapons"]),
    ("Italy did not send arms to Niger. The weapons include 40 mortars.", ["shipment IT>NE weapons not"]),
]  # fmt: skip
ARRIVALS = [
    (
        "Iran is sending fuel to Lebanon. The first tanker arrived in Sidon.",
        ["shipment IR>LB fuel", "shipment IR>LB fuel destination=Sidon"],
    ),
    (
        "Iran is sending fuel to Lebanon. The first Iranian ship docked in Sidon.",
        ["shipment IR>LB fuel", "shipment IR>LB fuel destination=Sidon"],
    ),
    ("Iran is sending fuel to Lebanon. The first Greek ship docked in Sidon.", ["shipment IR>LB fuel"]),
    ("Iran is sending fuel to Lebanon. The minister arrived in Sidon.", ["shipment IR>LB fuel"]),
    ("The first tanker arrived in Sidon.", []),
    ("An Egyptian aid convoy has arrived in Khartoum.", ["shipment EG>SD An Egyptian aid convoy"]),
    (
        "The Egyptian president ordered a humanitarian convoy to Libya.",
        ["shipment EG>LY a humanitarian convoy"],
    ),
    ("A Russian military convoy has arrived in Bamako.", []),
]
LIMITS = [
    ("Oman will cut output by 42,000 barrels a day.", ["limit OM>? 42000 window=1 day predicted"]),
    ("Kuwait announced a voluntary cut of 135,000 b/d.", ["limit KW>? 135000 window=1 day"]),
    (
        "The cuts include Kuwait (135,000 b/d), Oman (42,000 b/d) and Algeria (51,000 b/d).",
        ["limit KW>? 135000 window=1 day", "limit OM>? 42000 window=1 day", "limit DZ>? 51000 window=1 day"],
    ),
    ("Iraq agreed to reduce its quota by 50,000 b/d.", ["limit IQ>? 50000 window=1 day pledged"]),
    ("Iran cut exports to Syria to 40,000 barrels a day.", ["shipment IR>SY 40000 exports"]),
    ("Oman cut wages by 9 percent.", []),
    ("Iran is under American sanctions.", ["limit US>IR"]),
    ("Eritrea was placed under UN sanctions in 2009.", ["limit un>ER when=2009"]),
    ("Libya is subject to an arms embargo.", ["limit ?>LY weapons"]),
    ("The United Nations has an arms embargo in place against Somalia.", ["limit un>SO weapons"]),
    ("The troop ceiling will rise from 2,200 to 3,200.", ["limit 2200", "limit 3200"]),
    ("The herring quota has been set at 45,000 tonnes.", ["limit 45000"]),
    ("Iraq was given a quota of 4 million barrels a day.", ["limit ?>IQ 4e+06 window=1 day"]),
    ("The embargo will affect 75 percent of Syrian oil imports.", ["limit ?>SY 75 fuel predicted"]),
    (
        "The EU agreed to sanctions against Syria that will include a ban on Syrian oil imports.",
        ["limit eu>SY", "limit eu>SY fuel"],
    ),
    ("India restricted wheat exports.", ["limit IN>? food/grain/wheat"]),
    ("Germany restricted supplies.", []),
    ("the sanctions Washington has imposed on Tehran", ["limit US>IR"]),
    (
        "The UN eased some of the restrictions. The UN has an arms embargo on Somalia.",
        ["limit un>SO", "limit un>SO weapons"],
    ),
    ("Iran is not under American sanctions.", []),
    ("The men are under arrest.", []),
]
PLEDGES = [
    ("A donor conference for Yemen raised $12 million.", ["shipment ?>YE 1.2e+07 $12 million pledged"]),
    ("The UN appealed for $42 million for Ethiopia.", ["shipment ?>ET 4.2e+07 $42 million conditional"]),
    (
        "The UN is seeking $4 million for its work in Ethiopia.",
        ["shipment ?>ET 4e+06 $4 million conditional"],
    ),
    ("Canada agreed to pay $4 million to Mali.", ["shipment CA>ML 4e+06 $4 million pledged"]),
    (
        "Japan announced a donation in the amount of $30 million to Jordan.",
        ["shipment JP>JO 3e+07 a donation in the amount of $30 million pledged"],
    ),
    (
        "Germany topped the list with a pledge of $3 million for Chad.",
        ["shipment DE>TD 3e+06 $3 million pledged"],
    ),
    (
        "Some $5 million will be allocated to support humanitarian action in Somalia.",
        ["shipment ?>SO ~5e+06 Some $5 million predicted"],
    ),
    ("The conference raised questions for Yemen.", []),
    ("Kenya requested the sale of 40 trucks.", ["shipment ?>KE 40 vehicles/truck"]),
    ("Norway will finance the purchase of 40 trucks.", ["shipment NO>? 40 vehicles/truck predicted"]),
    ("Poland signed a deal for 24 drones.", ["shipment ?>PL 24 aircraft/uncrewed pledged"]),
]
SEIZURES = [
    (
        "A Kenyan navy ship seized a huge cache of weapons off Somalia.",
        ["seizure KE>? weapons place=Somalia"],
    ),
    ("The rifles were found hidden in a truck by Libyan customs.", ["seizure LY>? weapons/small-arms/rifle"]),
    (
        "Greek police found 40 rifles in a container bound for Libya.",
        ["seizure ?>LY GR>? 40 weapons/small-arms/rifle"],
    ),
    ("Iranian forces impounded the British tanker Stena.", ["seizure GB>? IR>? ships/tanker"]),
    ("Chad found 40 rifles in Libya.", []),
]


def lines(text: str) -> list[str]:
    """Return what the frames tell, without what is only taken up because a figure was left over."""
    return [shown(event) for event in told(text) if not event.rule.startswith("loose")]


@pytest.mark.parametrize(("text", "expected"), GROWTH)
def test_the_share_by_which_a_trade_changes_is_its_figure(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_a_share_of_a_trade_is_told_with_the_sides_that_are_named(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), PACKAGES)
def test_what_a_package_or_haul_includes_has_its_sides(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), ARRIVALS)
def test_a_carrier_that_comes_is_of_the_delivery_told_before(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), LIMITS)
def test_a_limit_is_told_by_the_clause_around_it(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), PLEDGES)
def test_a_sum_is_pledged_or_asked_for_whoever_is_the_subject(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(("text", "expected"), SEIZURES)
def test_a_find_or_a_ship_is_seized_by_who_came_on_it(text: str, expected: list[str]) -> None:
    assert expected == lines(text)
