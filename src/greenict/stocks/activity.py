"""Sold, in use and discarded as the assessment takes them: pieces, and kilograms of waste."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from greenict.stocks.model import StockFlow

ITEM_PREFIX = "unu_"


def activity(flow: StockFlow) -> pa.Table:
    """Return, by country, key and year, the amounts that carry impacts.

    Pieces sold carry production, pieces in use carry energy, kilograms discarded are e-waste.

    Returns
    -------
    pyarrow.Table
        country, unu_key, year, item (`unu_` and the key), sold_pieces, in_use_pieces, discarded_pieces,
        discarded_kg. Each cohort keeps the weight per piece of its year of sale.

    """
    pieces, kilograms = flow.in_unit("pieces"), flow.in_unit("kg")
    rows = pieces.rows
    return pa.table(
        {
            "country": rows["country"],
            "unu_key": rows["unu_key"],
            "year": rows["year"],
            "item": pa.array([ITEM_PREFIX + key for key in rows["unu_key"].to_pylist()]),
            "sold_pieces": rows["sold"],
            "in_use_pieces": rows["in_use"],
            "discarded_pieces": rows["discarded"],
            "discarded_kg": kilograms.rows["discarded"],
        }
    )
