"""How bad inputs are written down: a case, what it has to give, and the codings that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from osintkp.vocabulary.scales import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
Bytes = str | bytes

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
GOOD_TEXT = "Chad counted 350 camels in Abéché on 6 May 2024; Niger lent 12 trucks.\n"
GOOD_ON_TEXT = f"""
schema = "osintkp/1"
[source]
id = "read"
text = "a-read.txt"
sha256 = "{sha256(GOOD_TEXT.encode()).hexdigest()}"
[[claim]]
id = "a"
quote = "12 trucks"
span = [60, 69]
shipment = {{ sender = "NE", recipient = "TD", amount = "12 truck", when = "2024-05-06" }}
"""
GOOD_FILES = {"a-good.toml": GOOD, "a-read.toml": GOOD_ON_TEXT, "a-read.txt": GOOD_TEXT}
GOOD_CLAIMS = ("good/a", "good/b", "read/a")
OUTSIDE = "nobody may read of 9 trucks"

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


def basic(text: str) -> str:
    """Return a text as a basic string of TOML in ASCII."""
    plain = (
        f"\\U{ord(each):08x}" if not " " <= each <= "~" else f"\\{each}" if each in '"\\' else each
        for each in text
    )  # fmt: skip
    return f'"{"".join(plain)}"'


def on_text(fields: str, *, text: str = TEXT) -> str:
    """Return a coding whose one case claim is held against a text that stands in the coding."""
    spans = f'[[claim]]\nid = "b1"\n{fields}\nloss = {{ item = "vehicles/truck" }}\n'
    return f"{HEAD}content = {basic(text)}\n{spans}"


def on_file(fields: str, *, name: str = "bad.txt") -> str:
    """Return a coding whose one case claim is held against a text in a file of its own."""
    spans = f'[[claim]]\nid = "b1"\n{fields}\nloss = {{ item = "vehicles/truck" }}\n'
    return f"{HEAD}text = {basic(name)}\n{spans}"


def jdoc(claims: str) -> str:
    return f"{JSON_HEAD}, " + f'"claim": [{claims}, {JSON_SOUND}]}}'


class Verdict(StrEnum):
    """What a load makes of an input."""

    REFUSE_CLAIM = "refuse the claim"
    REFUSE_FILE = "refuse the file, the line or the source"
    WARN = "take it and warn"
    REPORT = "leave it unread and say so"


class Case(NamedTuple):
    """
    A bad coding, and the one problem that it has to give.

    ``says`` stands in the message with its value, ``fix`` in the advice. ``prepared`` does to the folder what no bytes can
    say, like a link or a pipe; ``also`` are the codes of problems that come with the one; ``alone`` is a case that would
    hang, or fill the memory, if it were not refused: it is loaded in a process of its own.
    """

    name: str
    content: Bytes | None
    code: str
    field: str | None
    says: str
    fix: str
    claim: str | None = "bad/b1"
    severity: Severity = ERROR
    file: str = "bad.toml"
    line: int | None = None
    keeps: tuple[str, ...] = ("bad/sound",)
    beside: Mapping[str, Bytes] = {}
    prepared: Callable[[Path], None] | None = None
    also: tuple[str, ...] = ()
    alone: bool = False

    @property
    def verdict(self) -> Verdict:
        if self.severity is WARNING:
            return Verdict.REPORT if self.claim is None and self.field is None else Verdict.WARN
        return Verdict.REFUSE_FILE if self.claim is None else Verdict.REFUSE_CLAIM


def put(folder: Path, files: Mapping[str, Bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def whole(
    name: str, content: Bytes | None, code: str, says: str, fix: str, *, field: str | None = None, file: str = "bad.toml",
    line: int | None = None, keeps: tuple[str, ...] = (), severity: Severity = ERROR, beside: Mapping[str, Bytes] = {},
    prepared: Callable[[Path], None] | None = None, alone: bool = False,
) -> Case:  # fmt: skip
    """Return a case in which a file, a line or a source is bad, not a claim."""
    return Case(
        name,
        content,
        code,
        field,
        says,
        fix,
        None,
        severity,
        file,
        line,
        keeps,
        beside,
        prepared,
        alone=alone,
    )


class Sound(NamedTuple):
    """
    An input that looks bad and is not: it is loaded without a problem.

    ``reads`` are values of its claim ``bad/b1`` as text, by their path; ``tells`` are words that stand in a finding about
    it, after the name of the check; ``silent`` is what no check of letters may say anything about.
    """

    name: str
    content: Bytes | None
    reads: Mapping[str, str] = {}
    tells: tuple[str, str] | None = None
    file: str = "bad.toml"
    keeps: tuple[str, ...] = ("bad/b1",)
    beside: Mapping[str, Bytes] = {}
    prepared: Callable[[Path], None] | None = None


def lay(case: Case | Sound, folder: Path) -> None:
    """Write a case into a folder, beside codings that are good and a file above it that is none of ours."""
    (folder.parent / "secret.txt").write_text(OUTSIDE)
    put(folder, {**GOOD_FILES, **case.beside})
    if case.content is not None:
        put(folder, {case.file: case.content})
    if case.prepared is not None:
        case.prepared(folder)
