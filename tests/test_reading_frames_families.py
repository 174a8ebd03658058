from typing import Any

import pytest

from told import lines

OTHERS = [
    ("Burundi deployed 3,000 soldiers to South Kivu in 2023.",
     ["troop_deployment BI>CD 3000 soldiers place=South Kivu when=2023"]),
    ("About 2,500 Kenyan police officers arrived in Haiti in June 2024.",
     ["troop_deployment KE>HT ~2500 Kenyan police officers place=Haiti when=2024-06"]),
    ("Eritrean troops fighting alongside Ethiopian forces withdrew.", ["troop_deployment ER>ET Eritrean troops"]),
    ("Up to 15,000 fighters from Syria were recruited by Turkey.", ["troop_deployment SY>TR <=15000 fighters"]),
    ("Azerbaijan shot down three Armenian drones over Nagorno-Karabakh.", ["loss AM>AZ 3 aircraft/uncrewed place=Nagorno-Karabakh"]),
    ("At least 60 Sudanese soldiers were killed.", ["loss SD>? >=60 Sudanese soldiers"]),
    ("Ten Malian soldiers died in an ambush near Tessalit.", ["loss ML>? 10 Malian soldiers place=Tessalit"]),
    ("Two peacekeepers from South Africa were killed in Goma by M23.", ["loss ZA>m23 2 peacekeepers place=Goma"]),
    ("Wagner fighters killed 500 people in Moura.", ["loss ML>wagner 500 people place=Moura"]),
    ("US forces seized 1,400 assault rifles from a dhow sailing from Iran to Yemen.",
     ["seizure IR>YE US>? 1400 weapons/small-arms/rifle"]),
    ("The navy intercepted a vessel carrying 70 tons of ammonium nitrate bound for the Houthis.",
     ["seizure ?>houthis 70 minerals/fertiliser"]),
    ("Ethiopia and Somalia signed a defence agreement in Ankara in December 2024.",
     ["treaty ET+SO a defence agreement place=Ankara signed=2024-12"]),
    ("Chad's president met his French counterpart in Paris on 6 October 2022.",
     ["meeting TD+FR place=Paris when=2022-10-06"]),
    ("Pakistan tested a Shaheen-3 ballistic missile in March 2021.", ["weapons_test PK>? missiles/ballistic when=2021-03"]),
    ("India successfully launched an Agni-V missile.", ["weapons_test IN>? missiles/ballistic/intercontinental outcome=successfully"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_an_event_of_another_kind_is_told(text: str, expected: Any) -> None:
    assert expected == lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister met the target.",
        "The talks will be long.",
        "Egypt lost the match.",
        "The army tested its patience.",
        "Officials killed the story.",
    ],
)
def test_other_senses_of_these_words_tell_nothing(text: str) -> None:
    assert [] == lines(text)
