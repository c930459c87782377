"""The sales that ship as the example: electrical equipment put on the market in the United Kingdom."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"


def example_sales_path() -> Path:
    """Return the file of the example: tonnes by UNU key, 2001 to 2022, each row with source and licence."""
    return DATA / "uk_put_on_market.csv"


def example_left_out_path() -> Path:
    """Return the rows that the source has and the example leaves out, because they lie below zero.

    The source counts production plus imports minus exports. Where that falls below zero, more was exported than
    the statistics saw come in; it is no quantity sold.
    """
    return DATA / "uk_put_on_market_left_out.csv"
