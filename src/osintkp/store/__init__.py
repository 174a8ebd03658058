"""
Stores: folders of Parquet files that hold a corpus larger than memory.

A store has ``claims/part=NN/claims.parquet``, a claim a row, in parts by what the figure of a claim is about;
``sources.parquet``; ``links.parquet``; and ``osintkp.json``, which is written last and says what belongs to it.
"""

from osintkp.store.gathering import gather
from osintkp.store.writing import write_store

__all__ = ["gather", "write_store"]
