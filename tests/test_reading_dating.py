import pytest

import osintkp
from osintkp.reading.events import Slot
from osintkp.reading.finding import find
from osintkp.reading.frames.dating import graded
from told import lines

DATED = [
    ("In October 2022, Chad sold 40 trucks to Niger.", ["shipment TD>NE 40 vehicles/truck when=2022-10"]),
    ("Chad sold 40 trucks to Niger in October 2022.", ["shipment TD>NE 40 vehicles/truck when=2022-10"]),
    ("Chad in 2019 sold 40 trucks to Niger.", ["shipment TD>NE 40 vehicles/truck when=2019"]),
    ("In the 1990s Serbia sold 40 trucks to Niger.", ["shipment RS>NE 40 vehicles/truck when=199X"]),
    ("Between 1990 and 2005, Serbia sold 40 trucks to Niger.", ["shipment RS>NE 40 vehicles/truck when=1990/2005"]),
    ("Since 2021, Chad has begun delivering fuel to Niger.", ["shipment TD>NE fuel when=2021/.."]),
    ("Chad sent 40 trucks to Niger to help its army in 2022.", ["shipment TD>NE 40 vehicles/truck when=2022"]),
    ("Turkey's sale of 40 drones to Mali was agreed in March 2021.", ["shipment TR>ML 40 aircraft/uncrewed when=2021-03"]),
    ("Shelling on 3 May 2021 killed 12 civilians.", ["loss 12 civilians when=2021-05-03"]),
    ("In 2019, Chad sold 40 tanks to Mali and delivered 300 rifles to Togo.",
     ["shipment TD>ML 40 vehicles/tank when=2019", "shipment TD>TG 300 weapons/small-arms/rifle when=2019"]),
    ("In 2019 Chad sold 40 tanks to Mali and in 2020 Niger sold 30 tanks to Togo.",
     ["shipment TD>ML 40 vehicles/tank when=2019", "shipment NE>TG 30 vehicles/tank when=2020"]),
    ("Chad sold 40 tanks in 2019 and 30 trucks in 2020 to Niger.",
     ["shipment TD>NE 40 vehicles/tank when=2019", "shipment TD>NE 30 vehicles/truck when=2020"]),
    ("Chad sent 29 trucks to Niger, including 17 in March 2021.",
     ["shipment TD>NE 29 vehicles/truck", "shipment TD>NE 17 17 when=2021-03"]),
    ("In 2020, officials say, Chad sent 40 trucks to Niger.", ["shipment TD>NE 40 vehicles/truck when=2020"]),
    ("From September 2020 onward, Abuja has counted 670 trucks traveling from Chad to Niger.",
     ["shipment TD>NE 670 vehicles/truck when=2020-09/.."]),
    ("In 2019 Serbia sold 270 tanks to Chad. It also sold eight helicopters to Mali.",
     ["shipment RS>TD 270 vehicles/tank when=2019", "shipment RS>ML 8 aircraft/helicopter when=2019"]),
    ("Since 2019, officials say that Chad has sold 40 trucks to Niger.", ["shipment TD>NE 40 vehicles/truck when=2019/.."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_an_event_has_the_date_of_its_clause(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


UNDATED = [
    ("Chad sent 40 trucks to Niger, the minister said on 3 May 2021.", ["shipment TD>NE 40 vehicles/truck"]),
    ("On 3 May 2021 the minister said that Chad had sent 40 trucks to Niger.", ["shipment TD>NE 40 vehicles/truck"]),
    ("Mali sold Chad 40 rifles in 2019, and Niger supplied Togo with 30 mortars.",
     ["shipment ML>TD 40 weapons/small-arms/rifle when=2019", "shipment NE>TG 30 weapons/artillery/mortar"]),
    ("In 2019 Serbia sold 270 tanks to Chad. It has also sold eight helicopters to Mali.",
     ["shipment RS>TD 270 vehicles/tank when=2019", "shipment RS>ML 8 aircraft/helicopter"]),
    ("In 2019 Serbia sold 270 tanks to Chad. Mali received eight helicopters from Serbia.",
     ["shipment RS>TD 270 vehicles/tank when=2019", "shipment RS>ML 8 aircraft/helicopter"]),
    ("Since 2019, officials say that Chad sold 40 trucks to Niger.", ["shipment TD>NE 40 vehicles/truck"]),
    ("Chad lent Niger 40 trucks for two years.", ["shipment TD>NE 40 vehicles/truck"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_the_date_of_another_clause_is_not_that_of_an_event(text: str, expected: list[str]) -> None:
    assert expected == lines(text)


def test_a_date_reckoned_from_the_day_of_publication_keeps_that_day() -> None:
    (claim,) = osintkp.read("Two years ago Chad gave Niger 40 trucks.", published="2024-06-12").claims

    assert claim.when is not None
    assert ("2022", "2024-06-12") == (claim.when.edtf, str(claim.when.anchor))


@pytest.mark.parametrize(("published", "expected"), [(None, 0.9), ("2024-06-12", 0.77)])
def test_a_date_beside_its_verb_is_surer_where_nothing_is_reckoned(
    published: str | None, expected: float
) -> None:
    text = "Chad sent trucks in 2019." if published is None else "Chad sent trucks last year."
    (date,) = find(text, published).dates

    assert expected == graded(Slot(value=date, rule="beside"), "beside").confidence
