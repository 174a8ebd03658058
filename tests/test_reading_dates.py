from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from costs import cost
from osintkp import When
from osintkp.reading.dates.finder import dates
from osintkp.reading.dates.periods import before
from osintkp.reading.view import seen

PUBLISHED = "2024-11-22"  # a Friday

ABSOLUTE = {
    "Khartoum fell silent on 18 June 2024.": [("18 June 2024", "2024-06-18")],
    "On June 18, 2024, Asmara recalled its envoy.": [("June 18, 2024", "2024-06-18")],
    "It came on June 18 2024 at dawn.": [("June 18 2024", "2024-06-18")],
    "On the 30th of December 2023 the port burnt.": [("30th of December 2023", "2023-12-30")],
    "The fifth of March 2021 was quiet.": [("fifth of March 2021", "2021-03-05")],
    "Tuesday, June 18, 2024, saw shelling.": [("Tuesday, June 18, 2024", "2024-06-18")],
    "Friday the 13th of October 2023 was wet.": [("Friday the 13th of October 2023", "2023-10-13")],
    "Filed 2024-06-18 in Goma.": [("2024-06-18", "2024-06-18")],
    "Filed 2024/06/18 in Goma.": [("2024/06/18", "2024-06-18")],
    "Filed 18/06/2024 in Goma.": [("18/06/2024", "2024-06-18")],
    "Filed 18.06.2024 in Goma.": [("18.06.2024", "2024-06-18")],
    "Filed 06/18/2024 in Goma.": [("06/18/2024", "2024-06-18")],
    "Filed 05/05/2024 in Goma.": [("05/05/2024", "2024-05-05")],
    "Filed 03/04/2024 in Goma.": [],
    "Filed 2024-06 in Goma.": [("2024-06", "2024-06")],
    "In June 2024 the truce held.": [("June 2024", "2024-06")],
    "In June of 2024 the truce held.": [("June of 2024", "2024-06")],
    "In June, 2024, the truce held.": [("June, 2024", "2024-06")],
    "Oct. 13, 2022 is the date.": [("Oct. 13, 2022", "2022-10-13")],
    "Sept. 2021 was worse.": [("Sept. 2021", "2021-09")],
    "By mid-March 2023 Aden had fuel.": [("By mid-March 2023", "../2023-03")],
    "In early May 2022 and again later.": [("early May 2022", "2022-05")],
    "At the end of May 2022 it rained.": [("end of May 2022", "2022-05")],
    "In spring 2022 the ports shut.": [("spring 2022", "2022-21")],
    "In the summer of 2023 Niamey fell.": [("summer of 2023", "2023-22")],
    "In the winter of 2021 they froze.": [("winter of 2021", "2021-24")],
    "In 2023 Bamako bought drones.": [("2023", "2023")],
    "The year 2011 broke Tripoli.": [("2011", "2011")],
    "2023 saw a coup in Niamey.": [("2023", "2023")],
    "In late 2022 it changed.": [("late 2022", "2022")],
    "In the 2012-13 season Bangui starved.": [("2012-13", "2012/2013")],
    "In 2014\u201318 it doubled.": [("2014\u201318", "2014/2018")],
    "In 2014-2018 it doubled.": [("2014-2018", "2014/2018")],
    "In 2023/24 it doubled.": [("2023/24", "2023/2024")],
    "In the 1980s Luanda armed itself.": [("1980s", "198X")],
    "In the 1980's Luanda armed itself.": [("1980's", "198X")],
    "In the late 1980s it stopped.": [("late 1980s", "198X")],
    "In the mid-1990s it stopped.": [("mid-1990s", "199X")],
    "In the '90s it stopped.": [("90s", "199X")],
    "In the early 2000s Sanaa bought MiGs.": [("early 2000s", "200X")],
    "In the 1980s and 1990s it grew.": [("1980s and 1990s", "198X/199X")],
    "In the 19th century it began.": [("19th century", "18XX")],
    "Between 1990 and 2005 Asmara armed.": [("Between 1990 and 2005", "1990/2005")],
    "From 1998 to 2000 they fought.": [("From 1998 to 2000", "1998/2000")],
    "From June 2022 until March 2023 it held.": [("From June 2022 until March 2023", "2022-06/2023-03")],
    "From December to January 2023 it held.": [("From December to January 2023", "2022-12/2023-01")],
    "From March 2023 to June it held.": [("From March 2023 to June", "2023-03/2023-06")],
    "Between January and March 2024 it grew.": [("Between January and March 2024", "2024-01/2024-03")],
    "October, November and December 2023 were worst.": [("October, November and December 2023", "2023-10/2023-12")],
    "In May and June 2023 it was dry.": [("May and June 2023", "2023-05/2023-06")],
    "In January and June 2023 it was dry.": [("January", "2023-01"), ("June 2023", "2023-06")],
    "In 2021, 2022 and 2023 it grew.": [("2021, 2022 and 2023", "2021/2023")],
    "In 2019 and 2023 it grew.": [("2019", "2019"), ("2023", "2023")],
    "From 3 to 9 May 2022 it rained.": [("From 3 to 9 May 2022", "2022-05-03/2022-05-09")],
    "On 3-9 May 2022 it rained.": [("3-9 May 2022", "2022-05-03/2022-05-09")],
    "On May 3\u20139, 2022, it rained.": [("May 3\u20139, 2022", "2022-05-03/2022-05-09")],
    "From 28 May to 2 June 2022 it rained.": [("From 28 May to 2 June 2022", "2022-05-28/2022-06-02")],
    "On 3 and 4 May 2022 it rained.": [("3 and 4 May 2022", "2022-05-03/2022-05-04")],
    "In Q3 2023 it fell.": [("Q3 2023", "2023-07/2023-09")],
    "In the first half of 2024 it fell.": [("first half of 2024", "2024-01/2024-06")],
    "In the third quarter of 2021 it fell.": [("third quarter of 2021", "2021-07/2021-09")],
    "In the last quarter of 2021 it fell.": [("last quarter of 2021", "2021-10/2021-12")],
    "In the first week of May 2023 it fell.": [("first week of May 2023", "2023-05-01/2023-05-07")],
    "In the last week of February 2024 it fell.": [("last week of February 2024", "2024-02-23/2024-02-29")],
    "In the second half of May 2023 it fell.": [("second half of May 2023", "2023-05")],
    "On New Year's Eve 2023 it fell.": [("New Year's Eve 2023", "2023-12-31")],
    "At the end of 2022 it fell.": [("end of 2022", "2022")],
    "Around March 2023 it fell.": [("Around March 2023", "2023-03~")],
    "The (November 2022) drones were new.": [("November 2022", "2022-11")],
    "Turkey's 2019 incursion hurt.": [("2019", "2019")],
    "A 2015 deal lapsed.": [("2015", "2015")],
    "The 2021 elections were put off.": [("2021", "2021")],
    "The war of 1973 ended.": [("1973", "1973")],
    "From 3 May-4 June 2023 it rose.": [("From 3 May-4 June 2023", "2023-05-03/2023-06-04")],
    "From 2018 and onwards it rose.": [("From 2018 and onwards", "2018/..")],
    "It rose starting March 2022.": [("starting March 2022", "2022-03/..")],
    "From 2023 to 2020 it rose.": [("From 2023 to 2020", "2020")],
    "On Christmas Eve 2022 it rose.": [("Christmas Eve 2022", "2022-12-24")],
    "On Christmas Day 2022 it rose.": [("Christmas Day 2022", "2022-12-25")],
    "In the fifth week of May 2023 it rose.": [("fifth week of May 2023", "2023-05")],
    "The coup (2011) failed.": [("2011", "2011")],
    "It goes back to 2019.": [("2019", "2019")],
    "Talks prior to 2019 failed.": [("prior to 2019", "../2018")],
    "On 31 June 2023 it rose.": [("June 2023", "2023-06")],
    "In March 2020 tanks rolled.": [("March 2020", "2020-03")],
    "In the spring and summer of 2023 it rose.": [("spring", "2023-21"), ("summer of 2023", "2023-22")],
    "In May 2021 it rose; in June it fell.": [("May 2021", "2021-05"), ("June", "2021-06")],
    "In May 2021 it rose, and later that year fell.": [("May 2021", "2021-05"), ("that year", "2021")],
    "It began in 2021 and the following year it ended.": [("2021", "2021"), ("following year", "2022")],
    "On 28 February 2023 it began; the following day it ended.": [("28 February 2023", "2023-02-28"), ("following day", "2023-03-01")],
}  # fmt: skip

OPEN = {
    "Since 2022 Yerevan has bought arms.": [("Since 2022", "2022/..")],
    "Since 24 February 2022 it has bought arms.": [("Since 24 February 2022", "2022-02-24/..")],
    "Since the start of 2021 it has bought arms.": [("Since the start of 2021", "2021/..")],
    "From September 2023 onward it counted.": [("From September 2023 onward", "2023-09/..")],
    "From 2018 onwards it counted.": [("From 2018 onwards", "2018/..")],
    "From 2018 on, it counted.": [("From 2018 on", "2018/..")],
    "Starting in March 2022 it counted.": [("Starting in March 2022", "2022-03/..")],
    "A letter from March 2022 came.": [("March 2022", "2022-03")],
    "Until July 2023 it held.": [("Until July 2023", "../2023-07")],
    "It held up to June 2023.": [("up to June 2023", "../2023-06")],
    "By July 2023 it had 300.": [("By July 2023", "../2023-07")],
    "By the 2010s it made its own.": [("2010s", "201X")],
    "After 2017 it changed.": [("After 2017", "2017/..")],
    "After the June 2023 mutiny it changed.": [("June 2023", "2023-06")],
    "Since its deliveries began in 2023 it has 40.": [("Since its deliveries began in 2023", "2023/..")],
    "Its deliveries began in 2023.": [("2023", "2023")],
    "Before 2022 it bought little.": [("Before 2022", "../2021")],
    "Prior to March 2022 it bought little.": [("Prior to March 2022", "../2022-02")],
    "Before January 2022 it bought little.": [("Before January 2022", "../2021-12")],
    "Before 1 March 2024 it bought little.": [("Before 1 March 2024", "../2024-02-29")],
    "Before the 1990s it bought little.": [("Before the 1990s", "../198X")],
    "Before the end of 2021 it bought little.": [("Before the end of 2021", "../2020")],
}  # fmt: skip

RELATIVE = {
    "Tunis denied it in March.": [("March", "2024-03")],
    "Tunis denied it in December.": [("December", "2023-12")],
    "Tunis denied it in November.": [("November", "2024-11")],
    "Tunis denied it on 25 November.": [("25 November", "2023-11-25")],
    "Tunis denied it on Oct. 13.": [("Oct. 13", "2024-10-13")],
    "In March 20 tanks rolled.": [("March", "2024-03")],
    "On March 20 tanks rolled.": [("March 20", "2024-03-20")],
    "Tunis could reply in March.": [("March", "2025-03")],
    "Tunis could have replied in March.": [("March", "2024-03")],
    "Tunis is to reply in March.": [("March", "2025-03")],
    "In May and June last year they sold oil.": [("May and June last year", "2023-05/2023-06")],
    "In the first half of the year they sold oil.": [("first half of the year", "2024-01/2024-06")],
    "This March they sold oil.": [("This March", "2024-03")],
    "They will sell oil in the summer.": [("summer", "2025-22")],
    "They sold oil in the summer.": [("summer", "2024-22")],
    "Next spring they sell oil.": [("Next spring", "2025-21")],
    "Next winter they sell oil.": [("Next winter", "2024-24")],
    "In Q1 they sold oil.": [("Q1", "2024-01/2024-03")],
    "Last century they sold oil.": [("Last century", "19XX")],
    "This decade they sold oil.": [("This decade", "202X")],
    "In recent decades they sold oil.": [("recent decades", "/2024")],
    "A century ago they sold oil.": [("A century ago", "1924~")],
    "It shut 5 days ago.": [("5 days ago", "2024-11-17")],
    "It shut 36 hours ago.": [("36 hours ago", "2024-11-21")],
    "It shut last weekend.": [("last weekend", "2024-11-16/2024-11-17")],
    "It shuts next weekend.": [("next weekend", "2024-11-23/2024-11-24")],
    "It will shut this weekend.": [("this weekend", "2024-11-23/2024-11-24")],
    "It will shut later this week.": [("later this week", "2024-11-22/2024-11-24")],
    "It was shut this week.": [("this week", "2024-11-18/2024-11-22")],
    "This Sunday it shuts.": [("This Sunday", "2024-11-24")],
    "This Sunday it was shut.": [("This Sunday", "2024-11-17")],
    "It shut from last month to yesterday.": [("from last month to yesterday", "2024-10/2024-11-21")],
    "Tunis will reply in March.": [("March", "2025-03")],
    "In March, Tunis will reply.": [("March", "2025-03")],
    "Tunis plans to reply on 25 November.": [("25 November", "2024-11-25")],
    "The ships that it ordered in May will sail in June.": [("May", "2024-05"), ("June", "2025-06")],
    "Mid-March reports spoke of fuel.": [("Mid-March", "2024-03")],
    "Between early- to mid-October they left.": [("early- to mid-October", "2024-10")],
    "From 3 to 9 May they left.": [("From 3 to 9 May", "2024-05-03/2024-05-09")],
    "From November until February they froze.": [("From November until February", "2023-11/2024-02")],
    "Since March this year they sell oil.": [("Since March this year", "2024-03/..")],
    "In December last year they sold oil.": [("December last year", "2023-12")],
    "In May of last year they sold oil.": [("May of last year", "2023-05")],
    "Last March they sold oil.": [("Last March", "2024-03")],
    "Last December they sold oil.": [("Last December", "2023-12")],
    "Next March they sell oil.": [("Next March", "2025-03")],
    "From September onward they sold oil.": [("From September onward", "2024-09/..")],
    "They sold oil until July.": [("until July", "../2024-07")],
    "They sold oil last year.": [("last year", "2023")],
    "They sold oil this year.": [("this year", "2024")],
    "They sell oil next year.": [("next year", "2025")],
    "Since last year they sell oil.": [("Since last year", "2023/..")],
    "Since the previous year they sell oil.": [("Since the previous year", "2023/..")],
    "Late last year they sold oil.": [("Late last year", "2023")],
    "Earlier this year they sold oil.": [("Earlier this year", "2024")],
    "Since the start of the year they sell oil.": [("Since the start of the year", "2024/..")],
    "At the end of last year they sold oil.": [("end of last year", "2023")],
    "The first half of last year was dry.": [("first half of last year", "2023-01/2023-06")],
    "Maputo said on Friday it lost.": [("Friday", "2024-11-22")],
    "Maputo said on Monday it lost.": [("Monday", "2024-11-18")],
    "Maputo said on Saturday it lost.": [("Saturday", "2024-11-16")],
    "Maputo will vote on Monday.": [("Monday", "2024-11-25")],
    "Last Friday Maputo lost.": [("Last Friday", "2024-11-15")],
    "Next Friday Maputo votes.": [("Next Friday", "2024-11-29")],
    "On Tuesday last week Maputo lost.": [("Tuesday last week", "2024-11-12")],
    "From Thursday through Saturday Maputo lost.": [("From Thursday through Saturday", "2024-11-14/2024-11-16")],
    "On Monday and Tuesday Maputo lost.": [("Monday and Tuesday", "2024-11-18/2024-11-19")],
    "Friday's attack hurt.": [("Friday", "2024-11-22")],
    "After Tuesday's attack it shut.": [("Tuesday", "2024-11-19")],
    "It shut yesterday.": [("yesterday", "2024-11-21")],
    "It shuts today.": [("today", "2024-11-22")],
    "It shuts tonight.": [("tonight", "2024-11-22")],
    "It shuts tomorrow.": [("tomorrow", "2024-11-23")],
    "It shut last night.": [("last night", "2024-11-21")],
    "It shut this morning.": [("this morning", "2024-11-22")],
    "It shut earlier this week.": [("earlier this week", "2024-11-18/2024-11-22")],
    "It shut last week.": [("last week", "2024-11-11/2024-11-17")],
    "It shuts next week.": [("next week", "2024-11-25/2024-12-01")],
    "It shut earlier this month.": [("earlier this month", "2024-11")],
    "It shut last month.": [("last month", "2024-10")],
    "It shuts next month.": [("next month", "2024-12")],
    "It shut over the weekend.": [("weekend", "2024-11-16/2024-11-17")],
    "It shut in recent months.": [("recent months", "/2024-11")],
    "It shut two years ago.": [("two years ago", "2022")],
    "It shut a year ago.": [("a year ago", "2023")],
    "It shut five days ago.": [("five days ago", "2024-11-17")],
    "It shut three months ago.": [("three months ago", "2024-08")],
    "It shut two weeks ago.": [("two weeks ago", "2024-11-04/2024-11-10")],
    "It shut a decade ago.": [("a decade ago", "2014~")],
    "It shut a few weeks ago.": [("a few weeks ago", "/2024-11-22")],
    "It shut in the past week.": [("past week", "2024-11-15/2024-11-22")],
    "It shut in the last five months.": [("last five months", "2024-06/2024-11")],
    "It shut over the past year.": [("past year", "2023-11/2024-11")],
    "It shut in the past two years.": [("past two years", "2022/2024")],
    "It shut in the past 72 hours.": [("past 72 hours", "2024-11-19/2024-11-22")],
    "It will shut in the coming days.": [("coming days", "2024-11-22/")],
    "It will shut in the coming weeks.": [("coming weeks", "2024-11-22/")],
    "It will shut in the next three months.": [("next three months", "2024-11/2025-02")],
    "It shut in the last decade of peace.": [],
    "Last summer it shut.": [("Last summer", "2024-22")],
    "This autumn it shut.": [("This autumn", "2024-23")],
    "Last winter it shut.": [("Last winter", "2023-24")],
    "On New Year's Eve it shut.": [("New Year's Eve", "2023-12-31")],
}  # fmt: skip

NONE = [
    "They may march on Juba, and may sell fuel.",
    "The second sun rose over the March of Tigray's women.",
    "It took 2,000 rockets and 2000 soldiers.",
    "It took 1990 rifles and 2024 people.",
    "A load of 2000 rockets came.",
    "The M1989 gun and the T-2000 tank failed.",
    "Resolution 1970 and the 1718 Committee stand.",
    "Call 555-2023 or +1 2024 at 24/7.",
    "See https://example.org/2024/06/18/port.",
    "They won 3-2 and drew 2012-0.",
    "Theresa May spoke; April Jones nodded.",
    "It costs $2023 or \u20ac2024.",
    "It ran 2000 km and 1900 tonnes.",
    "Black Friday sales and the Sunday Times.",
    "The fall of Goma came after the spring of hope.",
    "Some 2,019 crates weighed 2.024 tonnes.",
    "Russia Today aired it.",
    "The last day of the talks and the next hour.",
    "The friday of monday.",
    "They held from 1900 to 2000 rifles.",
    "Lot 4-2014-2018 was sold.",
    "The last night was long.",
    "The second March of Tigray.",
    "Dated 18-06/2024.",
    "On the following day and that year it fell.",
    "In the fifth quarter of the year it fell.",
    "No year is here, no month, no week, no decade.",
    "The first quarter was lost to the second half.",
]

UNANCHORED = {
    "It fell in September.": [("September", "XXXX-09")],
    "It fell on 14 September.": [("14 September", "XXXX-09-14")],
    "From September onward it fell.": [("From September onward", "XXXX-09/..")],
    "It fell until July.": [("until July", "../XXXX-07")],
    "It fell before July.": [("before July", "../XXXX-06")],
    "It fell before January.": [("before January", "../XXXX-12")],
    "It fell since March this year.": [("since March this year", "XXXX-03/..")],
    "It fell on Friday.": [("Friday", None)],
    "It fell yesterday.": [("yesterday", None)],
    "It fell in recent months.": [("recent months", None)],
    "It fell last month.": [("last month", None)],
    "It fell last year.": [("last year", "XXXX")],
    "It fell since last year.": [("since last year", "XXXX/..")],
    "It fell from 3 to 9 May.": [("from 3 to 9 May", "XXXX-05-03/XXXX-05-09")],
}


def found(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    mentions = dates(seen(text), text, None if published is None else When.parse(published))
    assert all(each.quote == text[each.start : each.end] for each in mentions)
    return [(each.quote, None if each.when is None else each.when.edtf) for each in mentions]


@pytest.mark.parametrize("text", ABSOLUTE)
def test_a_date_that_names_its_year_is_read_the_same_whatever_the_publication(text: str) -> None:
    assert ABSOLUTE[text] == found(text)
    assert ABSOLUTE[text] == found(text, None)
    assert ABSOLUTE[text] == found(text, "2031-02-03")


@pytest.mark.parametrize("text", OPEN)
def test_since_and_until_keep_an_end_open(text: str) -> None:
    assert OPEN[text] == found(text)
    assert OPEN[text] == found(text, None)


@pytest.mark.parametrize("text", RELATIVE)
def test_a_date_without_a_year_is_counted_from_publication(text: str) -> None:
    assert RELATIVE[text] == found(text)


@pytest.mark.parametrize("text", NONE)
def test_words_and_figures_that_look_like_dates_are_none(text: str) -> None:
    assert [] == found(text)


@pytest.mark.parametrize("text", UNANCHORED)
def test_without_a_publication_date_unknown_parts_stay_open(text: str) -> None:
    assert UNANCHORED[text] == found(text, None)


def test_only_what_was_counted_from_publication_is_anchored() -> None:
    text = "In 2023 and again in March and on Friday it rained."
    year, month, friday = dates(text.lower(), text, When.parse(PUBLISHED))

    assert (False, True, True) == (year.anchored, month.anchored, friday.anchored)
    assert year.when is not None
    assert month.when is not None
    assert (None, date(2024, 11, 22)) == (year.when.anchor, month.when.anchor)
    assert "March" == month.when.words


def test_a_publication_known_in_part_tells_only_what_is_the_same_on_each_of_its_days() -> None:
    assert [("last year", "2023")] == found("They left last year.", "2024-11")
    assert [("March", "2024-03")] == found("They left in March.", "2024-11")
    assert [("yesterday", "2024-11")] == found("They left yesterday.", "2024-11-20/2024-11-22")
    assert [("yesterday", None)] == found("They left yesterday.", "2023-12-20/2024-01-05")
    assert [("yesterday", None)] == found("They left yesterday.", "2024-11/..")


@pytest.mark.parametrize(
    ("published", "words", "edtf"),
    [
        ("2024-01-20", "this winter", "2023-24"),
        ("2024-01-20", "last winter", "2022-24"),
        ("2024-01-20", "next winter", "2024-24"),
        ("2024-07-20", "last summer", "2023-22"),
        ("2024-07-20", "next summer", "2025-22"),
        ("2024-03-20", "last March", "2023-03"),
        ("2024-03-20", "next March", "2025-03"),
        ("2024-03-20", "next July", "2024-07"),
        ("2024-11-24", "last weekend", "2024-11-16/2024-11-17"),
        ("2024-11-24", "this weekend", "2024-11-23/2024-11-24"),
        ("2024-11-24", "next weekend", "2024-11-30/2024-12-01"),
        ("2024-01-15", "last month", "2023-12"),
        ("2024-12-15", "next month", "2025-01"),
        ("2024-02-29", "a year ago", "2023"),
        ("0001-01-01", "two years ago", None),
        ("0001-01-01", "yesterday", None),
        ("9999-12-31", "next week", None),
        ("2009-05-05", "last decade", "199X"),
    ],
)
def test_what_is_counted_turns_with_the_calendar(published: str, words: str, edtf: str | None) -> None:
    assert [(words, edtf)] == found(f"It fell {words}.", published)


def test_that_year_needs_a_date_before_it_that_is_near_and_tells_its_year() -> None:
    far = "It began in 2021. " + "Rain fell on the hills of the north. " * 8

    assert ("that year", "2021") in found("It began in 2021 and that year it rained.")
    assert ("that year", "2021") not in found(far + "It rained that year.")
    assert [("September", "XXXX-09")] == found("It began in September and that year it rained.", None)
    assert [("1990s", "199X")] == found("It began in the 1990s and that year it rained.")
    assert [("May 2021", "2021-05"), ("2019", "2019")] == found(
        "In May 2021 it fell, less than in the same month in 2019."
    )
    assert ("following day", None) not in found("It began in May 2021 and the following day it rained.")


def test_what_two_readings_share_is_told_and_no_more() -> None:
    assert [("31 December 2099", "2099-12-31")] == found("On 31 December 2099 it fell.")
    assert [("yesterday", "2023")] == found("It fell yesterday.", "2023-03-05/2023-06-07")


def test_a_month_goes_on_from_the_year_of_the_date_before_it_in_its_paragraph() -> None:
    begun = "In May 2021 it rose."

    assert ("June", "2021-06") in found(f"{begun} In June it fell.")
    assert ("April", "2024-04") in found(f"{begun} In April it fell.")
    assert ("June", "2024-06") in found(f"{begun}\n\nIn June it fell.")
    assert ("June", "2024-06") in found(f"{begun} Most recently, in June, it fell.")
    assert ("June", "2024-06") in found("Since May 2021 it rose. In June it fell.")
    assert ("June", "2021-06") in found("Since its sales began in May 2021 it rose. In June it fell.")
    assert ("December", "2023-12") in found("In May 2024 it rose. In December it fell.")


def test_the_first_weekday_of_a_span_comes_before_its_last() -> None:
    assert [("Thursday to Monday", "2024-11-14/2024-11-18")] == found(
        "The talks of Thursday to Monday failed."
    )


@pytest.mark.parametrize(
    ("unit", "earlier"),
    [("2022", "2021"), ("2024-03", "2024-02"), ("2024-01", "2023-12"), ("2024-03-01", "2024-02-29"), ("2022-21", "2021-24"),
     ("2022-23", "2022-22"), ("XXXX-01", "XXXX-12"), ("XXXX-21", "XXXX-24"), ("XXXX-03-01", "XXXX-02-29"), ("199X", "198X"), ("18XX", "17XX"),
     ("2023-03~", "2023-02"), ("XXXX", None), ("0001", None), ("0001-01", None), ("000X", None)],
)  # fmt: skip
def test_the_unit_of_time_before_another_has_the_same_precision(unit: str, earlier: str | None) -> None:
    assert earlier == before(unit)


WORDS = sorted({word for text in [*ABSOLUTE, *OPEN, *RELATIVE, *NONE] for word in text.split()})


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)))
def test_any_text_gives_dates_in_order_that_parse(text: str) -> None:
    for published in (
        None,
        When.parse("0001-01-01"),
        When.parse("9999-12-31"),
        When.parse("2024-02-29"),
        When.parse("../2024"),
    ):
        place = 0
        for each in dates(seen(text), text, published):
            assert place <= each.start < each.end
            assert text[each.start : each.end] == each.quote
            assert each.when is None or each.when == When.parse(
                each.when.edtf, words=each.quote, anchor=each.when.anchor
            )
            place = each.end


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "may ",
        "in 2023 ",
        "May 3, ",
        "the end of ",
        "Friday, ",
        "June to ",
        "2021, and ",
        "(",
        "last ",
        "early- to ",
    ],
)
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        return cost(lambda: dates(text.lower(), text, When.parse(PUBLISHED)))

    assert seconds(80_000) < 40 * seconds(10_000) + 0.05
