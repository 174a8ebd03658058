"""Setting a folder in the place of another at one stroke, so that a kill leaves the one or the other."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from osintkp.errors import WritingError
from osintkp.paths import is_folder

HERE, EXCHANGE = -100, 2  # AT_FDCWD of <fcntl.h>, RENAME_EXCHANGE of <linux/fs.h>
NOT_HERE = (errno.ENOSYS, errno.EINVAL)  # renameat2(2): no such call; this file system cannot


def set_in_place(made: Path, target: Path, aside: Path) -> Path | None:
    """
    Give a folder another's name, and return where that other lies now; None where nothing lay there.

    Linux exchanges the two at one stroke. Other systems, and file systems that cannot, move the old one aside first: a kill
    between the two steps leaves it there, under its new name.

    Args:
        made: The folder.
        target: The name; what lies there is a folder, or nothing.
        aside: A free name beside it.

    Raises:
        OSError: It cannot be; everything is as it was.
        WritingError: It cannot be, nor could the old folder be put back; the message says where it lies.
    """
    try:
        made.rename(target)  # where nothing lies, or an empty folder
    except OSError:
        if not is_folder(target):
            raise
    else:
        return None
    if exchange(made, target):
        return made
    target.rename(aside)
    try:
        made.rename(target)
    except BaseException:
        _put_back(aside, target)
        raise
    return aside


def _put_back(aside: Path, target: Path) -> None:
    try:
        aside.rename(target)
    except OSError as error:
        what = f"nothing is in place, and what was there could not be put back: rename {aside.name} to {target.name}"
        raise WritingError(error.errno, what, str(aside)) from error


def exchange(one: Path, other: Path) -> bool:
    """
    Exchange the names of two folders at one stroke; return whether the system can do that.

    Raises:
        OSError: It can, but not these.
    """
    if sys.platform != "linux":
        return False
    import ctypes

    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    if call(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in NOT_HERE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
