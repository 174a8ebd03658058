"""
Archives: many articles at a time, from folders, JSON Lines and WARC, into drafts on the disk.

``files`` and ``walking`` give the articles one by one, ``lines`` and ``warc`` from files that hold many, ``naming`` an id for
each; ``batches`` cuts them into what is read in one go, ``drafting`` reads that and is pure, ``workers`` does so in several
processes, and ``journal`` keeps what is done. ``reading`` is the way in.
"""

from osintkp.archives.reading import ArchiveReport, read_archive

__all__ = ["ArchiveReport", "read_archive"]
