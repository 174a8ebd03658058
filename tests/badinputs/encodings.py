"""Bad bytes: encodings, cut files, and letters that no text can have."""

from __future__ import annotations

from badinputs.writing import (
    HEAD,
    LINE_HEAD,
    LINE_SOUND,
    SOUND,
    TEXT,
    WARNING,
    Case,
    Sound,
    jdoc,
    on_file,
    on_text,
    toml,
    whole,
)

TEXTS = [
    whole("P14 a text of another hash", toml("", source=f'text = "bad.txt"\nsha256 = "{"0" * 64}"'), "article-changed", "coded from, which has the sha256 " + "0" * 64, "attach the text as it was collected", field="source.text", keeps=("bad/sound",), beside={"bad.txt": TEXT}),
    whole("a text of another length", toml("", source='text = "bad.txt"\nlength = 81'), "article-changed", "which has the length 81: 82", "attach the text as it was collected", field="source.text", keeps=("bad/sound",), beside={"bad.txt": TEXT}),
    whole("an inline text of another hash", toml("", source=f'content = "x"\nsha256 = "{"0" * 64}"'), "article-changed", "which has the sha256 " + "0" * 64, "code the new text anew", field="source.content", keeps=("bad/sound",)),
    whole("E08 a text in another encoding", toml("", source='text = "bad.txt"'), "article-encoding", r"byte 1 is not UTF-8: b'\xef'", "save it as UTF-8", field="source.text", keeps=("bad/sound",), beside={"bad.txt": "Aïn".encode("cp1252")}),
    whole("a text in UTF-16", toml("", source='text = "bad.txt"'), "article-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8", field="source.text", keeps=("bad/sound",), beside={"bad.txt": "Aïn".encode("utf-16")}),
    whole("F03 a text with NUL in its name", toml("", source='text = "bad\\u0000.txt"'), "text-control", r"the text holds the character NUL: 'bad\x00.txt'", "leave it out", field="source.text", keeps=("bad/sound",)),
    whole("a hash that is none", toml("", source='sha256 = "e3b0"'), "bad-hash", "this is no sha256: 'e3b0'", "write 64 digits", field="source.sha256", keeps=("bad/sound",)),
    whole("a hash in capitals", toml("", source=f'sha256 = "{"E" * 64}"'), "bad-hash", "this is no sha256", "0-9 and a-f", field="source.sha256", keeps=("bad/sound",)),
    Case("E05 half a character", jdoc('{"id": "b1", "quote": "w", "treaty": {"title": "a\\ud800b"}}'), "text-surrogate", "treaty.title", r"letter 1 is half a character: '\ud800'", "write the whole character", file="bad.json"),
    Case("E06 a NUL in a text", jdoc('{"id": "b1", "quote": "w", "treaty": {"title": "a\\u0000"}}'), "text-control", "treaty.title", r"the text holds the character NUL: 'a\x00'", "leave it out", file="bad.json"),
    Case("a text of a megabyte", jdoc('{"id": "b1", "quote": "w", "treaty": {"title": "' + "a" * 1_000_001 + '"}}'), "text-size", "treaty.title", "the text is too long", "within 1,000,000 characters", file="bad.json"),
]  # fmt: skip
FILES = [
    whole("no schema", "[source]\nid = 'bad'\n" + SOUND, "schema-version", "does not say by which schema", 'add schema = "osintkp/1"', field="schema"),
    whole("S28 a schema of the future", toml("").replace('"osintkp/1"', "99"), "schema-version", "this version of the schema is not known (1 claim left out with it): 99", 'this osintkp reads "osintkp/1": upgrade it if the coding is newer', field="schema"),
    whole("E01 bytes that are not UTF-8", toml("").encode().replace(b"six", b"s\xffx"), "file-encoding", r"is not UTF-8: b'\xff'", "save it as UTF-8"),
    whole("UTF-16 with its mark", toml("").encode("utf-16"), "file-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8"),
    whole("UTF-16 without a mark", jdoc("{}").encode("utf-16-le"), "file-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8", file="bad.json"),
    whole("UTF-16, the other way round", jdoc("{}").encode("utf-16-be"), "file-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8", file="bad.json"),
    whole("UTF-32", jdoc("{}").encode("utf-32-be"), "file-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8", file="bad.json"),
    whole("a NUL further on", toml("").replace("six", "s\x00x"), "file-syntax", "this is no TOML", "mend it there"),
    whole("E04 half a character in bytes", jdoc("{}").encode().replace(b"six", b"\xed\xa0\x80"), "file-encoding", r"is not UTF-8: b'\xed'", "save it as UTF-8", file="bad.json"),
    whole("E10 an empty file", "", "file-empty", "the file is empty", "write a coding, or remove it"),
    whole("white space alone", " \n\t\n", "file-empty", "the file is empty", "write a coding, or remove it"),
    whole("a byte order mark alone", b"\xef\xbb\xbf", "file-empty", "the file is empty", "write a coding, or remove it"),
    whole("TOML that is cut off", toml("")[:-20], "file-syntax", "this is no TOML: ", "mend it there"),
    whole("JSON that is cut off", jdoc("{}")[:-20], "file-syntax", "this is no JSON: Unterminated string starting at (line 1, column", "mend it there", file="bad.json"),
    whole("E15 JSON under the name of TOML", jdoc("{}"), "file-syntax", "this is JSON under the name of TOML", "name it .json"),
    whole("S18 JSON that nests deeply", "[" * 100_000 + "]" * 100_000, "nesting", "the file nests too deeply", "at most five deep", file="bad.json"),
    whole("S19 TOML that nests deeply", "a = " + "[" * 100_000 + "]" * 100_000, "nesting", "the file nests too deeply", "at most five deep"),
    whole("S20 a key of twenty thousand parts", ".".join("a" * 20_000) + " = 1", "nesting", "a key has too many parts", "at most 64 parts"),
    whole("a quoted key of twenty thousand parts", " . ".join(['"a\\""'] * 20_000) + " = 1", "nesting", "a key has too many parts", "at most 64 parts"),
    whole("a key of many parts inside a table", f"{HEAD}title = {{ {'.'.join('a' * 20_000)} = 1 }}", "nesting", "a key has too many parts", "at most 64 parts"),
    whole("E16 another kind of file", "source:\n  id: bad\n", "file-unknown-type", "this is no coding file, and was not read", ".toml, .jsonl or .json", file="bad.yaml", severity=WARNING),
    whole("E17 what a killed save left", toml("")[:40], "file-leftover", "a save was cut off here", "delete it", file=".osintkp-12-ab.tmp", severity=WARNING),
    whole("E03 JSON in UTF-16 with its mark", jdoc("{}").encode("utf-16"), "file-encoding", "the file is in UTF-16 or UTF-32", "save it as UTF-8", file="bad.json"),
    whole("a byte order mark of UTF-7", b"+/v8-" + toml("").encode(), "file-syntax", "this is no TOML", "mend it there"),
    whole("an overlong NUL", toml("").encode().replace(b"six", b"s\xc0\x80x"), "file-encoding", r"is not UTF-8: b'\xc0'", "save it as UTF-8"),
    whole("letters beyond Unicode", toml("").encode().replace(b"six", b"\xf4\x90\x80\x80"), "file-encoding", r"is not UTF-8: b'\xf4'", "save it as UTF-8"),
    whole("a letter cut in half by the end of the file", toml("").encode() + "# é".encode()[:-1], "file-encoding", r"is not UTF-8: b'\xc3'", "save it as UTF-8"),
    Case("comments alone", "# to do\n# to do\n", "schema-version", "schema", "does not say by which schema", 'add schema = "osintkp/1"', claim=None, keeps=(), also=("missing-key",)),
    whole("a picture under the name of a coding", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "file-encoding", r"byte 0 is not UTF-8: b'\x89'", "save it as UTF-8"),
    whole("a page under the name of JSON", "<!DOCTYPE html><html></html>", "file-syntax", "this is no JSON: Expecting value (line 1, column 1)", "mend it there", file="bad.json"),
    whole("TOML under the name of JSON", toml(""), "file-syntax", "this is no JSON: Expecting value", "mend it there", file="bad.json"),
    Case("JSON under the name of JSON Lines", jdoc("{}").replace(", ", ",\n"), "line-json", None, "this is no JSON", "write one whole JSON object a line", claim=None, keeps=(), file="bad.jsonl", line=1, also=("line-json",) * 5),
    whole("JSON with a comment", "// to do\n" + jdoc("{}"), "file-syntax", "this is no JSON: Expecting value", "mend it there", file="bad.json"),
    whole("two documents of JSON", jdoc("{}") * 2, "file-syntax", "this is no JSON: Extra data", "mend it there", file="bad.json"),
]  # fmt: skip
LINES = [
    whole("E14 a line cut off", LINE_HEAD + LINE_SOUND + '{"claim": {"id": "b1", "quo', "line-json", "this is no JSON: Unterminated string", "was the file cut off?", file="bad.jsonl", line=3, keeps=("bad/sound",)),
    whole("a bad line in the middle", LINE_HEAD + '{"claim": {"id": }}\n' + LINE_SOUND, "line-json", "this is no JSON: Expecting value", "one whole JSON object a line", file="bad.jsonl", line=2, keeps=("bad/sound",)),
    whole("a claim before its source", LINE_SOUND + LINE_HEAD, "missing-source", "the claim has no source before it", "begin with a line that opens its source", file="bad.jsonl", line=1),
    whole("a line of neither", LINE_HEAD + LINE_SOUND + '{"claims": []}', "unknown-key", "no key has this name here: 'claims'", "did you mean 'claim'?", file="bad.jsonl", line=3, keeps=("bad/sound",)),
    whole("a line of nothing", LINE_HEAD + LINE_SOUND + "{}", "missing-key", "the key claim is missing", "add claim = ...", file="bad.jsonl", line=3, keeps=("bad/sound",)),
    whole("a line of a list", LINE_HEAD + LINE_SOUND + "[]", "wrong-type", "a table of keys belongs here: []", '{ "source": ..., "claim": [...] }', file="bad.jsonl", line=3, keeps=("bad/sound",)),
    whole("a key twice in a line", LINE_HEAD + LINE_SOUND + '{"claim": 1, "claim": 2}', "duplicate-key", "a key stands twice in one table: 'claim'", "keep one of them", file="bad.jsonl", line=3, keeps=("bad/sound",)),
    Case("a bad claim after blank lines", LINE_HEAD + "\n  \n" + '{"claim": {"id": "b1", "quote": "w", "loss": {"amount": "3 tnak"}}}\n\n' + LINE_SOUND, "unit-unknown", "loss.amount", "tnak", "did you mean tank?", file="bad.jsonl", line=4),
    Case("a second claim of one id in a line", LINE_HEAD + LINE_SOUND + LINE_SOUND, "duplicate-id", "id", "this id is taken: 'bad/sound'", "bad.jsonl' has 'bad/sound' in line 2", claim="bad/sound", file="bad.jsonl", line=3),
    whole("a second source of one id in a line", LINE_HEAD + LINE_SOUND + LINE_HEAD, "duplicate-id", "this id is taken: 'bad'", "bad.jsonl' has 'bad' in line 1", field="source.id", file="bad.jsonl", line=3, keeps=("bad/sound",)),
    whole("a line that is not UTF-8", (LINE_HEAD + LINE_SOUND).encode() + b'{"claim": {"id": "b1\xff"}}\n', "file-encoding", r"is not UTF-8: b'\xff'", "save it as UTF-8", file="bad.jsonl"),
    whole("a bad source in the middle", LINE_HEAD + LINE_SOUND + '{"schema": "osintkp/2", "source": {"id": "next"}}\n' + LINE_SOUND, "schema-version", "this version of the schema is not known (1 claim left out with it): 'osintkp/2'", "upgrade it if the coding is newer", field="schema", file="bad.jsonl", line=3, keeps=("bad/sound",)),
    Case("NaN in a line", LINE_HEAD + '{"claim": {"id": "b1", "quote": "w", "loss": {"amount": NaN}}}\n' + LINE_SOUND, "number-not-finite", "loss.amount", "a number has to be finite: nan", "leave the key out", file="bad.jsonl", line=2),
    Case("half a character in a line", LINE_HEAD + '{"claim": {"id": "b1", "quote": "w", "loss": {"place": "\\udfff"}}}\n' + LINE_SOUND, "text-surrogate", "loss.place", r"letter 0 is half a character: '\udfff'", "write the whole character", file="bad.jsonl", line=2),
    Case("a NUL in a line", LINE_HEAD + '{"claim": {"id": "b1", "quote": "w", "loss": {"place": "\\u0000"}}}\n' + LINE_SOUND, "text-control", "loss.place", r"the text holds the character NUL: '\x00'", "leave it out", file="bad.jsonl", line=2),
    Case("a key twice in the claim of a line", LINE_HEAD + '{"claim": {"id": "b1", "quote": "w", "loss": {"place": "x", "place": "y"}}}\n' + LINE_SOUND, "duplicate-key", None, "a key stands twice in one table: 'place'", "keep one of them", claim=None, file="bad.jsonl", line=2),
    whole("a line of five thousand digits", LINE_HEAD + '{"claim": {"id": "b1", "span": [0, ' + "9" * 5000 + "]}}\n" + LINE_SOUND, "number-size", "a whole number has more digits than Python reads", "write it shorter", file="bad.jsonl", line=2, keeps=("bad/sound",)),
]  # fmt: skip
CASES = [*TEXTS, *FILES, *LINES]


MARK = b"\xef\xbb\xbf"
WORDS = "He said\u2028stop\u0085now to 9 trucks.\n"
ACCEPTED = [
    Sound("E02 a byte order mark before a coding", MARK + on_text('quote = "9 trucks"\nspan = [50, 58]').encode(), {"spans.0.start": "50"}),
    Sound("a byte order mark before JSON", MARK + jdoc('{"id": "b1", "quote": "w", "treaty": {}}').encode(), file="bad.json", keeps=("bad/b1", "bad/sound")),
    Sound("a byte order mark before JSON Lines", MARK + (LINE_HEAD + LINE_SOUND.replace("sound", "b1")).encode(), file="bad.jsonl"),
    Sound("E09 a byte order mark before a text, which is not counted", on_file('quote = "9 trucks"\nspan = [50, 58]'), {"spans.0.status": "verbatim"}, beside={"bad.txt": MARK + TEXT.encode()}),
    Sound("E18 ends of lines of Unicode in a line", '{"schema": "osintkp/1", "source": {"id": "bad", "text": "bad.txt"}}\n{"claim": {"id": "b1", "quote": "said\u2028stop\u0085now", "span": [3, 16], "treaty": {}}}\n', {"spans.0.quote": "said\u2028stop\u0085now", "spans.0.status": "verbatim"}, file="bad.jsonl", beside={"bad.txt": WORDS}),
    Sound("ends of lines of Windows in JSON Lines", (LINE_HEAD + LINE_SOUND.replace("sound", "b1")).replace("\n", "\r\n"), file="bad.jsonl"),
    Sound("a coding without claims", HEAD, keeps=()),
    Sound("every letter of a text as an escape", jdoc('{"id": "b1", "quote": "\\u0074\\u0077\\u006f", "treaty": {}}'), {"spans.0.quote": "two"}, file="bad.json", keeps=("bad/b1", "bad/sound")),
]  # fmt: skip
