"""From sales and lifetimes to equipment in use and equipment discarded.

    keys         the 54 UNU keys: name, sector, categories, year of introduction
    lifetimes    Weibull lifetimes by key, shipped for two regions or from a file
    weights      kilograms per piece by key, country and year of sale
    lines        the rows of a sales table, checked
    cohorts      a sales table as amounts by country, key and year
    kernels      what share of a cohort is discarded at each age
    model        sold, in use and discarded by country, key and year
    activity     the same as pieces and kilograms, as the assessment takes it
    example      the shipped sales of the United Kingdom, 2001 to 2022

`docs/explanation/stocks.md` tells the model with a worked example.
"""

from greenict.stocks.activity import activity
from greenict.stocks.example import example_left_out_path, example_sales_path
from greenict.stocks.kernels import METHODS, discard_shares
from greenict.stocks.keys import UnuKey, normalise_key, unu_keys
from greenict.stocks.lifetimes import Lifetimes, lifetime_regions, load_lifetimes
from greenict.stocks.lines import split_sales
from greenict.stocks.model import StockFlow, run
from greenict.stocks.weights import kg_per_piece

__all__ = [
    "METHODS",
    "Lifetimes",
    "StockFlow",
    "UnuKey",
    "activity",
    "discard_shares",
    "example_left_out_path",
    "example_sales_path",
    "kg_per_piece",
    "lifetime_regions",
    "load_lifetimes",
    "normalise_key",
    "run",
    "split_sales",
    "unu_keys",
]
