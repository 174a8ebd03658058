"""Bad codings, one a row: what is bad, the coding, and the one problem that it has to give. And how codings are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from osintkp.vocabulary.scales import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
GOOD = """
schema = "osintkp/1"
[source]
id = "good"
[[claim]]
id = "a"
quote = "twelve trucks"
shipment = { sender = "SD", amount = "12 truck" }
[[claim]]
id = "b"
quote = "some forty tanks"
loss = { actor = "AM", amount = "~40 tank" }
"""
HEAD = 'schema = "osintkp/1"\n[source]\nid = "bad"\n'
SOUND = '\n[[claim]]\nid = "sound"\nquote = "six rifles"\nseizure = { amount = "6 rifle" }\n'
JSON_HEAD = '{"schema": "osintkp/1", "source": {"id": "bad"}'
JSON_SOUND = '{"id": "sound", "quote": "six rifles", "seizure": {"amount": "6 rifle"}}'
LINE_HEAD = JSON_HEAD + "}\n"
LINE_SOUND = '{"claim": ' + JSON_SOUND + "}\n"
TEXT = "Port Sudan received 12 trucks. El Fasher received 9 trucks and 12 trucks of flour."


def toml(claims: str, *, source: str = "", sound: str = SOUND) -> str:
    """Return a coding of one source, the claims of the case first and a sound one after them."""
    return f"{HEAD}{source}\n{claims}{sound}"


def claim(record: str, *, name: str = '"b1"', quote: str = '"some words"', more: str = "") -> str:
    return f"[[claim]]\nid = {name}\nquote = {quote}\n{more}\n{record}\n"


def shipment(fields: str, *, more: str = "") -> str:
    return toml(claim(f"shipment = {{ {fields} }}", more=more))


def on_text(fields: str, *, text: str = TEXT) -> str:
    """Return a coding whose one case claim is held against a text that stands in the coding."""
    written = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r").replace("\n", "\\n")
    spans = f'[[claim]]\nid = "b1"\n{fields}\nloss = {{ item = "vehicles/truck" }}\n'
    return f'{HEAD}content = "{written}"\n{spans}'


def jdoc(claims: str) -> str:
    return f"{JSON_HEAD}, " + f'"claim": [{claims}, {JSON_SOUND}]}}'


class Case(NamedTuple):
    """A bad coding, and the one problem that it has to give."""

    name: str
    content: str | bytes
    code: str
    field: str | None
    says: str
    fix: str
    claim: str | None = "bad/b1"
    severity: Severity = ERROR
    file: str = "bad.toml"
    line: int | None = None
    keeps: tuple[str, ...] = ("bad/sound",)
    beside: Mapping[str, str | bytes] = {}


def whole(
    name: str, content: str | bytes, code: str, says: str, fix: str, *, field: str | None = None, file: str = "bad.toml",
    line: int | None = None, keeps: tuple[str, ...] = (), severity: Severity = ERROR, beside: Mapping[str, str | bytes] = {},
) -> Case:  # fmt: skip
    """Return a case in which a file, a line or a source is bad, not a claim."""
    return Case(name, content, code, field, says, fix, None, severity, file, line, keeps, beside)


TYPES = [
    Case("a number for a text", shipment("origin = 5"), "wrong-type", "shipment.origin", "text belongs here: 5", "put it in quotes"),
    Case("true for a text", shipment("origin = true"), "wrong-type", "shipment.origin", "text belongs here: True", "put it in quotes"),
    Case("a list for a text", shipment('origin = ["Sochi"]'), "wrong-type", "shipment.origin", "text belongs here: ['Sochi']", "put it in quotes"),
    Case("null for a text that has to be", jdoc('{"id": "b1", "quote": "w", "shipment": {}, "links": [{"kind": "repeats", "claim": null}]}'), "wrong-type", "links[0].claim", "text belongs here, not null", "put it in quotes", file="bad.json"),
    Case("a number for an actor", shipment("sender = 5"), "wrong-type", "shipment.sender", "text belongs here: 5", "put it in quotes"),
    Case("a list of numbers for actors", toml(claim("meeting = { participants = [5] }")), "wrong-type", "meeting.participants[0]", "text belongs here: 5", "put it in quotes"),
    Case("a number for an amount", shipment("amount = 40"), "wrong-type", "shipment.amount", "an amount in quotes belongs here: 40", 'write it with its unit, like "6700 container"'),
    Case("a text for a number", toml(claim("treaty = {}", more='span = ["1", 2]')), "wrong-type", "span[0]", "a whole number belongs here: '1'", "without quotes"),
    Case("Arabic digits in a text for a number", toml(claim("treaty = {}", more='span = [1, "٣٣"]')), "wrong-type", "span[1]", r"a whole number belongs here: '\u0663\u0663'", "without quotes"),
    Case("true for a number", toml(claim("treaty = {}", more="span = [1, true]")), "wrong-type", "span[1]", "a whole number belongs here: True", "without quotes"),
    Case("a broken number for a whole one", toml(claim("treaty = {}", more="span = [1, 2.5]")), "wrong-type", "span[1]", "a whole number belongs here: 2.5", "without quotes"),
    Case("a text for a list", toml(claim('meeting = { participants = "AZ" }')), "wrong-type", "meeting.participants", "a list belongs here: 'AZ'", "square brackets"),
    Case("a text for a list of spans", toml(claim("treaty = {}", more='via = "yonhap"\nspeaker = "KR"')), "wrong-type", "via", "a list belongs here: 'yonhap'", "square brackets"),
    Case("a table for a list", toml(claim("treaty = {}", more='links = { kind = "repeats", claim = "sound" }')), "wrong-type", "links", "a list belongs here: {'kind'", "square brackets"),
    Case("a text for a table", toml(claim("treaty = {}", more='likelihood = "probably"')), "wrong-type", "likelihood", "a table belongs here: 'probably'", "a table of keys"),
    Case("a text for a link", toml(claim("treaty = {}", more='attribution = ["KR"]')), "wrong-type", "attribution[0]", "a table belongs here: 'KR'", "a table of keys"),
    Case("a text for a record", toml(claim('treaty = "signed"')), "wrong-type", "treaty", "a table belongs here: 'signed'", "a table of keys"),
    Case("a list for the dates of ratification", toml(claim('treaty = { ratified = ["KP"] }')), "wrong-type", "treaty.ratified", "a table belongs here: ['KP']", "a table of keys"),
    Case("a number for a word of a scale", toml(claim("treaty = {}", more="modality = 3")), "wrong-type", "modality", "one of stated, estimated", "put it in quotes"),
    Case("true for a credibility", toml(claim("treaty = {}", more="credibility = true")), "wrong-type", "credibility", "one of 1, 2, 3, 4, 5, 6 belongs here: True", "in quotes"),
    Case("a number for a claim", jdoc("7"), "wrong-type", None, "a claim as a table belongs here: 7", "write [[claim]]", claim="bad/#1", file="bad.json"),
    whole("a list for the coding", "[1]", "wrong-type", "a table of keys belongs here: [1]", '{ "source": ..., "claim": [...] }', file="bad.json"),
    whole("null for the coding", "null", "wrong-type", "a table of keys belongs here, not null", '{ "source": ..., "claim": [...] }', file="bad.json"),
    whole("a table for the claims", f'{HEAD}[claim]\nid = "b1"', "wrong-type", "a list of claims belongs here: {'id': 'b1'}", "[[claim]]", field="claim"),
    whole("a text for the source", 'schema = "osintkp/1"\nsource = "s1"' + SOUND, "wrong-type", "(1 claim left out with it): 's1'", "a table of keys", field="source"),
    whole("a number for the title of a source", toml("", source="title = 7"), "wrong-type", "text belongs here: 7", "put it in quotes", field="source.title", keeps=("bad/sound",)),
]  # fmt: skip
KEYS = [
    Case("an unknown key of a record", shipment('ammount = "5 truck"'), "unknown-key", "shipment.ammount", "no key has this name here: 'ammount'", "did you mean 'amount'?"),
    Case("an unknown key of a claim", toml(claim("treaty = {}", more='speker = "KR"')), "unknown-key", "speker", "no key has this name here: 'speker'", "did you mean 'speaker'?"),
    Case("an unknown key of a link", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "sound", note = "x" }]')), "unknown-key", "links[0].note", "no key has this name here: 'note'", "use one of kind, claim, value"),
    Case("an unknown key of a date", toml(claim('treaty = { signed = { edtf = "2024", ankor = "2024" } }')), "unknown-key", "treaty.signed.ankor", "no key has this name here: 'ankor'", "did you mean 'anchor'?"),
    whole("an unknown key of a source", toml("", source='titel = "x"'), "unknown-key", "no key has this name here: 'titel'", "did you mean 'title'?", field="source.titel", keeps=("bad/sound",)),
    whole("an unknown key of a coding", 'scheme = "x"\n' + toml(""), "unknown-key", "no key has this name here (1 claim left out with it): 'scheme'", "did you mean 'schema'?", field="scheme"),
    Case("an unknown kind", toml(claim("shipmint = {}")), "unknown-key", "shipmint", "no key has this name here: 'shipmint'", "did you mean 'shipment'?"),
    Case("no record", toml(claim("")), "missing-record", None, "a claim has to have a record", "add one of limit, loss, meeting, seizure"),
    Case("two records", toml(claim("treaty = {}\nlimit = {}")), "second-record", "limit", "a claim has one record: 'limit'", "keep treaty, or make two claims"),
    Case("no id", toml("[[claim]]\nquote = 'w'\ntreaty = {}\n"), "missing-key", "id", "the key id is missing", "add id = ...", claim="bad/#1"),
    Case("no actor in a link of the chain", toml(claim("treaty = {}", more='attribution = [{ verb = "said" }]')), "missing-key", "attribution[0].actor", "the key actor is missing", "add actor = ..."),
    Case("no edtf in a date", toml(claim('treaty = { signed = { words = "last June" } }')), "missing-key", "treaty.signed.edtf", "the key edtf is missing", "add edtf = ..."),
    whole("no id of the source", 'schema = "osintkp/1"\n[source]\ntitle = "x"\n' + SOUND, "missing-key", "the key id is missing", "add id = ...", field="source.id"),
    whole("no source", 'schema = "osintkp/1"\n' + SOUND, "missing-key", "the key source is missing", "add source = ...", field="source"),
    Case("a role without a speaker", toml(claim("treaty = {}", more='role = "minister"\nverb = "said"')), "missing-key", "speaker", "role and verb without a speaker", '"unknown"'),
    Case("a span without a quote", toml('[[claim]]\nid = "b1"\nspan = [1, 2]\ntreaty = {}\n'), "missing-key", "quote", "the key quote is missing", "add quote = ..."),
    Case("a chain in two forms", toml(claim("treaty = {}", more='speaker = "KR"\nattribution = [{ actor = "KR" }]')), "said-twice", "attribution", "in two forms", "keep attribution alone, or speaker"),
    Case("quotes in two forms", toml(claim("treaty = {}", more='spans = [{ quote = "w" }]')), "said-twice", "spans", "in two forms", "keep spans alone, or the quote"),
    Case("a place beside several quotes", toml('[[claim]]\nid = "b1"\nspan = [1, 2]\nspans = [{ quote = "w" }]\ntreaty = {}\n'), "said-twice", "spans", "in two forms", "keep spans alone"),
    whole("a key twice in JSON", jdoc('{"id": "b1", "id": "b2", "quote": "w", "treaty": {}}'), "duplicate-key", "a key stands twice in one table: 'id'", "keep one of them", file="bad.json"),
    whole("a key twice in TOML", toml(claim('treaty = { title = "x", title = "y" }')), "file-syntax", "this is no TOML: ", "mend it there"),
    Case("an unknown word of a scale", toml(claim("treaty = {}", more='stance = "denied"')), "unknown-word", "stance", "this is no stance: 'denied'", "did you mean 'denies'?"),
    Case("an unknown digit of credibility", toml(claim("treaty = {}", more="credibility = 7")), "unknown-word", "credibility", "this is no credibility: '7'", "use one of 1, 2, 3, 4, 5, 6"),
    whole("an unknown letter of reliability", toml("", source='reliability = "G"'), "unknown-word", "this is no reliability: 'G'", "use one of A, B, C, D, E, F", field="source.reliability", keeps=("bad/sound",)),
    Case("a key with terminal escapes", jdoc('{"id": "b1", "quote": "w", "treaty": {}, "\\u001b]0;pwn\\u0007\\n$.ok": 1}'), "unknown-key", "\x1b]0;pwn\x07\n$.ok", r"'\x1b]0;pwn\x07\n$.ok'", "use one of id, quote", file="bad.json"),
    Case("a key with a turn of writing direction", jdoc('{"id": "b1", "quote": "w", "treaty": {"\u202eetad": 1}}'), "unknown-key", "treaty.\u202eetad", r"'\u202eetad'", "use one of title, parties", file="bad.json"),
    Case("a key of a hundred thousand letters", jdoc('{"id": "b1", "quote": "w", "treaty": {"' + "k" * 100_000 + '": 1}}'), "unknown-key", "treaty." + "k" * 100_000, "no key has this name here", "use one of title", file="bad.json"),
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
    Case("grouped digits", shipment('amount = "6,700 container"'), "number-syntax", "shipment.amount", "the digits are grouped: '6,700 container'", "write 6700 container"),
    Case("a dash between numbers", shipment('amount = "10\u201320 container"'), "number-syntax", "shipment.amount", r"'10\u201320 container'", "write 10..20"),
    Case("a minus that is not ASCII", shipment('amount = "\u22125 container"'), "number-syntax", "shipment.amount", "the minus sign is not ASCII", "write -5"),
    Case("a number below zero", shipment('amount = "-350 truck"'), "number-range", "shipment.amount", "an amount in truck is never below zero", "write 350 truck"),
    Case("a NaN in an amount", shipment('amount = "nan truck"'), "number-not-finite", "shipment.amount", "'nan truck'", "write the number"),
    Case("a NaN of JSON", jdoc('{"id": "b1", "quote": "w", "loss": {"amount": NaN}}'), "number-not-finite", "loss.amount", "a number has to be finite: nan", "leave the key out", file="bad.json"),
    Case("an infinity that is written as a number", jdoc('{"id": "b1", "quote": "w", "loss": {"amount": 1e999}}'), "number-not-finite", "loss.amount", "a number has to be finite: inf", "leave the key out", file="bad.json"),
    Case("a number of hundreds of digits", shipment(f'amount = "{"9" * 500} truck"'), "number-size", "shipment.amount", "a number has at most 40 characters", "write it with fewer digits"),
    Case("a tower of powers", shipment('amount = "9**9**9 truck"'), "number-syntax", "shipment.amount", "'9**9**9 truck'", "write digits with at most one point"),
    Case("a hexadecimal of a hundred thousand digits", toml(claim("treaty = {}", more=f"span = [0, 0x{'f' * 100_000}]")), "number-size", "span[1]", "the number is too large: <int too large to show>", "keep it under"),
    whole("a number of five thousand digits", toml(claim("treaty = {}", more=f"span = [0, {'9' * 5000}]")), "number-size", "a whole number has more digits than Python reads", "write it shorter"),
    whole("a number of five thousand digits in JSON", jdoc('{"id": "b1", "span": [0, ' + "9" * 5000 + "]}"), "number-size", "a whole number has more digits than Python reads", "write it shorter", file="bad.json"),
]  # fmt: skip
DATES = [
    Case("a date in no calendar", shipment('when = "2024-02-30"'), "date-invalid", "shipment.when", "'2024-02-30'", "2024-02-29"),
    Case("an ambiguous date", shipment('when = "01/02/2024"'), "date-ambiguous", "shipment.when", "'01/02/2024'", "2024-02-01 or 2024-01-02"),
    Case("a period that ends before it starts", shipment('when = "2024-05-08/2024-05-06"'), "date-order", "shipment.when", "'2024-05-08/2024-05-06'", "write 2024-05-06/2024-05-08"),
    Case("a date of TOML", shipment("when = 2024-05-06"), "wrong-type", "shipment.when", "a date in quotes belongs here: datetime.date(2024, 5, 6)", 'write it like "2024-05-06"'),
    Case("a number for a date", shipment("when = 2024"), "wrong-type", "shipment.when", "a date in quotes belongs here: 2024", '"2024-06-19"'),
    Case("a month for an anchor", shipment('when = { edtf = "2024-06", anchor = "2024-06" }'), "date-invalid", "shipment.when.anchor", "one day belongs here: '2024-06'", '"2024-06-19"'),
    Case("a date of TOML for an anchor", shipment('when = { edtf = "2024-06", anchor = 2024-06-19 }'), "wrong-type", "shipment.when.anchor", "text belongs here", "in quotes"),
    Case("a number for the words of a date", shipment('when = { edtf = "2024-06", words = 6 }'), "wrong-type", "shipment.when.words", "text belongs here: 6", "in quotes"),
    whole("a bad date of a source", toml("", source='published = "sat"'), "date-invalid", "'sat'", "write the day that is meant", field="source.published", keeps=("bad/sound",)),
    Case("a bad date of ratification", toml(claim('treaty = { ratified = { KP = "2024-13" } }')), "date-invalid", "treaty.ratified.KP", "'2024-13'", "months run from 01 to 12"),
]  # fmt: skip
IDS = [
    Case("a second claim of one id", toml(claim("treaty = {}") + claim("limit = {}")), "duplicate-id", "id", "this id is taken: 'bad/b1'", "bad.toml' has 'bad/b1'; give each an id of its own", keeps=("bad/b1", "bad/sound")),
    Case("a second claim of one id in other capitals", toml(claim("treaty = {}") + claim("limit = {}", name='"B1"')), "duplicate-id", "id", "this id is taken: 'bad/B1'", "and not in capitals alone", claim="bad/B1", keeps=("bad/b1", "bad/sound")),
    whole("a second source of one id", toml("").replace('"bad"', '"good"'), "duplicate-id", "this id is taken (1 claim left out with it): 'good'", "a-good.toml' has 'good'; give each an id of its own", field="source.id"),
    Case("an id that is a path", toml(claim("treaty = {}", name='"../../x"')), "bad-id", "id", "an id is up to 100 of a-z", "'shells-152'", claim="bad/../../x"),
    Case("an id of a number", toml(claim("treaty = {}", name="5")), "wrong-type", "id", "text belongs here: 5", "put it in quotes", claim="bad/#1"),
    Case("an empty id", toml(claim("treaty = {}", name='""')), "bad-id", "id", "an id is up to 100", "'shells-152'", claim="bad/"),
    Case("an id of a hundred and one letters", toml(claim("treaty = {}", name=f'"{"x" * 101}"')), "bad-id", "id", "an id is up to 100", "'shells-152'", claim="bad/" + "x" * 101),
    whole("a source id that breaks out", toml("").replace('"bad"', '\'x"><b>\''), "bad-id", "an id is up to 100 of a-z", "'shells-152'", field="source.id"),
    Case("a link to no claim of its source", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "b9" }]')), "unknown-claim", "links[0].claim", "no claim here has this id: 'bad/b9'", "mend the id, or code the claim", keeps=("bad/b1", "bad/sound")),
    Case("a link to no claim of another source", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "good/c" }]')), "unknown-claim", "links[0].claim", "'good/c'", "mend the id", keeps=("bad/b1", "bad/sound")),
    Case("a link to a source that is not loaded", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "other/a" }]')), "dangling-link", "links[0].claim", "no source here has this claim: 'other/a'", "load its source too", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a link to itself", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "b1" }]')), "link-self", "links[0].claim", "a claim is linked to itself: 'bad/b1'", "name another claim"),
    Case("an unknown kind of link", toml(claim("treaty = {}", more='links = [{ kind = "repeat", claim = "sound" }]')), "unknown-word", "links[0].kind", "this is no link kind: 'repeat'", "did you mean 'repeats'?"),
    whole("derived from a source that is not loaded", toml("", source='derived_from = "wire"'), "unknown-source", "no source here has this id: 'wire'", "load it too", field="source.derived_from", severity=WARNING, keeps=("bad/sound",)),
]  # fmt: skip
NAMES = [
    Case("an unknown code", shipment('sender = "KPP"'), "unknown-actor", "shipment.sender", "no actor has this name: 'KPP'", "KP"),
    Case("a code of no state", shipment('sender = "XX"'), "unknown-actor", "shipment.sender", "no actor has this name: 'XX'", "write"),
    Case("a state by its name", shipment('sender = "North Korea"'), "actor-name", "shipment.sender", "an actor is named by its id: 'North Korea'", "read as 'KP'; write that", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a capital with a lookalike letter", shipment('sender = "SeouI"'), "actor-name", "shipment.sender", "'SeouI'", "read as 'KR' (U+0049 looks like 'l'); write that", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a capital by another spelling", shipment('sender = "Pionyang"'), "actor-name", "shipment.sender", "'Pionyang'", "read as 'KP' (spelling of", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a person by another spelling", toml(claim("treaty = {}", more='speaker = "Choe Sun Hui"')), "actor-name", "speaker", "'Choe Sun Hui'", "read as 'choe-son-hui'", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("an actor of the chain by name", toml(claim("treaty = {}", more='attribution = [{ actor = "Sudan" }]')), "actor-name", "attribution[0].actor", "'Sudan'", "read as 'SD'", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("an ambiguous name", shipment('sender = "Congolese"'), "unknown-actor", "shipment.sender", "'Congolese'", "write one of CD, CG"),
    Case("a party of a list by name", toml(claim('treaty = { parties = ["AM", "Azerbaijan"] }')), "actor-name", "treaty.parties[1]", "'Azerbaijan'", "read as 'AZ'", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a party of a table by name", toml(claim('treaty = { ratified = { Iran = "2024" } }')), "actor-name", "treaty.ratified.Iran", "'Iran'", "read as 'IR'", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a name of a hundred thousand letters", shipment(f'sender = "{"Aa " * 33_333}"'), "unknown-actor", "shipment.sender", "'Aa Aa", "write"),
    Case("a party under two names", toml(claim('treaty = { ratified = { Iran = "2024", IR = "2025" } }')), "duplicate-key", "treaty.ratified", "two names mean one actor", "keep one of Iran, IR"),
    Case("goods outside the taxonomy", shipment('item = "munitions/catapult"'), "unknown-item", "shipment.item", "the goods taxonomy has no such item: 'munitions/catapult'", "kept as given; near it: munitions", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("goods like no other", shipment('item = "stardust"'), "unknown-item", "shipment.item", "'stardust'", "kept as given", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("goods by name", shipment('item = "artillery shells"'), "item-name", "shipment.item", "goods are named by their place in the taxonomy: 'artillery shells'", "read as 'munitions/artillery/shell'; write that", severity=WARNING, keeps=("bad/b1", "bad/sound")),
]  # fmt: skip
SPANS = [
    Case("no quote", toml('[[claim]]\nid = "b1"\ntreaty = {}\n'), "missing-quote", "quote", "no words are quoted", 'add quote = "..."', severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a quote without words", toml(claim("treaty = {}", quote='" "')), "empty-quote", "quote", "a quote has no words: ' '", "quote the words"),
    Case("one quote of several without words", toml('[[claim]]\nid = "b1"\nspans = [{ quote = "w" }, { quote = "" }]\ntreaty = {}\n'), "empty-quote", "spans[1].quote", "a quote has no words: ''", "quote the words"),
    Case("a quote that is not in the text", on_text('quote = "fourteen lorries"'), "quote-missing", "quote", "the quote is not in the text: 'fourteen lorries'", "quote the text letter by letter", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote in other capitals", on_text('quote = "port sudan"'), "quote-missing", "quote", "'port sudan'", "the text has it in other capitals; quote the text letter by letter", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote with one wrong letter", on_text('quote = "Port Sudan recieved"'), "quote-missing", "quote", "'Port Sudan recieved'", "after 'Port Sudan rec' the text has 'e' (U+0065), the quote 'i' (U+0069)", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote that begins as the text does", on_text('quote = "Porto"'), "quote-missing", "quote", "'Porto'", "after 'Port' the text has ' ' (U+0020), the quote 'o' (U+006F); quote the text letter by letter", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote that begins as the text does for three letters", on_text('quote = "Poro"'), "quote-missing", "quote", "'Poro'", "quote the text letter by letter", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote with a lookalike letter", on_text('quote = "EI Fasher"', text="In El Fasher."), "quote-missing", "quote", "'EI Fasher'", "letter by letter", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote in another normal form", on_text('quote = "the Pérez count"', text="By the Pe\u0301rez count"), "quote-missing", "quote", r"'the P\xe9rez count'", "the text has 'e' (U+0065), the quote 'é' (U+00E9)", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote that goes on after the text", on_text('quote = "of flour. And"'), "quote-missing", "quote", "'of flour. And'", "quote the text letter by letter", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote that stands twice", on_text('quote = "12 trucks"'), "span-ambiguous", "span", "the quote stands 2 times: '12 trucks'", "add span = one of [20, 29], [63, 72], or a prefix or suffix", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote with other words before it", on_text('quote = "9 trucks"\nprefix = "sent "'), "span-mismatch", "prefix", "the quote does not stand between its prefix and suffix: '9 trucks'", "it stands at [50, 58]", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote that stands twice with the same word after it", on_text('quote = "12"\nsuffix = " trucks"'), "span-ambiguous", "span", "the quote stands 2 times: '12'", "add span = one of [20, 22], [63, 65]", severity=WARNING, keeps=("bad/b1",)),
    Case("a span elsewhere than the words before the quote", on_text('quote = "12 trucks"\nspan = [1, 10]\nprefix = "and "'), "span-mismatch", "span", "the quote is not at its span", "write [63, 72]", severity=WARNING, keeps=("bad/b1",)),
    Case("a span elsewhere", on_text('quote = "9 trucks"\nspan = [20, 28]'), "span-mismatch", "span", "the quote is not at its span: '9 trucks'", "write [50, 58]", severity=WARNING, keeps=("bad/b1",)),
    Case("a span in bytes", on_text('quote = "9 trucks"\nspan = [10, 18]', text="Aïn 😀 9 trucks"), "span-mismatch", "span", "'9 trucks'", "write [6, 14]: the span counts bytes", severity=WARNING, keeps=("bad/b1",)),
    Case("a span in UTF-16 units", on_text('quote = "9 trucks"\nspan = [7, 15]', text="Aïn 😀 9 trucks"), "span-mismatch", "span", "'9 trucks'", "the span counts UTF-16 units", severity=WARNING, keeps=("bad/b1",)),
    Case("a span of a text with other line ends", on_text('quote = "9 trucks"\nspan = [4, 12]', text="One\r\n9 trucks"), "span-mismatch", "span", "'9 trucks'", "the span counts characters, but each CRLF line ending as one", severity=WARNING, keeps=("bad/b1",)),
    Case("a span beyond the text", on_text('quote = "9 trucks"\nspan = [500, 508]'), "span-mismatch", "span", "the quote is not at its span: '9 trucks'", "write [50, 58]", severity=WARNING, keeps=("bad/b1",)),
    Case("a span that runs backwards", toml(claim("treaty = {}", more="span = [27, 11]")), "span-range", "span", "a span goes from a start to a later end: [27, 11]", "counted in code points from 0"),
    Case("a span from below zero", toml(claim("treaty = {}", more="span = [-5, 3]")), "span-range", "span", "[-5, 3]", "counted in code points from 0"),
    Case("an empty span", toml(claim("treaty = {}", more="span = [5, 5]")), "span-range", "span", "[5, 5]", "the end not included"),
    Case("a span of one number", toml(claim("treaty = {}", more="span = [5]")), "span-range", "span", "a span is two numbers: [5]", "write span = [start, end]"),
    Case("a span of three numbers", toml(claim("treaty = {}", more="span = [5, 6, 7]")), "span-range", "span", "a span is two numbers: [5, 6, 7]", "write span = [start, end]"),
    Case("a span of no numbers", toml(claim("treaty = {}", more="span = []")), "span-range", "span", "a span is two numbers: []", "write span = [start, end]"),
    Case("one bad span of several", on_text('spans = [{ quote = "9 trucks" }, { quote = "9 trucks", span = [1, 2] }]'), "span-mismatch", "spans[1].span", "the quote is not at its span", "write [50, 58]", severity=WARNING, keeps=("bad/b1",)),
]  # fmt: skip
TEXTS = [
    whole("a text of another hash", toml("", source=f'text = "bad.txt"\nsha256 = "{"0" * 64}"'), "article-changed", "coded from, which has the sha256 " + "0" * 64, "attach the text as it was collected", field="source.text", keeps=("bad/sound",), beside={"bad.txt": TEXT}),
    whole("a text of another length", toml("", source='text = "bad.txt"\nlength = 81'), "article-changed", "which has the length 81: 82", "attach the text as it was collected", field="source.text", keeps=("bad/sound",), beside={"bad.txt": TEXT}),
    whole("an inline text of another hash", toml("", source=f'content = "x"\nsha256 = "{"0" * 64}"'), "article-changed", "which has the sha256 " + "0" * 64, "corpus.reanchor", field="source.content", keeps=("bad/sound",)),
    whole("a text in another encoding", toml("", source='text = "bad.txt"'), "article-encoding", r"byte 1 is not UTF-8: b'\xef'", "save it as UTF-8", field="source.text", keeps=("bad/sound",), beside={"bad.txt": "Aïn".encode("cp1252")}),
    whole("a text in UTF-16", toml("", source='text = "bad.txt"'), "article-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8", field="source.text", keeps=("bad/sound",), beside={"bad.txt": "Aïn".encode("utf-16")}),
    whole("a text above the folder", toml("", source='text = "../secret.txt"'), "path-outside", "the text lies outside the coding's folder: '../secret.txt'", "name a file beside the coding", field="source.text", keeps=("bad/sound",)),
    whole("a text anywhere", toml("", source='text = "/etc/passwd"'), "path-outside", "'/etc/passwd'", "name a file beside the coding", field="source.text", keeps=("bad/sound",)),
    whole("a text of another system", toml("", source=r"text = '..\secret.txt'"), "path-outside", r"'..\\secret.txt'", "name a file beside the coding", field="source.text", keeps=("bad/sound",)),
    whole("a text on another drive", toml("", source='text = "C:secret.txt"'), "path-outside", "'C:secret.txt'", "name a file beside the coding", field="source.text", keeps=("bad/sound",)),
    whole("a text by way of the folder above", toml("", source='text = "a/../bad.txt"'), "path-outside", "'a/../bad.txt'", "name a file beside the coding", field="source.text", keeps=("bad/sound",), beside={"bad.txt": TEXT}),
    whole("a text without a name", toml("", source='text = ""'), "path-outside", "''", "name a file beside the coding", field="source.text", keeps=("bad/sound",)),
    whole("a text with NUL in its name", toml("", source='text = "bad\\u0000.txt"'), "text-control", r"the text holds the character NUL: 'bad\x00.txt'", "leave it out", field="source.text", keeps=("bad/sound",)),
    whole("a hash that is none", toml("", source='sha256 = "e3b0"'), "bad-hash", "this is no sha256: 'e3b0'", "write 64 digits", field="source.sha256", keeps=("bad/sound",)),
    whole("a hash in capitals", toml("", source=f'sha256 = "{"E" * 64}"'), "bad-hash", "this is no sha256", "0-9 and a-f", field="source.sha256", keeps=("bad/sound",)),
    Case("half a character", jdoc('{"id": "b1", "quote": "w", "treaty": {"title": "a\\ud800b"}}'), "text-surrogate", "treaty.title", r"letter 1 is half a character: '\ud800'", "write the whole character", file="bad.json"),
    Case("a NUL in a text", jdoc('{"id": "b1", "quote": "w", "treaty": {"title": "a\\u0000"}}'), "text-control", "treaty.title", r"the text holds the character NUL: 'a\x00'", "leave it out", file="bad.json"),
    Case("a text of a megabyte", jdoc('{"id": "b1", "quote": "w", "treaty": {"title": "' + "a" * 1_000_001 + '"}}'), "text-size", "treaty.title", "the text is too long", "within 1,000,000 characters", file="bad.json"),
]  # fmt: skip
FILES = [
    whole("no schema", "[source]\nid = 'bad'\n" + SOUND, "schema-version", "does not say by which schema", 'add schema = "osintkp/1"', field="schema"),
    whole("a schema of the future", toml("").replace('"osintkp/1"', "99"), "schema-version", "this version of the schema is not known (1 claim left out with it): 99", 'this osintkp reads "osintkp/1": upgrade it if the coding is newer', field="schema"),
    whole("bytes that are not UTF-8", toml("").encode().replace(b"six", b"s\xffx"), "file-encoding", r"is not UTF-8: b'\xff'", "save it as UTF-8"),
    whole("UTF-16 with its mark", toml("").encode("utf-16"), "file-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8"),
    whole("UTF-16 without a mark", jdoc("{}").encode("utf-16-le"), "file-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8", file="bad.json"),
    whole("UTF-16, the other way round", jdoc("{}").encode("utf-16-be"), "file-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8", file="bad.json"),
    whole("UTF-32", jdoc("{}").encode("utf-32-be"), "file-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8", file="bad.json"),
    whole("a NUL further on", toml("").replace("six", "s\x00x"), "file-syntax", "this is no TOML", "mend it there"),
    whole("half a character in bytes", jdoc("{}").encode().replace(b"six", b"\xed\xa0\x80"), "file-encoding", r"is not UTF-8: b'\xed'", "save it as UTF-8", file="bad.json"),
    whole("an empty file", "", "file-empty", "the file is empty", "write a coding, or remove it"),
    whole("white space alone", " \n\t\n", "file-empty", "the file is empty", "write a coding, or remove it"),
    whole("a byte order mark alone", b"\xef\xbb\xbf", "file-empty", "the file is empty", "write a coding, or remove it"),
    whole("TOML that is cut off", toml("")[:-20], "file-syntax", "this is no TOML: ", "mend it there"),
    whole("JSON that is cut off", jdoc("{}")[:-20], "file-syntax", "this is no JSON: Unterminated string starting at (line 1, column", "mend it there", file="bad.json"),
    whole("JSON under the name of TOML", jdoc("{}"), "file-syntax", "this is JSON under the name of TOML", "name it .json"),
    whole("JSON that nests deeply", "[" * 100_000 + "]" * 100_000, "nesting", "the file nests too deeply", "at most five deep", file="bad.json"),
    whole("TOML that nests deeply", "a = " + "[" * 100_000 + "]" * 100_000, "nesting", "the file nests too deeply", "at most five deep"),
    whole("a key of twenty thousand parts", ".".join("a" * 20_000) + " = 1", "nesting", "a key has too many parts", "at most 64 parts"),
    whole("a quoted key of twenty thousand parts", " . ".join(['"a\\""'] * 20_000) + " = 1", "nesting", "a key has too many parts", "at most 64 parts"),
    whole("a key of many parts inside a table", f"{HEAD}title = {{ {'.'.join('a' * 20_000)} = 1 }}", "nesting", "a key has too many parts", "at most 64 parts"),
    whole("another kind of file", "source:\n  id: bad\n", "file-unknown-type", "this is no coding file, and was not read", ".toml, .jsonl or .json", file="bad.yaml", severity=WARNING),
    whole("what a killed save left", toml("")[:40], "file-leftover", "a save was cut off here", "delete it", file=".osintkp-12-ab.tmp", severity=WARNING),
]  # fmt: skip
LINES = [
    whole("a line cut off", LINE_HEAD + LINE_SOUND + '{"claim": {"id": "b1", "quo', "line-json", "this is no JSON: Unterminated string", "was the file cut off?", file="bad.jsonl", line=3, keeps=("bad/sound",)),
    whole("a bad line in the middle", LINE_HEAD + '{"claim": {"id": }}\n' + LINE_SOUND, "line-json", "this is no JSON: Expecting value", "one whole JSON object a line", file="bad.jsonl", line=2, keeps=("bad/sound",)),
    whole("a claim before its source", LINE_SOUND + LINE_HEAD, "missing-source", "the claim has no source before it", "begin with a line that opens its source", file="bad.jsonl", line=1),
    whole("a line of neither", LINE_HEAD + LINE_SOUND + '{"claims": []}', "unknown-key", "no key has this name here: 'claims'", "did you mean 'claim'?", file="bad.jsonl", line=3, keeps=("bad/sound",)),
    whole("a line of nothing", LINE_HEAD + LINE_SOUND + "{}", "missing-key", "the key claim is missing", "add claim = ...", file="bad.jsonl", line=3, keeps=("bad/sound",)),
    whole("a line of a list", LINE_HEAD + LINE_SOUND + "[]", "wrong-type", "a table of keys belongs here: []", '{ "source": ..., "claim": [...] }', file="bad.jsonl", line=3, keeps=("bad/sound",)),
    whole("a key twice in a line", LINE_HEAD + LINE_SOUND + '{"claim": 1, "claim": 2}', "duplicate-key", "a key stands twice in one table: 'claim'", "keep one of them", file="bad.jsonl", line=3, keeps=("bad/sound",)),
    Case("a bad claim after blank lines", LINE_HEAD + "\n  \n" + '{"claim": {"id": "b1", "quote": "w", "loss": {"amount": "3 tnak"}}}\n\n' + LINE_SOUND, "unit-unknown", "loss.amount", "tnak", "did you mean tank?", file="bad.jsonl", line=4),
    Case("a second claim of one id in a line", LINE_HEAD + LINE_SOUND + LINE_SOUND, "duplicate-id", "id", "this id is taken: 'bad/sound'", "bad.jsonl' has 'bad/sound' in line 2", claim="bad/sound", file="bad.jsonl", line=3),
    whole("a second source of one id in a line", LINE_HEAD + LINE_SOUND + LINE_HEAD, "duplicate-id", "this id is taken: 'bad'", "bad.jsonl' has 'bad' in line 1", field="source.id", file="bad.jsonl", line=3, keeps=("bad/sound",)),
]  # fmt: skip
CASES = [*TYPES, *KEYS, *AMOUNTS, *DATES, *IDS, *NAMES, *SPANS, *TEXTS, *FILES, *LINES]
