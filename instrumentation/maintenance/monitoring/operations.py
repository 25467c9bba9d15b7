# Made by `cheomseong synth` for maintenance: changes here are lost.
"""What the application does and waits for, as decorators and as contexts."""

from __future__ import annotations

from . import metrics
from .measured import End, Measured


def query() -> Measured:
    """
    Time that a query of the database takes, as the API server waits for it:
    how many and how long, however they end.

    Above a function: @query(). Around a block, with or async with:
    make it once, so that its series begin at 0, and write: with made(): …
    """
    return Measured(
        success=End(
            duration=metrics.db_query_duration_seconds(),
        ),
        failure=End(
            duration=metrics.db_query_duration_seconds(),
        ),
    )
