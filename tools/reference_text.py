"""Docstrings taken apart, and Markdown put together, for the reference pages."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterable, Iterator

import osintkp


def docstring(thing: object) -> str:
    """Return a docstring in Markdown: literals in single backticks, roles gone."""
    return plain_literals(inspect.getdoc(thing) or "")


def plain_literals(text: str) -> str:
    """Return a text with its literals and roles in single backticks; fences stay."""
    text = re.sub(r":[a-z]+:`~?([^`]+)`", r"`\1`", text)
    return re.sub(r"(?<!`)`{1,2}([^`]+)`{1,2}(?!`)", r"`\1`", text)


def summary(thing: object) -> str:
    """Return the first sentence of a docstring."""
    return first_sentence(docstring(thing))


def first_sentence(text: str) -> str:
    """Return the first paragraph of a text on one line."""
    return " ".join(text.strip().partition("\n\n")[0].split())


def body(thing: object) -> list[str]:
    """Return what a docstring says before its sections."""
    return re.split(r"(?m)^[A-Z][a-z]+:$", docstring(thing))[0].rstrip().splitlines()


def attributes(shape: type) -> dict[str, str]:
    """Return what the section ``Attributes:`` of a docstring says of each, on one line."""
    found = re.search(r"(?ms)^Attributes:\n(.*?)(?=^\S|\Z)", docstring(shape))
    said: dict[str, str] = {}
    for line in (found[1] if found else "").splitlines():
        head = re.fullmatch(r" {4}(\w+): (.*)", line)
        if head:
            name = head[1]
            said[name] = head[2]
        elif line.strip():
            said[name] += f" {line.strip()}"
    return said


def example(shape: type) -> list[str]:
    """Return the example of a docstring, with the imports that it needs where it stands alone."""
    found = re.search(r"(?ms)^Example:\n(.*?)(?=^\S|\Z)", inspect.getdoc(shape) or "")
    lines = inspect.cleandoc(found[1]).splitlines() if found else []
    source = "\n".join(line[4:] for line in lines if line.startswith((">>> ", "... ")))
    names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    public = sorted(names & set(osintkp.__all__))
    own = sorted((names & set(vars(sys.modules[shape.__module__]))) - set(public))
    head = [f">>> from osintkp import {', '.join(public)}"] if public else []
    return [*head, *([f">>> from {shape.__module__} import {', '.join(own)}"] if own else []), *lines]


def demoted(lines: list[str]) -> Iterator[str]:
    """Give lines of Markdown with every heading one level lower; what stands in a fence stays."""
    inside = False
    for line in lines:
        inside ^= line.startswith("```")
        yield line if inside else plain_literals(f"#{line}" if line.startswith("#") else line)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """Return a table in Markdown."""
    heads = list(head)
    lines = [heads, ["---"] * len(heads), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def listed(names: Iterable[str]) -> str:
    """Return names as literals in a row."""
    return ", ".join(f"`{name}`" for name in names)
