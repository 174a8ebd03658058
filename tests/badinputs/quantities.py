"""Bad quantities: what an amount cannot say, and what it must not be taken for."""

from __future__ import annotations

import json

from badinputs.writing import Case, Sound, claim, jdoc, shipment, toml, whole


def amount(name: str, written: str, code: str, says: str, fix: str) -> Case:
    """Return a case of an amount that is written in JSON, which can say any letter."""
    content = jdoc(json.dumps({"id": "b1", "quote": "w", "shipment": {"amount": written}}))
    return Case(name, content, code, "shipment.amount", says, fix, file="bad.json")


NOTATION = [
    amount("Q01 a tower of powers", "9**9**9**9 tonne", "number-syntax", "no number in the notation: '9**9**9**9 tonne'", "write digits with at most one point"),
    amount("Q02 a tower of powers in a unit", "5 m**(9**9**9)", "unit-syntax", "'m**(9**9**9)'", "write it like barrel or barrel/day"),
    amount("Q03 a unit of a hundred thousand letters", "5 " + "a" * 100_000, "unit-size", "a unit has at most 64 characters", "write a name like container"),
    amount("Q04 a number of a hundred thousand digits", "9" * 100_000 + " tonne", "number-size", "a number has at most 40 characters", "write it with fewer digits"),
    amount("Q05 thousands behind a space", "10 000 km", "number-syntax", "the digits are grouped: '10 000 km'", "write 10000 km"),
    amount("Q06 thousands behind a space that does not break", "10\u00a0000 km", "number-syntax", r"the digits are grouped: '10\xa0000 km'", "write 10000 km"),
    amount("Q07 a comma and a point", "1.000,5 tonne", "number-syntax", "a comma in the number: '1.000,5 tonne'", "write 1000.5 for a decimal comma, or 1.0005 for grouped digits"),
    amount("Q08 a dash between numbers", "10\u201320 km", "number-syntax", r"a dash between two numbers: '10\u201320 km'", "write 10..20 km"),
    amount("Q09 a minus that is not ASCII", "\u22125 km", "number-syntax", "the minus sign is not ASCII", "write -5 km"),
    amount("Q10 a spread", "1 \u00b1 0.5 km", "number-syntax", r"a spread beside the number: '1 \xb1 0.5 km'", "like 0.5..1.5 km"),
    amount("Q11 a fraction", "3 1/2 mile", "number-syntax", "a fraction: '3 1/2 mile'", "like 3.5"),
    amount("Q12 Arabic digits", "\u0663\u0664 km", "number-syntax", r"no ASCII digits: '\u0663\u0664 km'", "write 34 km"),
    amount("Q13 a raised digit", "5\u00b2 km", "number-syntax", r"no ASCII digits: '5\xb2 km'", "use the digits 0 to 9 only"),
    amount("Q14 no number", "nan km", "number-not-finite", "the number is not finite: 'nan km'", "write the number"),
    amount("Q15 an underscore between digits", "1_000 km", "number-syntax", "the digits are grouped: '1_000 km'", "write 1000 km"),
    amount("Q16 code for a unit", "5 __import__('os').system('id')", "unit-syntax", "a unit is one name or one rate of two names", "write it like barrel or barrel/day"),
    amount("Q17 a unit to no power", "5 km**0", "unit-syntax", "'km**0'", "write it like barrel or barrel/day"),
    amount("Q18 brackets for a unit", "5 ()", "unit-syntax", "'()'", "write it like barrel or barrel/day"),
    amount("Q19 a line end in a unit", "5 m\ns", "unit-syntax", r"'m\ns'", "write it like barrel or barrel/day"),
    amount("Q20 a unit of two readings", "5 MT", "unit-ambiguous", "the unit has several readings: 'MT'", "write one of tonne, kilotonne"),
    amount("Q21 the same in small letters", "5 mt", "unit-ambiguous", "'mt'", "write one of tonne, metre"),
    amount("Q22 one letter for three units", "5 M", "unit-ambiguous", "'M'", "write one of metre, mile, month"),
    amount("Q23 a yield or a speed", "5 kt", "unit-ambiguous", "'kt'", "write one of kilotonne, knot"),
    amount("Q25 a temperature in a rate", "5 degC/day", "unit-offset", "a temperature is no part of a rate", "write the temperature alone"),
    amount("Q26 the sign of a degree", "20 \u2103", "unit-unknown", r"the unit has another name here: '\u2103'", "write degree_celsius"),
    amount("Q27 the sign of a square", "1 \u33a2", "unit-unknown", r"the unit has another name here: '\u33a2'", "write square_kilometre"),
    amount("Q28 a unit that nobody knows", "5 zorkmid", "unit-unknown", "no such unit: 'zorkmid'", "use a unit of osintkp/data/units.txt"),
    amount("Q29 fewer than none", "-350 truck", "number-range", "an amount in truck is never below zero: -350.0", "write 350 truck"),
    amount("Q30 a letter that cannot be seen in a unit", "5 k\u200bm", "unit-syntax", r"'k\u200bm'", "write it like barrel or barrel/day"),
    amount("an exponent", "1e5 km", "number-syntax", "an exponent in the number: '1e5 km'", "write 100000 km"),
    amount("two spaces", "5  km", "number-syntax", "one space stands between number, unit and hedge", "write 5 km"),
    amount("a space behind", "5 km ", "number-syntax", "spaces around the amount: '5 km '", "write 5 km"),
    amount("no space", "5km", "number-syntax", "no space between number and unit: '5km'", "write 5 km"),
    amount("a hexadecimal", "0x10 km", "number-syntax", "no number in the notation: '0x10 km'", "write digits"),
    amount("nothing", "", "number-syntax", "no amount: ''", "write digits"),
    amount("bounds the wrong way round", "5..3 km", "amount-order", "low, best and high are out of order: (5.0, None, 3.0)", "write 3..5"),
    amount("two marks", "~~5 km", "number-syntax", "no number in the notation: '~~5 km'", "write digits"),
    amount("a turn of writing direction in a unit", "5 km\u202e", "unit-syntax", r"'km\u202e'", "write it like barrel or barrel/day"),
    amount("a hedge that colours the terminal", '5 km "a\x1b[31m"', "hedge-syntax", r"\x1b[31m", "put at most 80 characters"),
    amount("a policy that nobody knows", "5 km @nope", "looseness-unknown", "no such looseness policy: 'nope'", "use one of tenth, digit, fifth, exact"),
    amount("an amount in digits of full width", "\uff15 km", "number-syntax", r"no ASCII digits: '\uff15 km'", "write 5 km"),
    amount("a unit with a letter of another alphabet", "5 \u043am", "unit-unknown", r"no such unit: '\u043am'", "use a unit"),
    amount("a rate of nothing", "5 km/0", "unit-unknown", "no such unit: '0'", "use a unit"),
    amount("a rate of three", "5 km/h/s", "unit-syntax", "'km/h/s'", "write it like barrel or barrel/day"),
    amount("a share without a space", "5%", "number-syntax", "no space between number and unit: '5%'", "write 5 percent"),
    amount("a currency in front", "$5", "number-syntax", "the currency stands before the number: '$5'", "ISO 4217"),
]  # fmt: skip
AMOUNTS = [
    Case("an unknown unit", shipment('amount = "40 trukc"'), "unit-unknown", "shipment.amount", "trukc", "did you mean truck?"),
    Case("an ambiguous unit", shipment('amount = "40 ton"'), "unit-ambiguous", "shipment.amount", "'ton'", "write one of tonne, short_ton, long_ton"),
    Case("a calibre in persons", shipment('calibre = "152 person"'), "wrong-dimension", "shipment.calibre", "this is measured in millimetre: '152 person'", '"152 mm"'),
    Case("troops in barrels", toml(claim('troop_deployment = { amount = "3000 barrel" }')), "wrong-dimension", "troop_deployment.amount", "this is measured in person or piece or no unit: '3000 barrel'", '"~8000 person"'),
    Case("people for a cargo", shipment('amount = "3000 person"'), "wrong-dimension", "shipment.amount", "this is not measured in person: '3000 person'", "troop_deployment"),
    Case("a window in barrels", toml(claim('limit = { window = "12 barrel" }')), "wrong-dimension", "limit.window", "this is measured in month: '12 barrel'", '"12 month"'),
    Case("meetings in tonnes", toml(claim('meeting = { amount = "6 tonne" }')), "wrong-dimension", "meeting.amount", "this is measured in meeting or piece or voyage or no unit", '"6 meeting"'),
    Case("a loss in months", toml(claim('loss = { amount = "6 month" }')), "wrong-dimension", "loss.amount", "this is not measured in month", "'~40 tank'"),
    Case("S22 a NaN of JSON", jdoc('{"id": "b1", "quote": "w", "loss": {"amount": NaN}}'), "number-not-finite", "loss.amount", "a number has to be finite: nan", "leave the key out", file="bad.json"),
    Case("S23 an infinity that is written as a number", jdoc('{"id": "b1", "quote": "w", "loss": {"amount": 1e999}}'), "number-not-finite", "loss.amount", "a number has to be finite: inf", "leave the key out", file="bad.json"),
    Case("S25 a hexadecimal of a hundred thousand digits", toml(claim("treaty = {}", more=f"span = [0, 0x{'f' * 100_000}]")), "number-size", "span[1]", "the number is too large: <int too large to show>", "keep it under"),
    whole("a number of five thousand digits", toml(claim("treaty = {}", more=f"span = [0, {'9' * 5000}]")), "number-size", "a whole number has more digits than Python reads", "write it shorter"),
    Case("S24 a number of five thousand digits in JSON", jdoc('{"id": "b1", "quote": "w", "treaty": {}, "span": [0, ' + "9" * 5000 + "]}"), "number-size", "span[1]", "the number has too many digits", "keep it within 40 digits, or give limits=ResourceLimits(whole_number_digits=...)", file="bad.json"),
    Case("a number of forty-one digits for a text", jdoc('{"id": "b1", "quote": "w", "treaty": {"title": ' + "9" * 41 + "}}"), "wrong-type", "treaty.title", f"text belongs here: {'9' * 41}", "put it in quotes", file="bad.json"),
    Case("Q31 degrees of cargo", shipment('amount = "20 degC"'), "wrong-dimension", "shipment.amount", "this is not measured in degree_celsius: '20 degree_celsius'", "troop_deployment"),
]  # fmt: skip
CASES = [*NOTATION, *AMOUNTS]


def sound(name: str, written: str, *, unit: str, best: str) -> Sound:
    reads = {"record.amount": written, "record.amount.unit": unit, "record.amount.best": best}
    return Sound(name, shipment(f'amount = "{written}"'), reads, keeps=("bad/b1", "bad/sound"))


ACCEPTED = [
    sound("Q24 a barrel, which is one of petroleum here", "5 barrel", unit="barrel", best="5.0"),
    sound("S26 a number that no float holds is kept as printed", "9007199254740993 container", unit="container", best="9007199254740992.0"),
    sound("S27 a tenth", "0.1 tonne", unit="tonne", best="0.1"),
    sound("noughts in front", "00012 truck", unit="truck", best="12.0"),
]  # fmt: skip
