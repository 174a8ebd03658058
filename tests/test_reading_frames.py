from typing import Any

import pytest

from told import lines, told

TRANSFERS = [
    ("Turkey delivered 12 Bayraktar TB2 drones to Ethiopia in August 2021.",
     "shipment TR>ET 12 aircraft/uncrewed/armed when=2021-08"),
    ("The United Arab Emirates has sent weapons to the Rapid Support Forces via Chad.", "shipment AE>rsf weapons"),
    ("Israel sold Azerbaijan Harop drones worth $127 million.",
     "shipment IL>AZ 1.27e+08 aircraft/uncrewed/one-way-attack"),
    ("Armenia received four Caesar howitzers from France.",
     "shipment FR>AM 4 weapons/artillery/howitzer/self-propelled"),
    ("Belarus handed over 30 armoured vehicles to Mali's army.", "shipment BY>ML 30 vehicles/armoured"),
    ("Six Su-24 jets were transferred to the Libyan National Army by Russia in 2020.",
     "shipment RU>libyan-national-army 6 aircraft/crewed/fighter when=2020"),
    ("Iran's shipments of fuel to Lebanon began in September 2021.", "shipment IR>LB fuel when=2021-09"),
    ("Qatar will provide Lebanon's army with fuel.", "shipment QA>LB fuel predicted"),
    ("Cameroon plans to buy 20 armoured vehicles from China.", "shipment CN>CM 20 vehicles/armoured predicted"),
    ("Uganda has not sent any weapons to Sudan.", "shipment UG>SD weapons not"),
    ("Uganda refused to send weapons to Sudan.", "shipment UG>SD weapons not"),
    ("The European Union pledged 50 million euros in military aid to Mozambique.",
     "shipment eu>MZ 5e+07 aid/military pledged"),
    ("Germany approved the sale of 48 Eurofighter jets to Saudi Arabia.",
     "shipment DE>SA 48 aircraft/crewed/fighter authorised"),
    ("Sudan accused the UAE of arming the RSF with Chinese howitzers.", "shipment AE>rsf weapons/artillery/howitzer"),
    ("Drones made in Turkey were used by Azerbaijan against Armenia.", "shipment TR>AZ aircraft/uncrewed"),
    ("Iranian drones used by Ethiopia hit the town.", "shipment IR>ET aircraft/uncrewed"),
    ("Serbian mortar rounds sold to Saudi Arabia turned up in Yemen.", "shipment RS>SA munitions/mortar"),
    ("South Africa's supply of ammunition to the UAE was halted in 2020.", "shipment ZA>AE munitions when=2020"),
    ("Morocco, which bought 13 drones from Turkey in 2021, wants more.", "shipment TR>MA 13 aircraft/uncrewed when=2021"),
    ("The ship carried 2,000 tonnes of wheat from Odesa to Djibouti.",
     "shipment UA>DJ 2000 food/grain/wheat origin=Odesa"),
    ("Saudi Arabia imported 73 percent of its arms from the United States.", "shipment US>SA 73 weapons"),
    ("Venezuela turned to Iran to buy gasoline.", "shipment IR>VE fuel/refined/gasoline"),
    ("Washington suspended arms deliveries to Saudi Arabia in 2021.", "shipment US>SA weapons when=2021"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TRANSFERS)
def test_a_transfer_is_told_with_its_sides_goods_and_figure(text: str, expected: Any) -> None:
    assert [expected] == lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "France sent a message to Niger.",
        "The minister delivered a speech on arms exports in Cairo.",
        "The group launched an investigation into the shipment.",
        "Sudan provided details to Chad.",
        "Russia met the target.",
        "Iran and Iraq share a border.",
        "The drones are dangerous.",
        "Turkey used its own influence in Libya.",
    ],
)
def test_light_words_tell_no_transfer(text: str) -> None:
    assert [] == lines(text)


def test_each_figure_is_an_event_and_what_has_none_is_one_by_its_class() -> None:
    found = lines("Iran sent 40 drones, 6,000 shells, rifles, mortars and fuel to Sudan.")

    expected = [
        "shipment IR>SD 40 aircraft/uncrewed",
        "shipment IR>SD 6000 munitions/artillery/shell",
        "shipment IR>SD weapons/small-arms/rifle",
        "shipment IR>SD fuel",
    ]
    assert expected == found


def test_each_of_several_senders_gives_an_event() -> None:
    assert ["shipment IR>SD weapons", "shipment EG>SD weapons"] == lines(
        "Sudan bought weapons from Iran and Egypt."
    )


def test_a_new_clause_after_a_recipient_is_no_second_recipient() -> None:
    found = lines("Poland donated 14 Leopard 2 tanks to Ukraine and Slovakia sent 13 MiG-29 jets.")

    assert ["shipment PL>UA 14 vehicles/tank", "shipment SK>? 13 aircraft/crewed/fighter"] == found


def test_what_is_included_is_a_part_of_the_whole() -> None:
    found = told("Libya received 900 tonnes of arms from Turkey, including 40 mortars.")

    assert [(), (("part_of", 0, None),)] == [each.links for each in found]


def test_what_was_given_in_return_goes_the_other_way_and_is_linked() -> None:
    text = "In exchange for oil, Venezuela received gasoline from Iran."

    found = told(text)
    assert ["shipment IR>VE fuel/refined/gasoline", "shipment VE>IR fuel"] == lines(text)
    assert [(("in_return_for", 1, None),), ()] == [each.links for each in found]


def test_items_of_a_list_take_what_its_lead_tells() -> None:
    text = "Qatar delivered to Lebanon's army:\n\n- 30 trucks;\n- 2,000 rifles and 40 mortars.\n"
    lead = "Qatar sent aid to Lebanon, which includes:\n\n- 30 trucks;\n- 2,000 rifles and 40 mortars.\n"

    expected = [
        "shipment QA>LB aid",
        "shipment QA>LB 30 vehicles/truck",
        "shipment QA>LB 2000 weapons/small-arms/rifle",
        "shipment QA>LB 40 weapons/artillery/mortar",
    ]
    assert expected == lines(lead)
    assert [] == [line for line in lines(text) if "QA" not in line]


def test_a_pronoun_stands_for_the_actor_before_it() -> None:
    found = lines("Iran backs Sudan's army. It sent 40 drones to Sudan.")

    assert ["shipment IR>SD 40 aircraft/uncrewed"] == found


def test_a_side_that_a_sentence_leaves_out_is_taken_from_the_pair_of_its_paragraph() -> None:
    found = told("Iran sent drones to Sudan. Sudan received 12 trucks in May 2024.")

    assert ("IR", "paragraph", 0.5) == (
        found[1].slots["sender"].value,
        found[1].slots["sender"].rule,
        found[1].slots["sender"].confidence,
    )


def test_a_side_is_left_open_where_two_pairs_fit() -> None:
    found = lines("Iran sent drones to Sudan. Egypt sent rifles to Sudan. Sudan received 12 trucks.")

    assert "shipment ?>SD 12 vehicles/truck" == found[2]


def test_an_event_rests_on_its_words() -> None:
    text = "On Monday, officials said, Turkey delivered 12 drones to Ethiopia."

    found = told(text)[0]
    assert "Turkey delivered 12 drones to Ethiopia" == text[found.start : found.end]
    assert "delivered" == text[slice(*found.trigger)]
    assert "transfer.give/active" == found.rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "\ud800 sent",
        "sent to from by",
        "to " * 500,
        "Iran sent " * 500,
        "(" * 500,
        "that which " * 500,
    ],
)
def test_no_text_raises(text: str) -> None:
    assert told(text) is not None


def test_what_containers_could_hold_is_tied_to_them_and_alternatives_to_each_other() -> None:
    text = "Iran sent 40 containers of arms to Sudan. The containers could hold 3 million rounds or about 500,000 rockets."

    found = told(text)
    assert [None, "capacity", "capacity"] == [each.modality for each in found]
    assert [
        (),
        (("contained_in", 0, None),),
        (("contained_in", 0, None), ("alternative_to", 1, None)),
    ] == [each.links for each in found]


def test_what_a_state_holds_is_no_transfer() -> None:
    assert [] == lines("Iran holds 5,000 missiles.")


def test_between_two_ports_no_direction_is_sure() -> None:
    found = told("Shipments were seen moving between Iran's Bandar Abbas port and Sudan's Port Sudan.")

    assert [("between", 0.5), ("between", 0.5)] == [
        (found[0].slots[name].rule, found[0].slots[name].confidence) for name in ("sender", "recipient")
    ]
