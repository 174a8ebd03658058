"""Faults put into what a writer asks of the system: its n-th call fails, once or for ever, or kills the process."""

from __future__ import annotations

import builtins
import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Self
from unittest.mock import patch

import attrs

from osintkp.store import exchanging

NAMED = ("open", "replace", "rename", "link", "symlink", "mkdir", "rmdir", "unlink", "remove", "truncate")
NUMBERED = ("write", "fsync", "fdatasync", "ftruncate")
WRITES = "wax+"


@attrs.define(kw_only=True)
class Plan:
    """
    Which call fails, and how.

    Attributes:
        root: The folder whose files are meant; calls on others are left alone and not counted.
        number: The call that fails first, from 1; 0 for none.
        code: The errno; None kills the process.
        sticky: Whether all calls after it fail too.
        calls: What was asked of the system so far, in order.
        files: The number of the file that each of those calls was about, which it keeps under every name; 0 for none.
        struck: Whether a call has failed.
    """

    root: str
    number: int = 0
    code: int | None = None
    sticky: bool = False
    calls: list[str] = attrs.field(factory=list)
    files: list[int] = attrs.field(factory=list)
    struck: bool = False

    def meets(self, name: str, what: Any, folder: object = None) -> bool:
        """Count a call, and tell whether it is to fail."""
        if not self.is_ours(what, folder):
            return False
        self.calls.append(name)
        self.files.append(number_of(what))
        fails = len(self.calls) == self.number or (self.sticky and self.struck)
        self.struck |= fails
        return fails

    def strike(self, what: object) -> None:
        """Fail, or end the process as a kill would."""
        if self.code is None:
            os.kill(os.getpid(), signal.SIGKILL)
        name = os.fsdecode(what) if isinstance(what, (str, bytes, os.PathLike)) else None
        raise OSError(self.code, os.strerror(self.code or 0), name)

    def is_ours(self, what: object, folder: object = None) -> bool:
        if isinstance(what, int):
            return place_of(what).startswith(self.root)
        if isinstance(folder, int):
            return place_of(folder).startswith(self.root)
        if not isinstance(what, (str, bytes, os.PathLike)):
            return False
        return str(Path(os.fsdecode(what)).absolute()).startswith(self.root)


def place_of(handle: int) -> str:
    """Return what an open file is."""
    try:
        return str(Path(f"/proc/self/fd/{handle}").readlink())
    except OSError:
        return ""


def number_of(what: Any) -> int:
    """Return the number of a file, by its name or open."""
    try:
        return os.stat(what).st_ino  # noqa: PTH116  it may be open
    except OSError:
        return 0


class Stream:
    """An open file whose calls are counted; of what cannot be written half is."""

    def __init__(self, stream: Any, plan: Plan) -> None:
        self._stream, self._plan, self._place = stream, plan, place_of(stream.fileno())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def write(self, content: Any) -> int:
        """Write, or write half and fail."""
        if self._plan.meets("write", self._place):
            self._stream.write(content[: len(content) // 2])
            self._stream.flush()
            self._plan.strike(self._place)
        return int(self._stream.write(content))

    def flush(self) -> None:
        """Flush, or fail."""
        if self._plan.meets("flush", self._place):
            self._plan.strike(self._place)
        self._stream.flush()

    def truncate(self, size: int | None = None) -> int:
        """Cut, or fail."""
        if self._plan.meets("truncate", self._place):
            self._plan.strike(self._place)
        return int(self._stream.truncate(size))

    def close(self) -> None:
        """Close in any case, as the system does, and then perhaps fail."""
        was_open = not self._stream.closed
        self._stream.close()
        if was_open and self._plan.meets("close", self._place):
            self._plan.strike(self._place)


@contextmanager
def at_work(plan: Plan) -> Iterator[Plan]:
    """Put a plan's faults into the calls of this process for a while."""
    opened = _open(plan)
    with ExitStack() as stack:
        for name in NAMED:
            stack.enter_context(patch.object(os, name, _named(plan, name, getattr(os, name))))
        for name in NUMBERED:
            stack.enter_context(patch.object(os, name, _numbered(plan, name, getattr(os, name))))
        stack.enter_context(patch.object(os, "close", _close(plan, os.close)))
        stack.enter_context(patch.object(exchanging, "exchange", _exchange(plan)))
        stack.enter_context(patch.object(io, "open", opened))
        stack.enter_context(patch.object(builtins, "open", opened))
        yield plan


def _named(plan: Plan, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def called(path: Any, *given: Any, **named: Any) -> Any:
        if plan.meets(name, path, named.get("dir_fd", named.get("src_dir_fd"))):
            plan.strike(path)
        return call(path, *given, **named)

    return called


def _numbered(plan: Plan, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def called(handle: int, *given: Any) -> Any:
        if plan.meets(name, handle):
            if name == "write":
                call(handle, given[0][: len(given[0]) // 2])
            plan.strike(handle)
        return call(handle, *given)

    return called


def _close(plan: Plan, call: Callable[[int], None]) -> Callable[[int], None]:
    def closed(handle: int) -> None:
        fails = plan.meets("close", handle)
        call(handle)
        if fails:
            plan.strike(handle)

    return closed


def _open(plan: Plan) -> Callable[..., Any]:
    call = io.open

    def opened(file: Any, mode: str = "r", *given: Any, **named: Any) -> Any:
        writes = any(letter in mode for letter in WRITES)
        if not isinstance(file, int) and plan.meets("open", file):  # a number was opened before
            plan.strike(file)
        stream = call(file, mode, *given, **named)
        return Stream(stream, plan) if writes and plan.is_ours(file) else stream

    return opened


def _exchange(plan: Plan) -> Callable[[Path, Path], bool]:
    call = exchanging.exchange

    def exchanged(one: Path, other: Path) -> bool:
        if plan.meets("exchange", one):
            plan.strike(one)
        return call(one, other)

    return exchanged
