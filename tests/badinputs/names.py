"""Bad names: ids, actors, goods, and the links between claims."""

from __future__ import annotations

from badinputs.writing import WARNING, Case, Sound, basic, claim, shipment, toml, whole

IDS = [
    Case("S03 a second claim of one id", toml(claim("treaty = {}") + claim("limit = {}")), "duplicate-id", "id", "this id is taken: 'bad/b1'", "bad.toml' has 'bad/b1'; give each an id of its own", keeps=("bad/b1", "bad/sound")),
    Case("N09 a second claim of one id in other capitals", toml(claim("treaty = {}") + claim("limit = {}", name='"B1"')), "duplicate-id", "id", "this id is taken: 'bad/B1'", "and not in capitals alone", claim="bad/B1", keeps=("bad/b1", "bad/sound")),
    whole("S04 a second source of one id", toml("").replace('"bad"', '"good"'), "duplicate-id", "this id is taken (1 claim left out with it): 'good'", "a-good.toml' has 'good'; give each an id of its own", field="source.id"),
    Case("an id that is a path", toml(claim("treaty = {}", name='"../../x"')), "bad-id", "id", "an id is up to 100 of a-z", "'shells-152'", claim="bad/../../x"),
    Case("S06 an id of a number", toml(claim("treaty = {}", name="5")), "wrong-type", "id", "text belongs here: 5", "put it in quotes", claim="bad/#1"),
    Case("S33 an empty id", toml(claim("treaty = {}", name='""')), "bad-id", "id", "an id is up to 100", "'shells-152'", claim="bad/"),
    Case("an id of a hundred and one letters", toml(claim("treaty = {}", name=f'"{"x" * 101}"')), "bad-id", "id", "an id is up to 100", "'shells-152'", claim="bad/" + "x" * 101),
    whole("a source id that breaks out", toml("").replace('"bad"', '\'x"><b>\''), "bad-id", "an id is up to 100 of a-z", "'shells-152'", field="source.id"),
    Case("a link to no claim of its source", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "b9" }]')), "unknown-claim", "links[0].claim", "no claim here has this id: 'bad/b9'", "mend the id, or code the claim", keeps=("bad/b1", "bad/sound")),
    Case("a link to no claim of another source", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "good/c" }]')), "unknown-claim", "links[0].claim", "'good/c'", "mend the id", keeps=("bad/b1", "bad/sound")),
    Case("a link to a source that is not loaded", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "other/a" }]')), "dangling-link", "links[0].claim", "no source here has this claim: 'other/a'", "load its source too", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a link to itself", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "b1" }]')), "link-self", "links[0].claim", "a claim is linked to itself: 'bad/b1'", "name another claim"),
    Case("an unknown kind of link", toml(claim("treaty = {}", more='links = [{ kind = "repeat", claim = "sound" }]')), "unknown-word", "links[0].kind", "this is no link kind: 'repeat'", "did you mean 'repeats'?"),
    whole("derived from a source that is not loaded", toml("", source='derived_from = "wire"'), "unknown-source", "no source here has this id: 'wire'", "load it too", field="source.derived_from", severity=WARNING, keeps=("bad/sound",)),
    whole("S33 an empty id of a source", toml("").replace('"bad"', '""'), "bad-id", "an id is up to 100 of a-z", "'shells-152'", field="source.id"),
    Case("S34 an id that breaks out of a page", toml(claim("treaty = {}", name='\'../../x"><b>\'')), "bad-id", "id", "an id is up to 100 of a-z", "'shells-152'", claim='bad/../../x"><b>'),
    Case("an id with an accent", toml(claim("treaty = {}", name='"\\u00e9"')), "bad-id", "id", r"'\xe9'", "'shells-152'", claim="bad/\u00e9"),
    Case("an id with an accent apart", toml(claim("treaty = {}", name='"e\\u0301"')), "bad-id", "id", r"'e\u0301'", "'shells-152'", claim="bad/e\u0301"),
    Case("an id in Cyrillic", toml(claim("treaty = {}", name='"\\u0430"')), "bad-id", "id", r"'\u0430'", "'shells-152'", claim="bad/\u0430"),
    Case("an id with a letter that cannot be seen", toml(claim("treaty = {}", name='"b\\u200b1"')), "bad-id", "id", r"'b\u200b1'", "'shells-152'", claim="bad/b\u200b1"),
    Case("an id that ends a line", toml(claim("treaty = {}", name='"b1\\n"')), "bad-id", "id", r"'b1\n'", "'shells-152'", claim="bad/b1\n"),
    Case("an id that begins with a dot", toml(claim("treaty = {}", name='".b1"')), "bad-id", "id", "'.b1'", "'shells-152'", claim="bad/.b1"),
    whole("a source id in other capitals", toml("").replace('"bad"', '"GOOD"'), "duplicate-id", "this id is taken (1 claim left out with it): 'GOOD'", "and not in capitals alone", field="source.id"),
    Case("a link to a claim in other capitals", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "SOUND" }]')), "unknown-claim", "links[0].claim", "no claim here has this id: 'bad/SOUND'", "mend the id", keeps=("bad/b1", "bad/sound")),
    Case("a link that climbs", toml(claim("treaty = {}", more='links = [{ kind = "repeats", claim = "../good/a" }]')), "dangling-link", "links[0].claim", "no source here has this claim: '../good/a'", "load its source too", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a link with barrels for a share", toml(claim("treaty = {}", more='links = [{ kind = "share_of", claim = "sound", value = "5 MT" }]')), "unit-ambiguous", "links[0].value", "the unit has several readings: 'MT'", "write one of tonne, kilotonne"),
]  # fmt: skip
NAMES = [
    Case("an unknown code", shipment('sender = "KPP"'), "unknown-actor", "shipment.sender", "no actor has this name: 'KPP'", "KP"),
    Case("a code of no state", shipment('sender = "XX"'), "unknown-actor", "shipment.sender", "no actor has this name: 'XX'", "write"),
    Case("a state by its name", shipment('sender = "North Korea"'), "actor-name", "shipment.sender", "an actor is named by its id: 'North Korea'", "read as 'KP'; write that", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("N01 a capital with a lookalike letter", shipment('sender = "SeouI"'), "actor-name", "shipment.sender", "'SeouI'", "read as 'KR' (U+0049 looks like 'l'); write that", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a capital by another spelling", shipment('sender = "Pionyang"'), "actor-name", "shipment.sender", "'Pionyang'", "read as 'KP' (spelling of", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a person by another spelling", toml(claim("treaty = {}", more='speaker = "Choe Sun Hui"')), "actor-name", "speaker", "'Choe Sun Hui'", "read as 'choe-son-hui'", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("an actor of the chain by name", toml(claim("treaty = {}", more='attribution = [{ actor = "Sudan" }]')), "actor-name", "attribution[0].actor", "'Sudan'", "read as 'SD'", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("an ambiguous name", shipment('sender = "Congolese"'), "unknown-actor", "shipment.sender", "'Congolese'", "write one of CD, CG"),
    Case("a party of a list by name", toml(claim('treaty = { parties = ["AM", "Azerbaijan"] }')), "actor-name", "treaty.parties[1]", "'Azerbaijan'", "read as 'AZ'", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a party of a table by name", toml(claim('treaty = { ratified = { Iran = "2024" } }')), "actor-name", "treaty.ratified.Iran", "'Iran'", "read as 'IR'", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("a name of a hundred thousand letters", shipment(f'sender = "{"Aa " * 33_333}"'), "text-size", "shipment.sender", "the name is too long: 'Aa Aa", "keep it within 1,024 characters"),
    Case("goods of a thousand and twenty-five letters", shipment(f'item = "{"x" * 1025}"'), "text-size", "shipment.item", "the name is too long", "give limits=ResourceLimits(name_characters=...)"),
    Case("a party under two names", toml(claim('treaty = { ratified = { Iran = "2024", IR = "2025" } }')), "duplicate-key", "treaty.ratified", "two names mean one actor", "keep one of Iran, IR"),
    Case("goods outside the taxonomy", shipment('item = "munitions/catapult"'), "unknown-item", "shipment.item", "the goods taxonomy has no such item: 'munitions/catapult'", "kept as given; near it: munitions", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("goods like no other", shipment('item = "stardust"'), "unknown-item", "shipment.item", "'stardust'", "kept as given", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("goods by name", shipment('item = "artillery shells"'), "item-name", "shipment.item", "goods are named by their place in the taxonomy: 'artillery shells'", "read as 'munitions/artillery/shell'; write that", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("N02 a capital in two alphabets", shipment('sender = "S\u0435\u043eul"'), "actor-name", "shipment.sender", r"'S\u0435\u043eul'", "read as 'KR' (U+0435 looks like 'e'; U+043E looks like 'o'); write that", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("N03 a name that is turned round", shipment('sender = "Kim \u202egnoJ nu"'), "unknown-actor", "shipment.sender", r"no actor has this name: 'Kim \u202egnoJ nu'", "write"),
    Case("N04 a capital with a letter that cannot be seen", shipment('sender = "Ky\u200biv"'), "actor-name", "shipment.sender", r"'Ky\u200biv'", "read as 'UA' (U+200B cannot be seen); write that", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("N05 a capital in letters and marks apart", shipment('sender = "Sa\u0303o Tome\u0301"'), "actor-name", "shipment.sender", r"'Sa\u0303o Tome\u0301'", "read as 'ST'; write that", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("N06 a capital with tags that cannot be seen", shipment('sender = "Seoul\U000e0041\U000e0042"'), "actor-name", "shipment.sender", r"'Seoul\U000e0041\U000e0042'", "read as 'KR' (U+E0041 U+E0042 cannot be seen); write that", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("N07 a state in letters of full width", shipment('sender = "\uff33\uff55\uff44\uff41\uff4e"'), "actor-name", "shipment.sender", r"'\uff33\uff55\uff44\uff41\uff4e'", "read as 'SD'", severity=WARNING, keeps=("bad/b1", "bad/sound")),
    Case("N08 forty thousand marks on one letter", shipment(f'origin = "a{chr(0x301)}{chr(0x323) * 40_000}"'), "text-marks", "shipment.origin", "more than 32 marks stand on one letter", "keep it within 32 marks"),
    Case("forty thousand marks in the name of an actor", shipment(f'sender = "a{chr(0x301)}{chr(0x323) * 40_000}"'), "text-marks", "shipment.sender", "more than 32 marks stand on one letter", "keep it within 32 marks", also=("text-size",)),
    Case("thirty-three marks on one letter of a quote", toml(claim("treaty = {}", quote=f'"Sanaa{chr(0x301) * 33}"')), "text-marks", "quote", "more than 32 marks stand on one letter", "keep it within 32 marks"),
    Case("an actor that is code", shipment("sender = '<script>alert(1)</script>'"), "unknown-actor", "shipment.sender", "'<script>alert(1)</script>'", "write"),
    Case("an actor that colours the terminal", shipment('sender = "\\u001b[31mKP"'), "unknown-actor", "shipment.sender", r"'\x1b[31mKP'", "write"),
    Case("a name of the dark side of a table", shipment('sender = "__class__"'), "unknown-actor", "shipment.sender", "'__class__'", "write"),
]  # fmt: skip
CASES = [*IDS, *NAMES]


def told(name: str, words: str, tells: str | None) -> Sound:
    """Return a case of words in a record, which are kept as they stand; the check of letters tells of them."""
    content = shipment(f"origin = {basic(words)}")
    told = None if tells is None else ("lookalike-letters", tells)
    return Sound(name, content, {"record.origin": words}, told, keeps=("bad/b1", "bad/sound"))


ACCEPTED = [
    told("a place with a lookalike letter", "SeouI", "U+0049 looks like 'l'; read as 'Seoul' (KR)"),
    told("a place in two alphabets", "S\u0435\u043eul", "U+0435 looks like 'e'; U+043E looks like 'o'; read as 'Seoul' (KR)"),
    told("a place that is turned round", "Kim \u202egnoJ nu", "U+202E cannot be seen"),
    told("a place with a letter that cannot be seen", "Ky\u200biv", "U+200B cannot be seen"),
    told("a place with letters that cannot be seen, in Cyrillic", "Ки\u200bїв", "U+200B cannot be seen"),
    told("a place in letters and marks apart", "Sa\u0303o Tome\u0301", "written with letters and marks apart (NFD)"),
    told("a place with tags that cannot be seen", "Seoul\U000e0041\U000e0042", "U+E0041 U+E0042 cannot be seen"),
    told("a place in letters of full width", "\uff33\uff55\uff44\uff41\uff4e", "U+FF33 looks like 'S'"),
    told("a place in Russian", "Владивосток", None),
    told("a place with a flag", "Wales \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", None),
    told("thirty-two marks", "Sanaa" + "\u0301" * 32, None),
]  # fmt: skip
