"""The table of writers: none of the package is missing."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

import osintkp
from faults.writers import NEW, folder_for, writers

PACKAGE = Path(osintkp.__file__).parent
WRITING = {
    "write_text", "write_bytes", "mkdir", "makedirs", "mkdtemp", "mkstemp", "TemporaryDirectory", "NamedTemporaryFile", "rename",
    "renames", "unlink", "touch", "truncate", "symlink_to", "hardlink_to", "ParquetWriter", "write_table", "to_csv", "to_json",
    "savefig", "write_new", "write_whole", "write_generation", "write_saved", "set_in_place",
}  # fmt: skip
MODES = "wax+"
ELSEWHERE = {
    "archives/journal.py Journal._remove_files": "a reading from the start deletes what the one before has written: test_archives_journal",
    "coding/sealing.py _file": "as a save, after a change by hand that is none: test_coding_seal",
    "coding/sealing.py _folder": "as there",
    "store/exchanging.py _put_back": "where names cannot be exchanged: test_store_exchanging",
    "writing.py remove": "after a fault: test_faults",
}


@cache
def written_by() -> dict[tuple[str, int], str]:
    """Return every function of the package that writes, by its file and line."""
    return {
        (str(path), line): f"{path.relative_to(PACKAGE)} {name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for name, line in writing(ast.parse(path.read_text(encoding="utf-8")))
    }


def writing(tree: ast.AST, outer: str = "") -> Iterator[tuple[str, int]]:
    """Give the functions in which something is written, with the lines at which they begin."""
    for node in ast.iter_child_nodes(tree):
        named = isinstance(node, (ast.FunctionDef, ast.ClassDef))
        name = (
            f"{outer}.{node.name}".strip(".") if isinstance(node, (ast.FunctionDef, ast.ClassDef)) else outer
        )
        if isinstance(node, ast.FunctionDef) and any(writes(each) for each in ast.walk(node)):
            yield name, min([node.lineno, *(each.lineno for each in node.decorator_list)])
        if named or not isinstance(node, ast.expr):
            yield from writing(node, name)


def writes(node: ast.AST) -> bool:
    """Tell whether a call writes: by its name, or a file that is opened for it."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    given = [*node.args, *(each.value for each in node.keywords)]
    words = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    if name in ("open", "fdopen"):
        return any(len(word) < 4 and set(word) & set(MODES) for word in words)
    return name in WRITING or (name == "replace" and len(node.args) == len(given) == 1)


def test_every_function_that_writes_is_run_by_a_writer_of_the_table(place: Path) -> None:
    missing = dict(written_by())

    def called(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            code: CodeType = frame.f_code
            missing.pop((code.co_filename, code.co_firstlineno), None)

    sys.setprofile(called)
    try:
        for number, writer in enumerate(writers().values()):
            target = folder_for(writer, place / str(number), 0)
            writer.write(target, NEW)
    finally:
        sys.setprofile(None)

    assert len(written_by()) > 12
    assert sorted(ELSEWHERE) == sorted(missing.values())


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("def f(path):\n    path.write_text('a')", ["f"]),
        ("class A:\n    def f(self, path):\n        with path.open('ab') as stream: pass", ["A.f"]),
        ("def f(path):\n    def g():\n        write_whole({path: b''})\n    g()", ["f", "f.g"]),
        ("def f(path):\n    open(path, mode='w')", ["f"]),
        ("def f(path, other):\n    path.replace(other)", ["f"]),
        ("def f(path):\n    return path.open('rb').read() + path.name.replace('a', 'b')", []),
    ],
)
def test_a_function_that_writes_is_seen(code: str, names: list[str]) -> None:
    assert names == [name for name, _ in writing(ast.parse(code))]
