"""Every command, on a terminal and not, steers nothing whatever the codings, articles and names of files say."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hostile_corpora import filled
from hostile_words import WORDS
from terminal import COLOUR, letters, steered

from commands import HOSTILE
from osintkp import command, exports
from osintkp.command import main
from osintkp.command._colour import coloured
from osintkp.command._output import inert

TOGETHER = "\n".join(words for words in WORDS.values() if steered(words))
MOST_EMULATED = 8_000
FILE = "a\x1b]2;pwn\x07\x1b[31m\u202e=1<b>\n\x9b31m.txt"
TRUCKS = "trucks \x1b[31m"
ARTICLE = f"{HOSTILE.replace('trucks', TRUCKS)}\n{TOGETHER}\n"
BROKEN = {
    "keys.json": '{"schema": "osintkp/1", "source": {"id": "k", "\\u001b[31m\\n\\u202e": 1, "title": ["\\u009b31m"]}, "claim": [{"id": "\\u001b]2;pwn\\u0007"}]}',
    "syntax.toml": 'schema = "osintkp/1"\n[source]\nid = "t"\ntitle = "\\u001b[31m" \x7f "\n',
    "lines\x1b[31m\u202e.jsonl": '{"source": "\\u001b[31m\\u202e"}\n{"\\u001b[2J": \n',
    "kind\x1b]2;pwn\x07.yaml": "a: 1\n",
}  # fmt: skip
# What a command is given beside the folder; one that is not named here gets the folder alone.
GIVEN: dict[str, list[list[str]]] = {
    "explain": [[TOGETHER], ["figures-conflict"]],
    "export": [[form, "FOLDER", "--lenient"] for form in exports.names()],
    "read": [
        ["FOLDER/texts", "--lenient"],
        ["FOLDER/texts", "--lenient", "--format", "toml"],
        [f"FOLDER/{FILE}"],
    ],
    "report": [["FOLDER", "--lenient", "--title", TOGETHER, "--to", "FOLDER/page.html"]],
    "schema": [[]],
    "show": [
        ["FOLDER", "--lenient", "--source", "evil"],
        ["FOLDER", "--lenient", "--source", TOGETHER],
        ["FOLDER", "--lenient", "--source", "evil", "--to", f"FOLDER/no/{FILE}"],
    ],
    "check": [
        ["FOLDER", "--lenient"],
        ["FOLDER", "--select", TOGETHER],
        ["FOLDER", "--lenient", "--format", "json"],
    ],
}
COMMANDS = sorted(info.name for info in iter_modules(command.__path__) if not info.name.startswith("_"))
RUNS = [(name, given) for name in COMMANDS for given in GIVEN.get(name, [["FOLDER"], [f"FOLDER/{FILE}"]])]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with hostile codings, broken ones and an article."""
    made = tmp_path_factory.mktemp("hostile")
    filled(TOGETHER).save(made)
    for name, text in BROKEN.items():
        (made / name).write_text(text, encoding="utf-8")
    (made / "texts").mkdir()
    (made / "texts" / FILE).write_text(ARTICLE, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("name", "given"), RUNS, ids=[f"{name}-{number}" for number, (name, _) in enumerate(RUNS)]
)
def test_no_command_steers_a_terminal(
    name: str, given: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed, told = Terminal(), io.StringIO()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdout", printed)
    monkeypatch.setattr(sys, "stderr", told)

    status = main([name, *(each.replace("FOLDER", str(folder)) for each in given)])

    assert status in (0, 1, 2)
    assert "a fault of osintkp" not in told.getvalue()
    assert [] == list(letters(told.getvalue()))
    assert [] == list(letters(re.sub(COLOUR, "", printed.getvalue())))
    assert [] == steered(printed.getvalue()[:MOST_EMULATED].rpartition("\n")[0], coloured=True)
    assert "" != printed.getvalue() + told.getvalue()


@pytest.mark.parametrize("given", [["check", "FOLDER", "--lenient"], ["read", "FOLDER/texts", "--lenient"]])
def test_words_in_a_pipe_are_as_inert_as_on_a_terminal(
    given: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([each.replace("FOLDER", str(folder)) for each in given])

    found = capsys.readouterr()
    assert [] == [*letters(found.out), *letters(found.err)]
    assert "\\x1b" in found.out


@pytest.mark.parametrize("style", ["", "bold red"])
@pytest.mark.parametrize("aim", WORDS)
def test_a_line_in_colour_has_no_markup_but_the_words_that_were_to_be_printed(
    aim: str, style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = Terminal()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys, "stdout", printed)
    coloured([(WORDS[aim], style)])

    assert f"{inert(WORDS[aim])}\n" == re.sub(COLOUR, "", printed.getvalue())
    assert ("" != style) == bool(re.search(COLOUR, printed.getvalue()))


@pytest.mark.parametrize(
    "given", [["check", "x", f"--{FILE}"], ["export", FILE, "x"], [FILE], ["read", "x", "--jobs", FILE]]
)
def test_a_wrong_command_line_is_told_in_words_that_steer_nothing(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(given)

    told = capsys.readouterr().err
    assert [] == list(letters(told))
    assert "\\x1b" in told


def test_hostile_words_were_there_to_be_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["show", str(folder), "--lenient", "--source", "evil"])

    found = capsys.readouterr()
    assert "\\x1b]2;pwn\\x1b" in found.out
    assert "\\x1b[31m" in found.err
