"""The command line as a whole: exit statuses, faults told in a line, streams that fail, output that steers nothing."""

from __future__ import annotations

import contextlib
import io
import json
import os
import pty
import subprocess
import sys
from importlib import util
from pathlib import Path
from typing import Any

import pytest

import osintkp
from commands import HOSTILE, LOUD, coded, started, steers
from osintkp import command
from osintkp.command import _output, main, parser
from osintkp.command._output import inert, is_terminal, put
from osintkp.errors import InvalidValueError

COMMANDS = ("check", "explain", "export", "read", "report", "schema", "show")
FOUND_SPEC = util.find_spec


def without(*packages: str) -> Any:
    """Return a search for packages that finds none of some."""
    return lambda name, *more: None if name in packages else FOUND_SPEC(name, *more)


def on_a_terminal(*words: str) -> tuple[int, str]:
    """Return the exit status of a command whose output and errors are a terminal, and what that was sent."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "osintkp", *words],
        stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(theirs)
    sent = b""
    with contextlib.suppress(OSError):  # the terminal's other end is gone
        while part := os.read(ours, 65_536):
            sent += part
    os.close(ours)
    return run.wait(), sent.decode()


def test_there_is_a_command_for_each_file_and_help_for_each_command() -> None:
    status, printed, told = started("--help")

    assert (0, "") == (status, told)
    assert [True] * len(COMMANDS) == [f"    {name} " in printed for name in COMMANDS]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_tells_what_it_takes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main([name, "--help"])

    assert capsys.readouterr().out.startswith(f"usage: osintkp {name} [-h]")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["--version"])

    assert f"osintkp {osintkp.__version__}\n" == capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [[], ["no-such-command"], ["check"], ["export", "no-such-form", "."], ["check", ".", "--fail-on", "all"]],
)
def test_a_command_line_that_means_nothing_exits_with_two(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(words)

    printed = capsys.readouterr()
    assert "" == printed.out
    assert printed.err.startswith("usage: osintkp")


@pytest.mark.parametrize(
    "words", [["\x1b[31mx"], ["check", "\x1b[2J"], ["check", "a", "--\u202e"], ["explain", "\x9b"]]
)
def test_what_stands_in_a_command_line_steers_no_terminal(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(words)

    assert [] == steers(capsys.readouterr().err)


def test_a_letter_that_steers_is_shown_by_its_number_and_others_are_kept() -> None:
    text = "a\x1b[31m \u202eb \u2028 \x9b \ud800 \x07\r\n\tcafé قم می\u200cروم 東京 👩\u200d👧 6\u00a0700"

    assert (
        "a\\x1b[31m \\u202eb \\u2028 \\x9b \\ud800 \\x07\\r\n\tcafé قم می\u200cروم 東京 👩\u200d👧 6\u00a0700"
        == inert(text)
    )


@pytest.mark.parametrize(
    "wrong",
    [
        ["check", "nowhere"], ["check", ".", "--select", "no-such-check"], ["explain", "no-such-check"],
        ["show", ".", "--source", "nobody"], ["report", "a.toml", "-o", "a.toml/page.html"], ["read", "nowhere"],
        ["export", "stix21", "a.toml", "-o", "a.toml/x"], ["schema", "-o", "a.toml/x"], ["check", "a\0b"],
        ["check", "a.toml", "--facts", "nowhere"], ["read", ".", "--published", "yesterday"], ["check", "\udcff"],
        ["check", "a.toml", "-o", "a.toml/x"], ["read", "a.txt", "-o", "a.docx"], ["read", "a.txt", "-o", "a.txt/x.toml"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_unusable_input_is_told_in_one_line_and_exits_with_two(
    wrong: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    coded(tmp_path, name="a.toml")
    coded(tmp_path, "Chad sent 40 trucks to Sudan.", name="a.txt")

    assert 2 == main(wrong)

    printed = capsys.readouterr()
    assert "" == printed.out
    assert 1 == len(printed.err.splitlines())
    assert [] == steers(printed.err)
    assert "fault of osintkp" not in printed.err


def test_a_fault_of_the_system_is_told_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "sealed\x1b.toml")

    monkeypatch.setattr(osintkp, "load", fails, raising=False)

    assert 2 == main(["check", str(tmp_path)])
    assert "Permission denied: 'sealed\\x1b.toml'\n" == capsys.readouterr().err


def test_a_fault_without_a_file_or_a_reason_is_told_by_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(osintkp, "load", fails, raising=False)

    assert 2 == main(["check", "."])
    assert "TimeoutError\n" == capsys.readouterr().err


def test_a_fault_of_the_library_is_told_in_a_line_and_where_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by \x1b[31m")

    monkeypatch.setattr(osintkp, "load", fails, raising=False)
    expected = (
        "this is a fault of osintkp itself (ZeroDivisionError: 'by \\x1b[31m'); "
        "set OSINTKP_TRACEBACK=1 to see where, and please report it\n"
    )

    assert 2 == main(["check", "."])
    assert expected == capsys.readouterr().err

    monkeypatch.setenv("OSINTKP_TRACEBACK", "1")
    assert 2 == main(["check", "."])
    told = capsys.readouterr().err
    assert told.startswith("Traceback (most recent call last):")
    assert told.endswith(expected)
    assert [] == steers(told)


@pytest.mark.parametrize(("fault", "status"), [(KeyboardInterrupt, 130), (BrokenPipeError, 141)])
def test_an_interruption_and_a_reader_that_went_away_are_told_to_nobody(
    fault: type[BaseException],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stops(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(osintkp, "load", stops, raising=False)

    assert status == main(["check", "."])
    assert ("", "") == tuple(capsys.readouterr())


def test_a_reader_that_takes_one_line_and_leaves_is_no_fault(tmp_path: Path) -> None:
    coded(tmp_path)
    words = [sys.executable, "-m", "osintkp", "explain", "QTY"]
    run = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None
    assert run.stderr is not None

    run.stdout.close()
    told = run.stderr.read()
    run.stderr.close()

    assert (141, b"") == (run.wait(), told)


def test_output_that_cannot_be_written_is_told_and_exits_with_two(tmp_path: Path) -> None:
    coded(tmp_path)
    words = [sys.executable, "-m", "osintkp", "check", str(tmp_path), "--fail-on", "never"]

    with Path("/dev/full").open("w") as full:
        run = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert (2, "No space left on device\n") == (run.returncode, run.stderr)


def test_a_command_runs_with_its_streams_closed(tmp_path: Path) -> None:
    coded(tmp_path)
    line = '"$0" -m osintkp check "$1" >&- 2>&-'

    assert 1 == subprocess.run(["sh", "-c", line, sys.executable, str(tmp_path)], check=False).returncode


def test_a_locale_that_lacks_a_letter_gets_its_number_and_documents_stay_whole(tmp_path: Path) -> None:
    coded(tmp_path)
    words = ("check", str(tmp_path), "--select", "QTY101")

    status, printed, _ = started(*words, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert 1 == status
    assert "QTY101 figures-conflict \\xb7 conflict" in printed

    _, document, _ = started("export", "csv", str(tmp_path), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert osintkp.load(tmp_path).rendered("csv")[0] == document


def test_a_document_goes_to_a_stream_of_text_alone_as_lines() -> None:
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        put("{}", None)

    assert "{}\n" == stream.getvalue()


def test_a_document_of_half_a_letter_is_written_all_the_same(tmp_path: Path) -> None:
    put("\ud800", tmp_path / "a")

    assert "\\ud800" == (tmp_path / "a").read_text()


def test_a_file_that_cannot_be_written_is_a_value_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")

    with pytest.raises(InvalidValueError, match="cannot be written") as caught:
        put("x", tmp_path / "a" / "b")

    assert "not-written" == caught.value.code
    assert str(tmp_path / "a" / "b") == caught.value.value


def test_a_stream_that_is_closed_or_none_is_no_terminal() -> None:
    closed = io.StringIO()
    closed.close()

    assert [False, False, False] == [is_terminal(None), is_terminal(closed), is_terminal(io.StringIO())]


def test_a_terminal_gets_colours_and_no_letter_of_a_text_that_steers_it(tmp_path: Path) -> None:
    coded(tmp_path)

    status, sent = on_a_terminal("check", str(tmp_path), "--select", "QTY101")

    assert 1 == status
    assert "\x1b[1;31mERROR   QTY101 figures-conflict · conflict\x1b[0m" in sent


def test_colours_change_no_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coded(tmp_path)
    words = ["check", str(tmp_path), "--select", "QTY101"]
    monkeypatch.setenv("TERM", "xterm-256color")

    with contextlib.redirect_stdout(Terminal()) as stream:
        assert 1 == main(words)

    head, grave, *rest = stream.getvalue().splitlines()
    assert "1 finding: 1 error" == head
    assert "\x1b[1;31mERROR   QTY101 figures-conflict · conflict\x1b[0m" == grave
    assert started(*words)[1].splitlines()[2:] == rest


def test_a_terminal_without_colours_has_the_same_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coded(tmp_path)
    words = ("check", str(tmp_path), "--select", "QTY101")
    monkeypatch.setenv("TERM", "dumb")
    plain = started(*words)[1]

    with contextlib.redirect_stdout(Terminal()) as stream:
        monkeypatch.setattr("osintkp.command._colour.find_spec", without("rich"))
        assert 1 == main(list(words))

    assert plain == stream.getvalue()


class Failing(io.StringIO):
    """A stream that is a file, and whose last words cannot be written."""

    fault: type[OSError] = OSError
    number = -1

    def flush(self) -> None:
        raise self.fault(28, "No space left on device")

    def fileno(self) -> int:
        return self.number


@pytest.mark.parametrize(
    ("fault", "status", "told"), [(BrokenPipeError, 141, ""), (OSError, 2, "No space left on device\n")]
)
def test_last_words_that_cannot_be_written_are_given_up(
    fault: type[OSError], status: int, told: str, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "argv", ["osintkp", "--version"])
    monkeypatch.setattr(Failing, "fault", fault)
    with (tmp_path / "out").open("w+b", buffering=0) as raw:
        monkeypatch.setattr(Failing, "number", raw.fileno())
        monkeypatch.setattr(sys, "stdout", Failing())
        with pytest.raises(SystemExit) as left:
            command.run()
        monkeypatch.undo()
        os.write(raw.fileno(), b"nobody reads this")

    assert status == left.value.code
    assert told == capsys.readouterr().err
    assert "nobody" not in (tmp_path / "out").read_text()


def test_a_process_that_has_no_output_leaves_with_its_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["osintkp", "explain", "QTY101"])
    monkeypatch.setattr(sys, "stdout", None)

    with pytest.raises(SystemExit) as left:
        command.run()

    assert 0 == left.value.code


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_document_on_a_terminal_is_inert() -> None:
    with contextlib.redirect_stdout(Terminal()) as stream:
        put("a\x9b31m", None)

    assert "a\\x9b31m\n" == stream.getvalue()


def test_drafts_on_a_terminal_keep_the_letters_of_a_hostile_text_inert(tmp_path: Path) -> None:
    coded(tmp_path, HOSTILE, name="wire.txt")

    status, sent = on_a_terminal("read", str(tmp_path / "wire.txt"))

    assert 0 == status
    assert "\x1b[2J" not in sent
    assert "\x9b" not in sent
    assert "\u202e" not in sent


def test_nobody_waits_where_rich_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_output, "find_spec", without("rich"))
    with contextlib.redirect_stderr(Terminal()) as stream, _output.waiting("loading"):
        pass

    assert "" == stream.getvalue()


def test_a_person_is_shown_that_something_is_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    with contextlib.redirect_stderr(Terminal()) as stream, _output.waiting("loading"):
        pass

    assert "loading" in stream.getvalue()


def test_the_shell_can_complete_commands_options_and_files() -> None:
    status, printed, _ = started("--print-completion", "bash")

    assert 0 == status
    assert (
        "_shtab_osintkp_subparsers=(check explain export read reanchor report schema seal show verify)"
        in printed
    )
    assert "_shtab_osintkp_check___texts_COMPGEN=_shtab_compgen_dirs" in printed
    assert subprocess.run(["bash", "-n"], input=printed, text=True, check=False).returncode == 0


def test_without_shtab_every_command_is_there_and_completion_is_not(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for module in (command, _output):
        monkeypatch.setattr(module, "find_spec", without("shtab"))

    assert ["."] == parser().parse_args(["check", "."]).paths
    assert 2 == main(["--print-completion", "bash"])
    assert 'shell completion needs shtab: pip install "osintkp[cli]"\n' == capsys.readouterr().err


def test_a_lenient_command_tells_what_it_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coded(tmp_path, LOUD.replace('"300 person"', '"300 persn\\u001b[31m"'))

    assert 0 == main(["export", "findings", str(tmp_path), "--lenient"])

    printed = capsys.readouterr()
    assert 0 == len(json.loads(printed.out)["findings"])
    assert "wire/later" in printed.err
    assert [] == steers(printed.err)
