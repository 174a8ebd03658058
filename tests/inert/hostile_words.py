"""Words that were put into a text to do harm where it is shown, each aimed at one kind of reader."""

from __future__ import annotations

from parsed import PAYLOADS

DIALOG, HOST = "alert(1)", "t.invalid"
RIGHT_TO_LEFT = "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064a\u0631 12 \u062f\u0628\u0627\u0628\u0629"

# Those of parsed.PAYLOADS are aimed at a page; these at whatever else shows, reads or types words.
WORDS: dict[str, str] = {
    **PAYLOADS,
    "closing-style": "}</style><style>*{background:url(//t.invalid/x)}</style>{",
    "closing-title": "</title></textarea></noscript></template><base href=//t.invalid/>",
    "svg": "<svg><foreignObject><body onload=alert(1)></foreignObject><a xlink:href='javascript:alert(1)'/></svg>",
    "comment": "--><!--[if IE]><script>alert(1)</script><![endif]--><!ENTITY x SYSTEM 'file:///etc/passwd'>]]>",
    "javascript": "javascript:alert(1)//",
    "data": "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "file": "file:///etc/passwd",
    "web": "http://t.invalid/p.gif www.t.invalid news.example.com/a t.co //t.invalid/x evil@t.invalid <http://t.invalid/> @someone #1",
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-1+1|cmd",
    "minus-word": "-5 tonnes \u20135 km",
    "tab": "\t=1+1",
    "return": "\r=1+1\rGone",
    "wide-sign": "\uff1d1+1;=2\n=3,=4\t=5",
    "lines": "one\r\ntwo\nthree\rfour\u2028five\u2029six\x85seven\x0beight\x0cnine\x1cten\x1dten\x1eten",
    "controls": "a\x01\x02\x07\x08\x0e\x0f\x1b[2J\x1b[H\x1b]8;;http://t.invalid\x1b\\x\x7f\x80\x84\x8d\x90\x9b31m\x9cz",
    "title": "\x1b]2;pwn\x1b\\ \x9d0;pwn\x9c \x1bP1$r\x1b\\ \x1b[?1049h\x1b[6n\x1b[5;5H\x1bc",
    "directions": "a\u200e\u200f\u061c\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u202cb",
    "unseen": "Se\u200boul \u2060\ufeff\u00ad\u180e\u034f\ufe0f\U000e0041\U000e007f\ufffe\uffff end",
    "right-to-left": RIGHT_TO_LEFT,
    "combining": "z" + "\u0301\u0336\u0489" * 40,
    "template": "{{ 7*7 }} {% raw %} ${7*7} #{7*7} <%= 7*7 %> {0} {0.__class__} %s %n %(a)s [[x]] {claim.id}",
    "latex-more": "\\(x\\) \\[y\\] $$z$$ \\begin{equation}1\\end{equation} \\input{/etc/passwd} \\href{javascript:alert(1)}{x}",
    "markdown-more": "| a | b |\n|---|---|\n# head\n> quote\n- item\n1. item\n```sh\nrm\n``` ~~~ *b* _i_ `c` ~~s~~ [^1] ***\n---\n<b>",
    "markdown-link": "[x]: http://t.invalid\n![x][x] <b@t.invalid> [a](<b c> 't') \\[x](y) &#91;x](z) ]( [",
    "markup": "[bold red]x[/bold red] [link=http://t.invalid]y[/link] [/] :smile: \\[z]",
    "json-ld": '", "@id": "http://t.invalid/x", "@context": {"@vocab": "http://t.invalid/"}, "x": "\\',
    "stix-more": "' ] OR [file:name MATCHES '.*'] \\' \\",
    "toml": '"""\n[source]\nid = "x"\n\'\'\' \\u0041 # x = 1',
    "quotation": '"a",\'b\',\u201cc\u201d ""; "\nx,y',
    "entity-more": "&amp;lt;script&amp;gt; &quot; &#34; &#0; &nbsp; &notin; &lt",
    "address": 'https://t.invalid/"onmouseover="alert(1)"\tx=\'<b>\'',
    "replaced": "a \ufffd b \ufffc c",
}

# One long word, past what any output shows; only some fields of a coding are as long.
LONG = "W" * 5_000
