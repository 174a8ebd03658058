"""Bad spans: quotes and offsets that do not fit the text. A quote that is not met is kept, as missing, and told."""

from __future__ import annotations

from badinputs.writing import WARNING, Case, Sound, claim, on_file, on_text, toml

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
    Case("P10 a quote in another normal form", on_text('quote = "the Pérez count"', text="By the Pe\u0301rez count"), "quote-missing", "quote", r"'the P\xe9rez count'", "the text has it in letters and marks apart (NFD): write the quote so; it stands at [3, 19]", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote that goes on after the text", on_text('quote = "of flour. And"'), "quote-missing", "quote", "'of flour. And'", "quote the text letter by letter", severity=WARNING, keeps=("bad/b1",)),
    Case("P12 a quote that stands twice", on_text('quote = "12 trucks"'), "span-ambiguous", "span", "the quote stands 2 times: '12 trucks'", "add span = one of [20, 29], [63, 72], or a prefix or suffix", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote with other words before it", on_text('quote = "9 trucks"\nprefix = "sent "'), "span-mismatch", "prefix", "the quote does not stand between its prefix and suffix: '9 trucks'", "it stands at [50, 58]", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote that stands twice with the same word after it", on_text('quote = "12"\nsuffix = " trucks"'), "span-ambiguous", "span", "the quote stands 2 times: '12'", "add span = one of [20, 22], [63, 65]", severity=WARNING, keeps=("bad/b1",)),
    Case("a span elsewhere than the words before the quote", on_text('quote = "12 trucks"\nspan = [1, 10]\nprefix = "and "'), "span-mismatch", "span", "the quote is not at its span", "write [63, 72]", severity=WARNING, keeps=("bad/b1",)),
    Case("a span elsewhere", on_text('quote = "9 trucks"\nspan = [20, 28]'), "span-mismatch", "span", "the quote is not at its span: '9 trucks'", "write [50, 58]", severity=WARNING, keeps=("bad/b1",)),
    Case("P09 a span in bytes", on_text('quote = "9 trucks"\nspan = [10, 18]', text="Aïn 😀 9 trucks"), "span-mismatch", "span", "'9 trucks'", "write [6, 14]: the span counts bytes", severity=WARNING, keeps=("bad/b1",)),
    Case("P08 a span in UTF-16 units", on_text('quote = "9 trucks"\nspan = [7, 15]', text="Aïn 😀 9 trucks"), "span-mismatch", "span", "'9 trucks'", "the span counts UTF-16 units", severity=WARNING, keeps=("bad/b1",)),
    Case("E07 a span of a text with other line ends", on_text('quote = "9 trucks"\nspan = [4, 12]', text="One\r\n9 trucks"), "span-mismatch", "span", "'9 trucks'", "the span counts characters, but each CRLF line ending as one", severity=WARNING, keeps=("bad/b1",)),
    Case("P02 a span beyond the text", on_text('quote = "9 trucks"\nspan = [500, 508]'), "span-mismatch", "span", "the quote is not at its span: '9 trucks'", "write [50, 58]", severity=WARNING, keeps=("bad/b1",)),
    Case("P01 a span that runs backwards", toml(claim("treaty = {}", more="span = [27, 11]")), "span-range", "span", "a span goes from a start to a later end: [27, 11]", "counted in code points from 0"),
    Case("P03 a span from below zero", toml(claim("treaty = {}", more="span = [-5, 3]")), "span-range", "span", "[-5, 3]", "counted in code points from 0"),
    Case("P04 an empty span", toml(claim("treaty = {}", more="span = [5, 5]")), "span-range", "span", "[5, 5]", "the end not included"),
    Case("a span of one number", toml(claim("treaty = {}", more="span = [5]")), "span-range", "span", "a span is two numbers: [5]", "write span = [start, end]"),
    Case("P06 a span of three numbers", toml(claim("treaty = {}", more="span = [5, 6, 7]")), "span-range", "span", "a span is two numbers: [5, 6, 7]", "write span = [start, end]"),
    Case("a span of no numbers", toml(claim("treaty = {}", more="span = []")), "span-range", "span", "a span is two numbers: []", "write span = [start, end]"),
    Case("one bad span of several", on_text('spans = [{ quote = "9 trucks" }, { quote = "9 trucks", span = [1, 2] }]'), "span-mismatch", "spans[1].span", "the quote is not at its span", "write [50, 58]", severity=WARNING, keeps=("bad/b1",)),
    Case("P05 a span beyond any text", on_text('quote = "9 trucks"\nspan = [11, 1208925819614629174706176]'), "number-size", "span[1]", "the number is too large", "keep it under 9,007,199,254,740,992", keeps=()),
    Case("P07 a span one letter late", on_text('quote = "9 trucks"\nspan = [51, 59]'), "span-mismatch", "span", "the quote is not at its span: '9 trucks'", "write [50, 58]", severity=WARNING, keeps=("bad/b1",)),
    Case("a span of a text in a file with other line ends", on_file('quote = "9 trucks"\nspan = [18, 26]'), "span-mismatch", "span", "'9 trucks'", "write [20, 28]: the span counts characters, but each CRLF line ending as one", severity=WARNING, keeps=("bad/b1",), beside={"bad.txt": "Line one.\r\nLine 2.\r\n9 trucks.\r\n"}),
    Case("E11 a quote of an empty text", on_file('quote = "9 trucks"\nspan = [0, 8]'), "quote-missing", "quote", "the quote is not in the text", "letter by letter", severity=WARNING, keeps=("bad/b1",), beside={"bad.txt": ""}),
    Case("a decomposed quote of a composed text", on_text('quote = "the Pe\\u0301rez count"', text="By the Pérez count"), "quote-missing", "quote", "the quote is not in the text", "the text has it in composed letters (NFC): write the quote so; it stands at [3, 18]", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote of half a letter", on_text('quote = "12 trucks for Zoe"', text="Chad lent 12 trucks for Zoe\u0308 in Abéché"), "span-splits-cluster", "quote", "the quote ends between a letter and its accent: 'e\\u0308'", "take the whole letter in: [10, 28]", severity=WARNING, keeps=("bad/b1",)),
    Case("a quote that begins inside a letter", on_text('quote = "\\u0308 in Abéché"\nspan = [27, 38]', text="Chad lent 12 trucks for Zoe\u0308 in Abéché"), "span-splits-cluster", "span", "the quote begins between a letter and its accent: 'e\\u0308'", "take the whole letter in: [26, 38]", severity=WARNING, keeps=("bad/b1",)),
    Case("two quotes in one letter", on_text('spans = [{ quote = "for Zoe" }, { quote = "12 trucks" }]', text="Chad lent 12 trucks for Zoe\u0308 in Abéché"), "span-splits-cluster", "spans[0].quote", "the quote ends between a letter and its accent", "[20, 28]", severity=WARNING, keeps=("bad/b1",)),
]  # fmt: skip
CASES = SPANS

CURLY = "Khartoum\u2019s count: 9 trucks"
ACCEPTED = [
    Sound("P11 a quote in straight marks of a text in curly ones", on_text('quote = "Khartoum\'s count"\nspan = [0, 16]', text=CURLY), {"spans.0.status": "normalised", "spans.0.quote": "Khartoum's count"}, ("quote-missing", "in other spacing or marks")),
    Sound("P13 a letter with its mark", on_text('quote = "12 trucks for Zoe\\u0308"', text="Chad lent 12 trucks for Zoe\u0308 in Abéché"), {"spans.0.start": "10", "spans.0.end": "28"}),
    Sound("P15 a letter that cannot be seen, in a number", on_text('quote = "6,7\\u200b00 trucks"', text="Khartoum counted 6,7\u200b00 trucks"), {"spans.0.quote": "6,7\u200b00 trucks", "spans.0.status": "verbatim"}, ("lookalike-letters", "U+200B cannot be seen")),
    Sound("E19 a quote over two lines, whose TOML ends lines otherwise", on_file('quote = """first line\r\nsecond line"""\nspan = [0, 23]'), {"spans.0.quote": "first line\nsecond line", "spans.0.status": "normalised"}, ("quote-missing", "in other spacing or marks"), beside={"bad.txt": "first line\r\nsecond line\r\n"}),
    Sound("a quote of letters outside the first plane", on_text('quote = "9 trucks"\nspan = [2, 10]', text="😀 9 trucks"), {"spans.0.start": "2"}),
]  # fmt: skip
