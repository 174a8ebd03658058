"""Figures in sentences: number, bounds and unit, with near misses beside every hit."""

from __future__ import annotations

import pytest

from osintkp.reading.amounts.finder import amounts
from osintkp.reading.mentions import AmountMention
from osintkp.reading.view import seen


def shown(mention: AmountMention) -> str:
    """Return a mention's amount in the notation of amounts."""
    low, high = mention.low, mention.high
    if mention.comparator in (">", ">="):
        printed = f"{low:.15g}"
    elif mention.comparator in ("<", "<="):
        printed = f"{high:.15g}"
    elif low == high:
        printed = f"{mention.best:.15g}"
    else:
        printed = f"{low:.15g}..{'' if high is None else f'{high:.15g}'}"
    return f"{mention.comparator}{printed} {mention.unit}"


def read(text: str) -> list[str]:
    """Return the amounts of a text in the notation."""
    return [shown(mention) for mention in amounts(seen(text), text)]


NUMBERS = [
    ("The column brought 6,700 crates to Port Sudan.", ["6700 crate"]),
    ("Aid groups counted 2,50,000 people in the camps of Assam.", ["250000 person"]),
    ("The ministry counted 12 400 soldiers in Goma.", ["12400 person"]),
    ("Some 10\u202f500 refugees crossed from Tigray.", ["~10500 person"]),
    ("The ship took 1.250 containers to Hodeidah.", ["1250 container"]),
    ("Exports fell to 1.25 million barrels.", ["1250000 barrel"]),
    ("They sent twelve trucks to El Fasher.", ["12 truck"]),
    ("They sent forty-five trucks to El Fasher.", ["45 truck"]),
    ("Two hundred and fifty fighters left Tripoli.", ["250 person"]),
    ("He promised half a million doses of vaccine.", ["500000 dose"]),
    ("He promised a quarter of a million doses.", ["250000 dose"]),
    ("Two and a half million people need food.", ["2500000 person"]),
    ("One and a half tonnes of gold left Bamako.", ["1.5 tonne"]),
    ("A dozen tankers wait off Benghazi.", ["12 ship"]),
    ("Half a dozen drones hit the depot.", ["6 drone"]),
    ("Two dozen howitzers were delivered to Yerevan.", ["24 howitzer"]),
    ("The fleet lost 3m barrels of crude.", ["3000000 barrel"]),
    ("About 12k fighters remain in Idlib.", ["~12000 person"]),
    ("Yemen needs 20 lakh doses.", ["2000000 dose"]),
    ("A million shells were promised.", ["1000000 round"]),
    ("A hundred men held the bridge.", ["100 person"]),
    ("They were given 1,234,567 rounds.", ["1234567 round"]),
    ("Seven thousand five hundred soldiers were sent.", ["7500 person"]),
]

RANGES = [
    ("Between 20 and 25 million rounds were made.", ["20000000..25000000 round"]),
    ("The convoy had 10-15 vehicles.", ["10..15 vehicle"]),
    ("The convoy had 10 to 15 vehicles.", ["10..15 vehicle"]),
    ("The convoy had 10 or 15 vehicles.", ["10..15 vehicle"]),
    ("Analysts speak of 4.2\u20135.8 million shells.", ["4200000..5800000 round"]),
    ("It cost $10\u2013$11 billion.", ["10000000000..11000000000 USD"]),
    ("It cost approximately $10-11 billion.", ["~10000000000..11000000000 USD"]),
    ("Between 29% and 40% of the rounds failed.", ["29..40 percent"]),
    ("They fire 40 to 50 rockets a day.", ["40..50 rocket"]),
    ("The garrison grew from 100 to 300 men.", ["100 person", "300 person"]),
    ("Estimates run from 3,000 to 5,000 fighters.", ["3000..5000 person"]),
    ("An 8-to-10-day truce was offered.", ["8..10 day"]),
    ("Two or three ships passed Bab el-Mandeb.", ["2..3 ship"]),
    ("1500 to 2000 fighters crossed into Darfur.", ["1500..2000 person"]),
    ("Between 1990 and 2005 the army shrank.", []),
    ("The 2019-2021 plan failed.", []),
    ("The side won 3-1 in Kinshasa.", []),
    ("The council voted 14-0.", []),
]

BOUNDS = [
    ("More than 10,000 troops crossed the Nile.", [">10000 person"]),
    ("Over a dozen tankers lay at anchor.", [">12 ship"]),
    ("Well over 300 villages were burnt.", [">300 village"]),
    ("At least 40 soldiers died in Gao.", [">=40 person"]),
    ("No fewer than 18 drones were shot down.", [">=18 drone"]),
    ("No less than 18 tonnes were seized.", [">=18 tonne"]),
    ("Not fewer than 18 boats were seen.", [">=18 boat"]),
    ("A minimum of 15 containers left.", [">=15 container"]),
    ("Upwards of 70,000 refugees arrived.", [">70000 person"]),
    ("In excess of 500 shells landed.", [">500 round"]),
    ("Losses exceeding 900 men were reported.", [">900 person"]),
    ("The bill topped $3 billion.", [">3000000000 USD"]),
    ("Up to 200 lorries pass each day.", ["<=200 truck"]),
    ("As many as 80 miners were buried.", ["<=80 person"]),
    ("As much as 40% of the harvest was lost.", ["<=40 percent"]),
    ("No more than 12 inspectors may enter.", ["<=12 person"]),
    ("At most 12 inspectors may enter.", ["<=12 person"]),
    ("A maximum of 50 tonnes is allowed.", ["<=50 tonne"]),
    ("Fewer than 100 beds are left in Khartoum.", ["<100 bed"]),
    ("Less than 5 percent of the aid arrived.", ["<5 percent"]),
    ("Just under 300 trucks entered Gaza.", ["~300 truck"]),
    ("Fighters put the toll at not as high as 80.", ["<80 person"]),
    ("They hold 40 or more hostages.", [">=40 person"]),
    ("They hold 40+ hostages.", [">=40 person"]),
    ("They hold 40-plus hostages.", [">=40 person"]),
    ("They hold 40 hostages or more.", [">=40 person"]),
    ("They hold forty or so hostages.", ["~40 person"]),
    ("They hold 40-odd hostages.", ["~40 person"]),
    ("They hold 40 or fewer hostages.", ["<=40 person"]),
    ("Up to about 500 men may serve.", ["<=500 person"]),
    ("At least another 30 were wounded.", [">=30 person"]),
    ("He was held for over three months.", [">3 month"]),
    ("They were killed over three months.", ["3 month"]),
    ("The army has control over two provinces.", ["2 province"]),
    ("More than two thirds of the staff fled.", [">66.67 percent"]),
    ("As many as an estimated 500 men died.", ["<=500 person"]),
    ("The tribunal sat for just over five weeks.", [">5 week"]),
]

HEDGES = [
    ("About 30 tanks were lost in Artsakh.", ["~30 tank"]),
    ("Around 8,000 of those Eritrean soldiers withdrew.", ["~8000 person"]),
    ("Some 40 aid workers were detained in Sanaa.", ["~40 person"]),
    ("Roughly half a million rounds were counted.", ["~500000 round"]),
    ("An estimated 2,000 tons of explosives burnt.", ["~2000 ton"]),
    ("Nearly 40 million rounds are stored.", ["~40000000 round"]),
    ("Almost 60 percent of Haitians go hungry.", ["~60 percent"]),
    ("It lies barely 200 kilometres from Aden.", ["~200 kilometre"]),
    ("Close to 90 vessels were inspected.", ["~90 ship"]),
    ("Approximately 2,600 launchers were sent.", ["~2600 launcher"]),
    ("Perhaps 200 fighters remain.", ["~200 person"]),
    ("Close to, or 90 miles off, Djibouti.", ["90 mile"]),
    ("In the region of 5,000 men were trained.", ["~5000 person"]),
    ("Only 200 people were let out.", ["200 person"]),
    ("Another 13 deliveries followed.", ["13 delivery"]),
    ("A total of 61 ships sailed from Odesa.", ["61 ship"]),
    ("An additional $90 million was pledged.", ["90000000 USD"]),
    ("A record 1,100 drones were built.", ["1100 drone"]),
]

VAGUE = [
    ("Dozens of civilians were killed in Omdurman.", ["~24.. person"]),
    ("Hundreds of containers were moved.", ["~200.. container"]),
    ("Thousands of people fled Bunia.", ["~2000.. person"]),
    ("Tens of thousands of refugees reached Adre.", ["~20000.. person"]),
    ("Hundreds of thousands of tonnes of wheat rotted.", ["~200000.. tonne"]),
    ("Millions of rounds were promised.", ["~2000000.. round"]),
    ("Several drones struck Port Sudan.", ["~3.. drone"]),
    ("Several hundred Syrians were flown to Libya.", ["~300.. person"]),
    ("Several million dollars went missing.", ["~3000000.. USD"]),
    ("A few tanks crossed the border.", ["~3.. tank"]),
    ("A couple of helicopters landed.", ["~2 helicopter"]),
    ("A handful of advisers stayed.", ["~3.. person"]),
    ("Scores of villagers were abducted.", ["~40.. person"]),
    ("It fired [d]ozens of rockets at the town.", ["~24.. rocket"]),
    ("They bought several [dozen] ballistic missiles.", ["~36.. missile"]),
    ("Rockets killed 20 people and injured hundreds more.", ["20 person", "~200.. person"]),
    ("The group lost hundreds and probably thousands of men.", ["~200.. person"]),
    ("Thousands of its troops left Sahel bases.", ["~2000.. person"]),
    ("More than several hundred tonnes were burnt.", [">300 tonne"]),
    ("Few tanks crossed the border.", []),
    ("A multiple-launch battery fired.", []),
    ("He scores of late.", []),
]

MONEY = [
    ("The loan is worth $4.35 billion.", ["4350000000 USD"]),
    ("The loan is worth US$5bn.", ["5000000000 USD"]),
    ("The loan is worth \u20ac100 million (about $108 million).", ["100000000 EUR", "~108000000 USD"]),
    ("Britain gave \u00a325m for Yemen.", ["25000000 GBP"]),
    ("Berlin will pay 80 billion euros.", ["80000000000 EUR"]),
    ("He was paid 1.9 million rubles.", ["1900000 RUB"]),
    ("The ransom was USD 5 million.", ["5000000 USD"]),
    ("The ransom was 5 million USD.", ["5000000 USD"]),
    ("The price cap is $60 a barrel.", ["60 USD"]),
    ("The price cap is $60 per barrel.", ["60 USD"]),
    ("The fine was Rs 2,50,000.", ["250000 INR"]),
    ("A bribe of 300 million Sudanese pounds was paid.", ["300000000 SDG"]),
    ("Tehran owes 40 trillion rials to banks.", ["40000000000000 rial"]),
    ("Beijing lent 3 billion yuan to Naypyidaw.", ["3000000000 CNY"]),
    ("Militants asked for 200 million CFA francs.", ["200000000 XOF"]),
    ("The bomb weighed 500 pounds.", ["500 pound_mass"]),
    ("They need 30 million pounds from London.", ["30000000 GBP"]),
    ("Moscow won 30 seats.", ["30 seat"]),
    ("It gave some $4.8 billion worth of aircraft.", ["~4800000000 USD"]),
    ("Seoul pays 20 million won for each.", ["20000000 KRW"]),
    ("A loan of $20 mil- \u2014 $30 billion was agreed.", ["30000000000 USD"]),
]

PERCENT = [
    ("About 78 percent of Mali's arms came by air.", ["~78 percent"]),
    ("Russia sells 2% of it.", ["2 percent"]),
    ("Russia sells 2 per cent of it.", ["2 percent"]),
    ("The rate rose by three percentage points.", ["3 percent"]),
    ("Half of the population of Haiti is hungry.", ["50 percent"]),
    ("More than half of the tanks were lost.", [">50 percent"]),
    ("A third of the shells failed.", ["33.33 percent"]),
    ("Two-thirds of the convoy was burnt.", ["66.67 percent"]),
    ("In the first half of 2024 it rained.", []),
    ("It was half past noon.", []),
    ("A third country may join.", []),
]

MEASURES = [
    ("The range is 900 kilometres.", ["900 kilometre"]),
    ("The range is 900km.", ["900 kilometre"]),
    ("The range is 550 miles.", ["550 mile"]),
    ("They took a 200-kilometre road.", ["200 kilometre"]),
    ("A 10-day truce began in Addis Ababa.", ["10 day"]),
    ("The truce held for ten days.", ["10 day"]),
    ("In the last five months nothing moved.", ["5 month"]),
    ("Smugglers took 43 kg of gold out of Sudan.", ["43 kilogram"]),
    ("Smugglers took 43kg of gold out of Sudan.", ["43 kilogram"]),
    ("They seized 3.5 tonnes of captagon.", ["3.5 tonne"]),
    ("They seized 3.5 metric tons of captagon.", ["3.5 tonne"]),
    ("They lost 20,000 hectares of forest.", ["20000 hectare"]),
    ("They hold 40 square kilometres near Lachin.", ["40 square_kilometre"]),
    ("The tanks hold 600 litres of diesel.", ["600 litre"]),
    ("The ship carried 1,200 TEU.", ["1200 TEU"]),
    ("The wall is five metres high.", ["5 metre"]),
    ("The 500,000-barrel cap was passed.", ["500000 barrel"]),
    ("The warhead weighs 500 kilograms.", ["500 kilogram"]),
    ("It flew at 300 knots.", ["300 knot"]),
    ("A 2,000-pound bomb fell on Rafah.", ["2000 pound_mass"]),
    ("A 2.5-tonne load was dropped.", ["2.5 tonne"]),
    ("Two 12-hour shifts were worked.", ["2 shift", "12 hour"]),
    ("It was 40 degrees Celsius in Aden.", ["40 degree_celsius"]),
]

CALIBRES = [
    ("They had fifty 170mm howitzers.", ["50 howitzer", "170 millimetre"]),
    ("They had 6 million 152 mm artillery shells.", ["6000000 round", "152 millimetre"]),
    ("They had 24,000 152 mm rounds.", ["24000 round", "152 millimetre"]),
    ("They had 24,000 152-mm rounds.", ["24000 round", "152 millimetre"]),
    ("They had 12,400 155-millimetre shells.", ["12400 round", "155 millimetre"]),
    ("They had a dozen 122mm Grad rockets.", ["12 rocket", "122 millimetre"]),
    ("Boxes of 122 mm and 152 mm shells were found.", ["122 millimetre", "152 millimetre"]),
    ("Mortars of 82 mm calibre were sold.", ["82 millimetre"]),
    ("The gauge showed 40 mm of rain.", ["40 millimetre"]),
]

COUNTED = [
    ("They sent 2,000 armoured personnel carriers and fighting vehicles.", ["2000 vehicle"]),
    ("They lost over 1 million grenade, mortar, and artillery rounds.", [">1000000 round"]),
    ("They sent 25,000 sets of body armour.", ["25000 set"]),
    ("They sent 13,000 containers of arms.", ["13000 container"]),
    ("The 12-member panel met in Nairobi.", ["12 person"]),
    ("The 3,000-strong force left.", ["3000 person"]),
    ("A force 3,000 strong left.", ["3000 person"]),
    ("The 15-nation bloc met in Abuja.", ["15 country"]),
    ("Militants took 50 Malians and a Frenchman.", ["50 person"]),
    ("They bought 18 F-16s and 40 T-72s.", ["18 aircraft", "40 tank"]),
    ("They bought 12 Su-30 fighters.", ["12 aircraft"]),
    ("They bought 12 fighter jets.", ["12 aircraft"]),
    ("They trained 12 fighters.", ["12 person"]),
    ("They bought 31 Abrams tanks.", ["31 tank"]),
    ("They gave Kyiv 14 Leopard 2 A6 tanks.", ["14 tank"]),
    ("They shot down 20 loitering munitions.", ["20 drone"]),
    ("They sent 40 multiple rocket launchers.", ["40 launcher"]),
    ("They counted 64 journeys by four vessels.", ["64 voyage", "4 ship"]),
    ("The two countries signed.", ["2 country"]),
    ("Two independent states signed.", ["2 country"]),
    ("The two leaders met six times.", ["2 person", "6 meeting"]),
    ("He struck six times.", ["6 time"]),
    ("Losses are three times as high as theirs.", ["3 time"]),
    ("Six batteries guard Aden.", ["6 battery"]),
    ("Fifteen women and children were killed.", ["15 person"]),
    ("At least 1,000 of the 11,000 soldiers fled.", [">=1000 person", "11000 person"]),
    ("Three of us are left.", ["3 person"]),
    (
        "They have 2,000 Javelins, 1,000 rifles and 6,000 AT-4 weapons.",
        ["2000 missile", "1000 rifle", "6000 weapon"],
    ),
    ("At least one of these missiles fell on Marib.", [">=1 missile"]),
    ("One soldier was killed at Tessalit.", ["1 person"]),
    ("One of the soldiers was killed.", []),
    ("No one was killed.", []),
    ("One can see it.", []),
    ("The two met again.", []),
    ("A two-state plan failed.", []),
    ("A three-star general spoke.", []),
    ("It is a one-way drone.", []),
]

ELLIPTIC = [
    ("The raid killed 50 and wounded 80.", ["50 person", "80 person"]),
    ("Fifty were killed and 80 wounded.", ["50 person", "80 person"]),
    ("The number of working hospitals is down to nine.", ["9 hospital"]),
    ("The toll rose to 45.", ["45 person"]),
    ("More than 40 men died and more than 15 had been captured.", [">40 person", ">15 person"]),
    ("There were 18 shipments, with seven in October alone.", ["18 shipment", "7 shipment"]),
    ("Output fell to 13,493 per day.", ["13493 None"]),
    ("Turn to 45 if you can.", []),
    ("Go back to nine.", []),
]

RATES = [
    ("They fire 7,400 rounds per day.", ["7400 round"]),
    ("They fire 7,400 rounds a day.", ["7400 round"]),
    ("The plant builds 6,000 drones annually.", ["6000 drone"]),
    ("Libya pumps 1.2 million barrels a day.", ["1200000 barrel"]),
]

NOTHING = [
    "It began in 2014.",
    "It began in June 2014 and ended on 7 October 2023.",
    "On January 5, 6 and 7 it rained.",
    "On Oct. 16 a report came out.",
    "It was signed on 30 September.",
    "In the 1990s and 2000s it was quiet.",
    "The 2022 elections were held.",
    "Since February 2022 people have fled.",
    "By 2030 it will be over.",
    "In 2019 rockets hit Riyadh.",
    "At 7 p.m. it stopped.",
    "At 03:00 it stopped.",
    "It stopped at 7am.",
    "It stopped at seven o'clock.",
    "Hassan, 34, drove the van.",
    "A 34-year-old driver was held.",
    "He was aged 25.",
    "Children under 5 get it first.",
    "Resolution 1718 forbids it.",
    "Resolutions 1718, 1874 and 2397 forbid it.",
    "Article 51 and Section 4 apply.",
    "See page 12 and pages 14-16.",
    "The T-72, the Su-35 and the M1989 were shown.",
    "A Type 56 was shown; so was an AK-47.",
    "The Shahed-131 and Shahed-136 were shown.",
    "An Il-76 landed; a 9K37 fired.",
    "The 15th Brigade and the 4th Division moved.",
    "The first and the third convoys moved.",
    "No. 3 was shut.",
    "Call +249 183 774 000 for help.",
    "Write to Kampala 10087.",
    "See https://example.org/2024/11/12/report-45 for more.",
    "Mail desk45@example.org now.",
    "See doi 10.1000/182.",
    "Version 2.0.1 is out.",
    "1. Ammunition\n2. Food\n",
    "It is noted [12] and again [13].",
    "The G7, the G20 and the P5 met.",
    "Since 9/11 it works 24/7.",
    "The chances are 50-50.",
    "It lies at 15.5\u00b0N.",
    "The Group of Seven met in Bari.",
    "The Five Eyes partners met.",
    "World War 2 ended.",
    "He lives at 1600 Pennsylvania Avenue.",
    "COVID-19 spread.",
    "The multi-million plan failed.",
    "",
    "\ud800 \x00 \u202e",
]

ALL = [
    *NUMBERS,
    *RANGES,
    *BOUNDS,
    *HEDGES,
    *VAGUE,
    *MONEY,
    *PERCENT,
    *MEASURES,
    *CALIBRES,
    *COUNTED,
    *ELLIPTIC,
    *RATES,
]


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text for text, _ in ALL])
def test_a_sentence_gives_its_figures(text: str, expected: list[str]) -> None:
    assert expected == read(text)


@pytest.mark.parametrize("text", NOTHING)
def test_a_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert [] == read(text)
