"""The codes of problems with their messages, gathered from the code that raises them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src" / "osintkp"


def problem_codes() -> dict[str, list[str]]:
    """Return every code of a problem in a coding, with its messages, as the code has them."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.is_relative_to(PACKAGE / "vocabulary"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for scope in (tree, *functions):
            names = assigned(scope)
            for node in within(scope):
                for code, text in coded(node, names):
                    found.setdefault(code, []).extend([text] if text else [])
    return found


CODE = re.compile(r"[a-z]+(-[a-z]+)+")
READER = re.compile(r"(article|file)-[a-z]+")
RAISERS = re.compile(r"\w*(Error|Fault)")


def within(scope: ast.AST) -> Iterator[ast.AST]:
    """Give the nodes of a scope, without those of the functions inside it."""
    for child in ast.iter_child_nodes(scope):
        if not isinstance(child, ast.FunctionDef):
            yield child
            yield from within(child)


def assigned(scope: ast.AST) -> dict[str, list[str]]:
    """Return the texts that each name of a scope is given, as one of several or as part of a tuple too."""
    found: dict[str, list[str]] = {}
    for node in within(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name, value in paired(target, node.value):
                    found.setdefault(name, []).extend(texts(value, {}))
    return found


def paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Give each name on the left of an assignment with what it may be given."""
    if isinstance(value, ast.IfExp):
        yield from (*paired(target, value.body), *paired(target, value.orelse))
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from (pair for each in zip(target.elts, value.elts, strict=False) for pair in paired(*each))
    elif isinstance(target, ast.Name):
        yield target.id, value


def coded(node: ast.AST, names: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Give codes with their messages: the first two arguments of an error, or two neighbours in a row of a table."""
    if isinstance(node, ast.Call) and RAISERS.fullmatch(getattr(node.func, "id", "")) and node.args:
        codes = [code for code in texts(node.args[0], names) if CODE.fullmatch(code)]
        messages = texts(node.args[1], names) if len(node.args) > 1 else []
        yield from (
            zip(codes, messages, strict=True)
            if len(codes) == len(messages)
            else product(codes, messages or [""])
        )
    elif isinstance(node, ast.Call):
        yield from ((code, "") for each in node.args for code in texts(each, {}) if READER.fullmatch(code))
    elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load) and len(node.elts) > 2:
        cells = [next(iter(texts(cell, names)), "") for cell in node.elts]
        yield from ((code, what) for code, what in pairwise(cells) if CODE.fullmatch(code) and " " in what)


def texts(node: ast.expr, names: dict[str, list[str]]) -> list[str]:
    """Return the texts that an expression may be, with ``…`` for what it fills in."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
        return ["".join(map(str, parts))]
    if isinstance(node, ast.IfExp):
        return [*texts(node.body, names), *texts(node.orelse, names)]
    return names.get(node.id, []) if isinstance(node, ast.Name) else []
