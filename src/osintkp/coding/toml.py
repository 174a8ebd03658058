"""
Plain data as TOML text.

The standard library reads TOML but does not write it, and a coding needs so little of the format that a
dependency would weigh more than this page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

WIDTH = 110
BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def toml_document(data: Mapping[str, Any]) -> str:
    """
    Return a table as a TOML document, its single values first.

    Inside a table or a list of tables everything stands on one line, unless that line would be too long: then an
    inner table gets lines of its own, and so does each item of a list.

    Example:
        >>> print(
        ...     toml_document({"schema": "x", "source": {"id": "a"}, "claim": [{"id": "b", "span": [1, 2]}]})
        ... )
        schema = "x"
        <BLANKLINE>
        [source]
        id = "a"
        <BLANKLINE>
        [[claim]]
        id = "b"
        span = [1, 2]
        <BLANKLINE>
    """
    single = {key: value for key, value in data.items() if not isinstance(value, (dict, list))}
    blocks = ["\n".join(_lines(single, ""))] if single else []
    for key, value in data.items():
        if isinstance(value, dict):
            blocks.append("\n".join([f"[{_key(key)}]", *_lines(value, _key(key))]))
        elif isinstance(value, list):
            blocks += ["\n".join([f"[[{_key(key)}]]", *_lines(table, _key(key))]) for table in value]
    return "\n\n".join(blocks) + "\n"


def _lines(table: Mapping[str, Any], path: str) -> Iterator[str]:
    apart = {}
    for key, value in table.items():
        line = f"{_key(key)} = {_value(value)}"
        if len(line) <= WIDTH or not isinstance(value, (dict, list)):
            yield line
        elif isinstance(value, dict):
            apart[f"{path}.{_key(key)}"] = value
        else:
            yield f"{_key(key)} = ["
            yield from (f"  {_value(each)}," for each in value)
            yield "]"
    for name, inner in apart.items():
        yield f"[{name}]"
        yield from _lines(inner, name)


def _key(key: str) -> str:
    return key if key and BARE.issuperset(key) else _text(key)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        inside = ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _text(value: str) -> str:
    r"""Return a basic string: JSON's escapes are TOML's too, but for ``\x7f``, which only TOML wants escaped."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
