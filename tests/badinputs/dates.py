"""Bad dates: what a day cannot be, what nobody may fill in, and what has several readings."""

from __future__ import annotations

import json

from badinputs.writing import Case, Sound, claim, jdoc, shipment, toml, whole


def when(name: str, written: str, code: str, says: str, fix: str) -> Case:
    """Return a case of a date that is written in JSON, which can say any letter."""
    content = jdoc(json.dumps({"id": "b1", "quote": "w", "shipment": {"when": written}}))
    return Case(name, content, code, "shipment.when", says, fix, file="bad.json")


NOTATION = [
    when("D01 a month that no year has", "2024-13-45", "date-invalid", "there is no month 13: '2024-13-45'", "months run from 01 to 12"),
    when("D02 a day that no month has", "2024-02-30", "date-invalid", "February 2024 has 29 days: '2024-02-30'", "write a day from 2024-02-01 to 2024-02-29, or 2024-02"),
    when("D03 figures of six readings", "01/02/03", "date-ambiguous", "the order of such figures differs from country to country: '01/02/03'", "2003-02-01, 2003-01-02, 2001-02-03, 1903-02-01, 1903-01-02 or 1901-02-03"),
    when("D04 figures in a national order", "13/02/2024", "date-ambiguous", "'13/02/2024'", "write 2024-02-13"),
    when("D05 one figure", "1", "date-invalid", "not a date: '1'", "write four digits for a year"),
    when("D06 the day of a week", "sat", "date-invalid", "words are not a date: 'sat'", "write the day that is meant"),
    when("D07 a range in words", "6-8 May 2024", "date-ambiguous", "a range in words can be read in several ways: '6-8 May 2024'", "write 2024-05-06/2024-05-08"),
    when("D08 six figures in a row", "240115", "date-ambiguous", "'240115'", "2015-01-24, 2024-01-15, 1915-01-24 or 1924-01-15"),
    when("D09 a zone of three letters", "2024-05-06 10:00 IST", "date-zone", "a date has no time of day and no time zone", "write 2024-05-06"),
    when("D10 a zone with its difference", "2024-05-06 10:00 UTC+3", "date-zone", "a date has no time of day and no time zone", "write 2024-05-06"),
    when("D11 more digits than a year has", "170000000000000", "date-invalid", "years run from 0001 to 9999", "write a year from 0001 to 9999"),
    when("D12 the year nought", "0000-01-01", "date-invalid", "years run from 0001 to 9999", "write a year from 0001 to 9999"),
    when("D13 a year of five digits", "10000-01-01", "date-invalid", "years run from 0001 to 9999", "write a year from 0001 to 9999"),
    when("D14 an offset of more than a day", "2024-05-06T07:08:09+25:00", "date-zone", "a date has no time of day and no time zone", "write 2024-05-06"),
    when("D15 a year of two digits", "01/02/88", "date-ambiguous", "'01/02/88'", "2088-02-01, 2088-01-02, 1988-02-01 or 1988-01-02"),
    when("D16 a hundred thousand characters", "1." * 50_000, "date-size", "a date has at most 64 characters, this has 100,000", "write a date like 2024-06-19"),
    when("D18 Arabic digits", "\u0662\u0660\u0662\u0664-\u0660\u0665-\u0660\u0666", "date-invalid", "a date is written in ASCII digits and hyphens", "write 2024-05-06"),
    when("D19 a period that ends before it starts", "2024-05-08/2024-05-06", "date-order", "the end of the period comes before its start", "write 2024-05-06/2024-05-08"),
    when("D20 a year and the day of a week", "2024 sat", "date-invalid", "words are not a date: '2024 sat'", "write the day that is meant"),
    when("D22 a leap second", "2016-12-31T23:59:60Z", "date-zone", "a date has no time of day and no time zone", "write 2016-12-31"),
    when("the day of the run", "today", "date-invalid", "words are not a date: 'today'", "with these words as words= and the date of the text as anchor="),
    when("no letters", "", "date-invalid", "the date is empty: ''", "or leave it out"),
    when("a week", "2024-W05", "date-invalid", "'2024-W05'", "write the day that is meant"),
    when("a day of the year", "2024-123", "date-invalid", "not a date: '2024-123'", "and hyphens, like 2024-06-19"),
    when("a leap day in a common year", "2023-02-29", "date-invalid", "February 2023 has 28 days", "write a day from 2023-02-01 to 2023-02-28"),
    when("a line end behind a date", "2024-05-06\n", "text-control", "a date has no control characters, this has U+000A", "leave it out"),
    when("a date in digits of full width", "\uff12\uff10\uff12\uff14-05-06", "date-invalid", "a date is written in ASCII digits and hyphens", "write 2024-05-06"),
    when("a year before the first", "-0044-03-15", "date-invalid", "years run from 0001 to 9999, without a sign", "write a year from 0001"),
    when("a bad end of a period", "2024-06-31/..", "date-invalid", "in the start of the period, June 2024 has 30 days", "write a day from 2024-06-01 to 2024-06-30"),
    when("a period without an end on either side", "../..", "date-invalid", "a period names a date at one end at least", "write a date like"),
    when("dashes for hyphens", "2024\u201305\u201306", "date-invalid", "a date is written in ASCII digits and hyphens", "write 2024-05-06"),
    Case("D17 a NUL in a date", jdoc('{"id": "b1", "quote": "w", "shipment": {"when": "2024-05-06\\u0000"}}'), "text-control", "shipment.when", "U+0000", "leave it out", file="bad.json"),
]  # fmt: skip
DATES = [
    Case("an ambiguous date", shipment('when = "01/02/2024"'), "date-ambiguous", "shipment.when", "'01/02/2024'", "2024-02-01 or 2024-01-02"),
    Case("a date of TOML", shipment("when = 2024-05-06"), "wrong-type", "shipment.when", "a date in quotes belongs here: datetime.date(2024, 5, 6)", 'write it like "2024-05-06"'),
    Case("a number for a date", shipment("when = 2024"), "wrong-type", "shipment.when", "a date in quotes belongs here: 2024", '"2024-06-19"'),
    Case("a month for an anchor", shipment('when = { edtf = "2024-06", anchor = "2024-06" }'), "date-invalid", "shipment.when.anchor", "one day belongs here: '2024-06'", '"2024-06-19"'),
    Case("a date of TOML for an anchor", shipment('when = { edtf = "2024-06", anchor = 2024-06-19 }'), "wrong-type", "shipment.when.anchor", "text belongs here", "in quotes"),
    Case("a number for the words of a date", shipment('when = { edtf = "2024-06", words = 6 }'), "wrong-type", "shipment.when.words", "text belongs here: 6", "in quotes"),
    whole("a bad date of a source", toml("", source='published = "sat"'), "date-invalid", "'sat'", "write the day that is meant", field="source.published", keeps=("bad/sound",)),
    Case("a bad date of ratification", toml(claim('treaty = { ratified = { KP = "2024-13" } }')), "date-invalid", "treaty.ratified.KP", "'2024-13'", "months run from 01 to 12"),
]  # fmt: skip
CASES = [*NOTATION, *DATES]
ACCEPTED = [
    Sound("D21 a month stays a month", shipment('when = "2024-05"'), {"record.when": "2024-05", "record.when.precision": "month"}, keeps=("bad/b1", "bad/sound")),
    Sound("a leap day in a leap year", shipment('when = "2024-02-29"'), {"record.when": "2024-02-29"}, keeps=("bad/b1", "bad/sound")),
]  # fmt: skip
