"""A figure as its page explains it: what it is, the factors behind it, the parts of it, the lines behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from greenict_portal.assessments import engine, names
from greenict_portal.assessments.result_pages import Figured, question, spoken_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def figure_words(result: engine.Result, figure: Figured) -> list[dict[str, str]]:
    """What a figure is, part by part."""
    return [
        {"key": names.key_name(key), "value": spoken_values(result, key)(value)}
        for key, value in figure.items()
    ]


def explained(result: engine.Result, explanation: engine.Explanation) -> list[dict[str, Any]]:
    """The factors behind a figure, in words."""
    item = spoken_values(result, "item")
    return [
        {
            **row,
            "item_name": item(row.get("item")),
            "process_name": names.said(names.PROCESSES, row.get("process") or ""),
            "stage_name": names.value_of("stage", row.get("stage")),
            "country_name": names.value_of("country", row.get("country")),
            "place_name": names.value_of("country", row["place"]) if row.get("place") else "",
        }
        for row in explanation.contributions
    ]


def narrower(result: engine.Result, figure: Figured) -> list[dict[str, str]]:
    """The same figure, part by part: one step further down."""
    if "stage" in figure:
        return []
    rows = [row for row in result.breakdown("stage", *_grouped(figure)) if _matches(row, figure)]
    return [
        {"label": names.value_of("stage", row["stage"]), "why": question({**figure, "stage": row["stage"]})}
        for row in rows
    ]


def _grouped(figure: Figured) -> list[str]:
    return [key for key in figure if key != "category"]


def _matches(row: Mapping[str, Any], figure: Figured) -> bool:
    return all(row.get(key) == value for key, value in figure.items())


def line_table(lines: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Inventory lines as columns and rows; a column that is empty in all of them is left out."""
    columns = ["row", *(name for name in (lines[0] if lines else {}) if name not in {"row", "value"})]
    columns = [name for name in columns if any(line.get(name) not in {None, ""} for line in lines)]
    rows = [
        {"value": line["value"], "cells": ["" if line.get(name) is None else line[name] for name in columns]}
        for line in lines
    ]
    return {"columns": columns, "rows": rows}
