"""Every error that osintkp raises: what is wrong, the value, and what would be right."""

from __future__ import annotations

SHOWN = 80


def shown(value: object) -> str:
    r"""
    Return a value as one short line of ASCII that is safe in a terminal and in a log.

    Example:
        >>> shown("\x1b[31mred" + "!" * 200)[:13]
        "'\\x1b[31mred!"
    """
    try:
        text = ascii(value[: SHOWN + 1] if isinstance(value, (str, bytes)) else value)
    except (RecursionError, ValueError):  # a list nested too deeply, an int of more digits than Python prints
        return f"<{type(value).__name__} too large to show>"
    return text if len(text) <= SHOWN else text[: SHOWN - 3] + "..."


class OsintkpError(Exception):
    """The base of every error that this library raises on purpose."""


class InvalidValueError(OsintkpError, ValueError):
    """
    A value does not say what its place asks for.

    Attributes:
        code: Stable name of the fault, like ``unit-ambiguous``.
        what: What is wrong, without the value.
        value: The value as it was given.
        fix: What would be right.
        field: The attribute that holds the value; None when the place knows better.
    """

    def __init__(self, code: str, what: str, value: object, fix: str, field: str | None = None) -> None:
        super().__init__(code, what, value, fix, field)
        self.code = code
        self.what = what
        self.value = value
        self.fix = fix
        self.field = field

    def __str__(self) -> str:
        return f"{self.what}: {shown(self.value)}; {self.fix}"


class WritingError(OsintkpError, OSError):
    """
    A file could not be written, or not for certain.

    Attributes:
        what: What went wrong, and how things stand.
        in_place: Whether what was written is in its place all the same, so that whoever reads it gets the new content.
    """

    def __init__(
        self, number: int | None, what: str, file: str | None = None, *, in_place: bool = False
    ) -> None:
        super().__init__(number, what, file)
        self.what = what
        self.in_place = in_place

    def __str__(self) -> str:
        return self.what if self.filename is None else f"{self.what}: {shown(self.filename)}"


class AmountError(InvalidValueError):
    """A text is not an amount in the notation of :class:`osintkp.units.Amount`."""


class UnitError(InvalidValueError):
    """A unit is not known, or its name stands for several units."""


class DimensionError(OsintkpError, TypeError):
    """Two amounts measure different things and cannot be compared or converted."""


class DateError(InvalidValueError):
    """A text is not a date or period in the notation of :class:`osintkp.dates.When`."""


class UnknownIdError(OsintkpError, KeyError):
    """Nothing has this id."""

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownCheckError(OsintkpError, ValueError):
    """No check has this code, name or family."""


class ResourceError(OsintkpError, RuntimeError):
    """
    What the host program has left is too little to answer, whatever the data say: its stack has too few frames free.

    Attributes:
        doing: What could not be done.
    """

    def __init__(self, doing: str) -> None:
        super().__init__(doing)
        self.doing = doing

    def __str__(self) -> str:
        return f"{self.doing}: too little of the stack is free; call it from fewer nested calls"


class MissingExtraError(OsintkpError, ImportError):
    """
    A part of the library needs a package that is not installed.

    Attributes:
        package: The package.
        extra: The extra of this library that brings it.
    """

    def __init__(self, purpose: str, package: str, extra: str) -> None:
        super().__init__(purpose, package, extra)
        self.purpose = purpose
        self.package = package
        self.extra = extra

    def __str__(self) -> str:
        return f'{self.purpose} needs {self.package}: pip install "osintkp[{self.extra}]"'
