"""Tasks: a step with all that it has to know, as whoever moves batches of Arrow takes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from osintkp.sharded import steps
from osintkp.sharded.work import Work
from osintkp.store.layout import arrow

if TYPE_CHECKING:
    import pyarrow as pa


@attrs.frozen
class Task:
    """
    A step over parts of one store: from batches with a column ``part`` to batches with the columns of :attr:`schema`.

    It is what Spark's ``mapInArrow`` takes as it is; for others that move Arrow there is :meth:`of`. It pickles, and what it
    gives does not depend on the order of the parts, on how they are cut into batches, or on how often they were tried.

    Attributes:
        work: What all steps know.
        step: One of :mod:`osintkp.sharded.steps`.
    """

    work: Work
    step: steps.Step

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Give what the step gives of some batches of parts."""
        for batch in batches:
            yield from self.step(self.work, batch)

    def of(self, part: int) -> list[pa.RecordBatch]:
        """Return what the step gives of one part."""
        return list(self([parts_of([part])]))

    @property
    def schema(self) -> pa.Schema:
        """Return the columns that the step gives."""
        return steps.given_by(self.step)


def step_over(work: Work, step: steps.Step) -> Task:
    """Return a step as a function from batches of Arrow to batches of Arrow."""
    return Task(work, step)


def parts_of(numbers: Iterable[int]) -> pa.RecordBatch:
    """
    Return the numbers of parts as the batch that a step takes.

    Example:
        >>> parts_of([3, 4]).to_pydict()
        {'part': [3, 4]}
    """
    return arrow().record_batch({"part": arrow().array(list(numbers), "int32")})


def packed(batches: Iterable[pa.RecordBatch]) -> bytes:
    """
    Return batches as bytes of Arrow's own stream, which is what may cross from one process to another.

    Example:
        >>> [batch.to_pydict() for batch in unpacked(packed([parts_of([3])]))], list(unpacked(packed([])))
        ([{'part': [3]}], [])
    """
    writer, sink = None, arrow().BufferOutputStream()
    for batch in batches:
        if writer is None:
            writer = arrow().ipc.new_stream(
                sink, batch.schema, options=arrow().ipc.IpcWriteOptions(compression="zstd")
            )
        writer.write_batch(batch)
    if writer is not None:
        writer.close()
    found: bytes = sink.getvalue().to_pybytes()
    return found


def unpacked(told: bytes) -> Iterator[pa.RecordBatch]:
    """Give the batches that bytes were made of."""
    if told:
        with arrow().ipc.open_stream(told) as reader:
            yield from reader
