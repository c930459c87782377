"""A figure as its page explains it: what it is, the factors behind it, the parts of it, the lines behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from greenict_portal.assessments import engine, names
from greenict_portal.assessments.result_pages import Figured, question, spoken_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SMALLEST_SHARE = 0.0005


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
            **_factor_words(row),
        }
        for row in explanation.contributions
    ]


def _factor_words(row: Mapping[str, Any]) -> dict[str, Any]:
    """Where a factor holds; and whether there is one, for a part of a figure may follow by definition."""
    return {
        "place_name": names.value_of("country", row["place"]) if row.get("place") else "",
        "is_factor": row["factor_id"] is not None,
    }


def spread_parts(result: engine.Result, explanation: engine.Explanation) -> list[dict[str, Any]]:
    """What a figure's uncertainty comes from: its factors, the lines themselves, and what both do together."""
    item = spoken_values(result, "item")
    factors = [
        {
            **row,
            **_factor_words(row),
            "item_name": item(row["item"]),
            "stage_name": names.value_of("stage", row["stage"]),
        }
        for row in explanation.factors
        if row["share_of_variance"] > 0
    ]
    activity, interplay = explanation.activity_share_of_variance, explanation.interaction_share_of_variance
    named = sum(row["share_of_variance"] for row in factors) + activity + interplay
    others = [
        (_("Further factors, each with a smaller share"), 1 - named if named else 0.0),
        (_("Your own lines: their quantities and electricity"), activity),
        (_("Interplay: factors that are uncertain and multiplied with each other"), interplay),
    ]
    return factors + [
        {"words": words, "share_of_variance": share} for words, share in others if share >= SMALLEST_SHARE
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
        {
            "value": line["value"],
            "cells": [
                {"name": name, "text": "" if line.get(name) is None else line[name]} for name in columns
            ],
        }
        for line in lines
    ]
    return {"columns": columns, "rows": rows}
