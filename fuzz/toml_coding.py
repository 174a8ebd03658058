"""A coding in TOML is taken as far as it is sound, and what is taken saves to an equal one."""

from __future__ import annotations

from _target import holds_as_coding


def check(data: bytes) -> None:
    """Load bytes as a coding."""
    holds_as_coding(data, "coding.toml")
