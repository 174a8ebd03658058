"""Bad files: names that lead elsewhere, links, pipes, devices, and files larger than anybody reads."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from badinputs.writing import ERROR, TEXT, WARNING, Case, basic, put, toml, whole
from osintkp.vocabulary.scales import Severity

FOLDER_FIX = "name a file beside the coding"


def named(name: str, file: str, code: str, says: str, fix: str, severity: Severity = ERROR) -> Case:
    """Return a case of a source that names a bad file for its text: the text stays out, and its claims stay."""
    return whole(name, toml("", source=f"text = {basic(file)}"), code, says, fix, field="source.text", keeps=("bad/sound",), severity=severity, beside={"bad.txt": TEXT})  # fmt: skip


NAMED = [
    named("F01 a text above the folder", "../secret.txt", "path-outside", "the text lies outside the coding's folder: '../secret.txt'", FOLDER_FIX),
    named("F02 a text anywhere", "/etc/hostname", "path-outside", "'/etc/hostname'", FOLDER_FIX),
    named("F04 a text that is not there", "nope.txt", "article-missing", "the text is not at hand: 'nope.txt'", "put it beside the coding", WARNING),
    named("F05 a text of another system", "..\\..\\secret.txt", "path-bad", r"'..\\..\\secret.txt'", FOLDER_FIX),
    named("F07 an address for a text", "file:///etc/hostname", "path-bad", "'file:///etc/hostname'", FOLDER_FIX),
    named("F08 a name of five thousand letters", "x" * 5000, "path-bad", "the name is too long: '" + "x" * 76 + "...", "keep it within 1,024 characters"),
    named("F09 a text without a name", "", "path-bad", "''", FOLDER_FIX),
    named("F10 the name of a device", "CON", "article-missing", "the text is not at hand: 'CON'", "put it beside the coding", WARNING),
    named("F11 the name of a text in capitals", "BAD.TXT", "article-missing", "the text is not at hand: 'BAD.TXT'", "a file 'bad.txt' is there; write its name as it is", WARNING),
    named("F12 a text in somebody's home", "~/x.txt", "article-missing", "the text is not at hand: '~/x.txt'", "put it beside the coding", WARNING),
    named("a text on another drive", "C:secret.txt", "path-bad", "'C:secret.txt'", FOLDER_FIX),
    named("a text by way of the folder above", "a/../bad.txt", "path-outside", "'a/../bad.txt'", FOLDER_FIX),
    named("a text on another computer", "//server/share/x.txt", "path-outside", "'//server/share/x.txt'", FOLDER_FIX),
    named("a text with a letter that cannot be seen in its name", "b\u200bad.txt", "article-missing", r"the text is not at hand: 'b\u200bad.txt'", "put it beside the coding", WARNING),
    named("a text inside a text", "bad.txt/x.txt", "article-missing", "the text is not at hand: 'bad.txt/x.txt'", "put it beside the coding", WARNING),
]  # fmt: skip


def linked(target: str, name: str = "bad.txt") -> Callable[[Path], None]:
    return lambda folder: (folder / name).symlink_to(target)


def pipe(name: str) -> Callable[[Path], None]:
    return lambda folder: os.mkfifo(folder / name)


def lying(name: str, what: Callable[[Path], None], code: str, says: str, fix: str, *, alone: bool = False) -> Case:  # fmt: skip
    """Return a case in which no regular file lies where the source has its text."""
    return whole(name, toml("", source='text = "bad.txt"'), code, says, fix, field="source.text", keeps=("bad/sound",), prepared=what, alone=alone)  # fmt: skip


def large(folder: Path, name: str = "bad.txt", size: int = 1 << 30) -> None:
    """Make a file that is large and takes no room."""
    with (folder / name).open("wb") as stream:
        stream.truncate(size)


def linked_outside(folder: Path) -> None:
    put(folder.parent, {"out.toml": toml("")})
    (folder / "bad.toml").symlink_to("../out.toml")


def unreadable(folder: Path) -> None:
    for path in (folder.parent, folder):
        path.chmod(0o755)
    (folder / "bad.toml").chmod(0)


def oddly_named(folder: Path) -> None:
    path = os.path.join(os.fsencode(folder), b"bad\xff.toml")  # noqa: PTH118  a path of bytes
    with open(path, "wb") as stream:  # noqa: PTH123  the same
        stream.write(b"x = [")


LYING = [
    lying("F06 a folder for a text", lambda folder: (folder / "bad.txt").mkdir(), "article-not-file", "this is no regular file", "the name of a file"),
    lying("F13 a link to a text outside", linked("../secret.txt"), "path-outside", "a link leads out of the folder that was named", "copy what it leads to into the folder"),
    lying("F14 a link into the system", linked("/proc/self/environ"), "path-outside", "a link leads out of the folder that was named", "copy what it leads to into the folder"),
    lying("F15 a link to a device without end", linked("/dev/zero"), "path-outside", "a link leads out of the folder that was named", "copy what it leads to into the folder", alone=True),
    lying("F16 a pipe for a text", pipe("bad.txt"), "article-not-file", "this is no regular file", "the name of a file", alone=True),
    lying("F22 a text of a gigabyte", large, "article-size", "too large", "16,777,216", alone=True),
    whole("F23 a link to nothing", toml("", source='text = "bad.txt"'), "article-missing", "the text is not at hand: 'bad.txt'", "put it beside the coding", field="source.text", severity=WARNING, keeps=("bad/sound",), prepared=linked("nowhere.txt")),
    lying("a link from a text to itself", linked("bad.txt"), "article-link", "a link is not followed", 'give the file itself, or follow_links="inside"'),
    lying("a text of a byte too many", lambda folder: large(folder, size=(16 << 20) + 1), "article-size", "too large", "16,777,216", alone=True),
    whole("F17 a pipe for a coding", None, "file-not-regular", "this is no regular file", "give the name of a file", prepared=pipe("bad.toml"), alone=True),
    whole("a coding of a gigabyte", None, "file-size", "the file is too large", "33,554,432", prepared=lambda folder: large(folder, "bad.toml"), alone=True),
    whole("JSON Lines of a gigabyte", None, "file-size", "the file is too large", "33,554,432", prepared=lambda folder: large(folder, "bad.jsonl"), file="bad.jsonl", alone=True),
    whole("F18 a link from a folder to itself", None, "file-link", "a link to a folder is not followed", "give the folder itself", severity=WARNING, prepared=linked(".", "loop"), file="loop"),
    whole("a link to the folder above", None, "file-link", "a link to a folder is not followed", "give the folder itself", severity=WARNING, prepared=linked("..", "loop"), file="loop"),
    whole("F20 a name that is not UTF-8", None, "file-name", "the name of the file is not UTF-8, and it was not read", "rename it", prepared=oddly_named, file=r"bad\xff.toml"),
    whole("a link to a coding outside", None, "path-outside", "a link leads out of the folder that was named", "copy what it leads to into the folder", prepared=linked_outside),
    whole("a link to a device for a coding", None, "path-outside", "a link leads out of the folder that was named", "copy what it leads to into the folder", prepared=linked("/dev/zero", "bad.toml"), alone=True),
]  # fmt: skip
UNREADABLE = [
    whole("F19 a coding that nobody may read", toml(""), "file-permission", "this may not be read", "see the rights of the file and of its folders", prepared=unreadable),
]  # fmt: skip
CLASHING = [
    whole("F21 two codings whose names differ in capitals", toml(""), "duplicate-id", "this id is taken (1 claim left out with it): 'bad'", "BAD.toml' has 'bad'; give each an id of its own", field="source.id", keeps=("bad/sound",), beside={"BAD.toml": toml("")}),
]  # fmt: skip
CASES = [*NAMED, *LYING, *CLASHING]
