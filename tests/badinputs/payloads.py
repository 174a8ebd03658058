"""Texts that attack whatever shows them: they load letter by letter, and no problem, name or id is made of them."""

from __future__ import annotations

from badinputs.writing import Sound, basic, on_text

PAYLOADS = {
    "X01 a script": "<script>alert(1)</script>",
    "X02 the end of an attribute": '"><img src=x onerror=alert(1)>',
    "X03 the end of a mark": "</mark></pre><svg/onload=alert(1)>",
    "X04 the end of JSON in a script": "</script><script>alert(2)</script><!--",
    "X05 a formula": "=cmd|' /C calc'!A0",
    "X06 a formula behind an at": "@SUM(1+1)\tand more",
    "X07 the title of a terminal": "\x1b]0;pwn\x07\x1b[31mred",
    "X08 a link and a picture in Markdown": "[x](javascript:alert(1)) ![](http://t.invalid/p.gif)",
    "X09 a link in LaTeX": "$\\href{javascript:alert(1)}{x}$",
    "X10 the end of a pattern": "x' OR file:name LIKE '%",
    "X11 a turn of writing direction": "abc \u202e drow \u202c",
    "X12 letters that are escaped already": "&lt;b&gt; &#x3c;i&#x3e;",
    "the end of a comment": "--> <b>x</b> <!--",
    "the end of a style": "</style><style>*{display:none}",
    "the end of CDATA": "]]> x <![CDATA[",
    "a template": "${7*7} {{7*7}} #{7*7} <%= 7*7 %>",
    "a format": "%s %n {0.__class__} {}",
    "a formula behind a minus": "-2+3+cmd|' /C calc'!A0",
    "a link of a terminal": "\x1b]8;;http://t.invalid\x1b\\click\x1b]8;;\x1b\\",
    "a bell and a backspace": "9 trucks\b\b\b\b\b\b\b\b0 trucks\x07",
    "a return that writes over a line": "lost 9 tanks\rlost 0 tanks",
    "SQL": "'; DROP TABLE claims; --",
    "a path": "../../../../etc/passwd",
    "letters beyond the first plane": "\U0001f600\U000e0001",
    "ends of lines of every kind": "a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g",
}


def in_every_field(payload: str) -> str:
    """Return a coding that has a text wherever one may stand: in the source, a quote, a record and the chain."""
    written = basic(payload)
    beside = f'part = "body"\nspeaker = "KR"\nrole = {written}\nverb = {written}\nabout = {written}\nconfidence = {written}'
    coded = on_text(f"quote = {written}\n{beside}", text=f"He wrote {payload} at noon.")
    coded = coded.replace('loss = { item = "vehicles/truck" }', f"loss = {{ place = {written} }}")
    fields = "\n".join(f"{name} = {written}" for name in ("title", "publisher", "author", "address", "notes"))
    return coded.replace("content = ", f"{fields}\ncontent = ", 1)


def accepted(name: str, payload: str) -> Sound:
    reads = {
        "spans.0.quote": payload,
        "spans.0.status": "verbatim",
        "record.place": payload,
        "attribution.0.role": payload,
        "about": payload,
    }
    return Sound(name, in_every_field(payload), reads)


ACCEPTED = [accepted(name, payload) for name, payload in PAYLOADS.items()]
