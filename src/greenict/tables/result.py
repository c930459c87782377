"""Results: the files of a result folder and the columns of each.

manifest.json     profile, factor sets, seed, versions; the SHA-256 of the input and of every file here
totals.parquet    category, value, unit, p05, p50, p95
rows.parquet      the breakdown that was asked for: its keys, category, value, unit, p05, p50, p95
groups.parquet    lines summed by item, country, year and tags: what every figure is computed from
terms.parquet     group key x factor: how each amount meets each factor
items.parquet     the items that occur, with their default lifetimes
factors.parquet   the factors that were used, whole, with source and licence
gaps.parquet      item, stage and category that no factor serves
coverage.parquet  category, data class, value, share, lines, share of lines
warnings.parquet  code, message and what it concerns
left_out.parquet  row, column, value, rule, mend
"""

from __future__ import annotations

MANIFEST = "manifest.json"
FILES = ("totals", "rows", "groups", "terms", "items", "factors", "gaps", "coverage", "warnings", "left_out")

# The keys that a figure can always be asked by; the tags of the inventory come on top.
KEYS = ("stage", "category", "item", "country", "year", "scope")
