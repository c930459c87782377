"""The comparison of offers as the page shows it, and as a file holds it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from greenict_portal.topics import engine, names, offer_pages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from greenict_portal.topics.offer_pages import Row, Tender

FILLED = (
    "country=WORLD&years=5&currency=USD&tariff=0.2&discount=4&carbon=100"
    "&weight_cost=40&worst_cost=100000&best_cost=60000&weight_ghg=20&worst_ghg=50000&best_ghg=20000"
    "&weight_waste=10&worst_waste=250&best_waste=50&weight_repairability=15&worst_repairability=4"
    "&best_repairability=10&must_repairability=5&weight_recycled=5&worst_recycled=0&best_recycled=50"
    "&must_substances=1&weight_label=10"
    "&name1=A&price1=700&pieces1=100&life1=4&energy1=30&made1=250&mass1=1.6&upkeep1=1000&end1=0"
    "&repairability1=5.5&recycled1=10&substances1=1&label1=0"
    "&name2=B&price2=780&pieces2=100&life2=6&energy2=25&made2=220&mass2=1.5&upkeep2=600&end2=-2000"
    "&repairability2=7.8&recycled2=35&substances2=1&label2=1"
    "&name3=C&price3=620&pieces3=100&life3=5&energy3=38&made3=260&mass3=1.9&upkeep3=1500&end3=0"
    "&repairability3=4.2&recycled3=20&substances3=1&label3=1"
)


def example() -> str:
    """The worked example as the question of an address; its figures show the calculation, nobody measured them."""
    return f"{FILLED}&year={max(engine.grid_years())}"


def offer_page(tender: Tender, language: str) -> dict[str, Any]:
    """The comparison as the page shows it."""
    found, holds = offer_pages.rows(tender)
    lowest = min(found, key=lambda row: row.ghg.value)
    shown = [_shown(row, lowest, tender, language) for row in found]
    headings = [offer_pages.heading(each, tender) for each in tender.judgings]
    grid = tender.grid
    return {
        "tender": tender,
        "rows": shown,
        "by_criterion": [
            {"criterion": each, "cells": [one["cells"][index] for one in shown]}
            for index, each in enumerate(headings)
        ],
        "bars": offer_pages.bars(found),
        "order_holds": holds,
        "any_range": any(row.ghg.low is not None for row in found),
        "any_missed": any(row.judged.missed for row in found),
        "grid": grid,
        "grid_place": engine.place_name(grid.place, language),
        "stands_in": grid.place != tender.country or not grid.year_from <= tender.year <= grid.year_to,
        "methods": {name: names.method_address(name, language) for name in offer_pages.METHODS},
    }


def _shown(row: Row, lowest: Row, tender: Tender, language: str) -> dict[str, Any]:
    cells = [_cell(row, judging, tender) for judging in tender.judgings]
    return {
        "row": row,
        "against": offer_pages.against(row, lowest),
        "cells": cells,
        "missed": [cell for cell in cells if cell["missed"]],
        "steps": _steps(row, tender, language),
    }


def _cell(row: Row, judging: offer_pages.Judging, tender: Tender) -> dict[str, Any]:
    known = offer_pages.amount_name(judging.axis, tender)
    return offer_pages.heading(judging, tender) | {
        "amount": offer_pages.amount_of(row, judging.axis),
        "points": row.judged.criterion_scores[known] if judging.weight_share else None,
        "missed": known in row.judged.missed,
    }


def _steps(row: Row, tender: Tender, language: str) -> list[dict[str, str]]:
    """Each figure of an offer as a calculation with its inputs filled in."""
    given: dict[str, Mapping[str, Any]] = {
        "offer_cost_currency": offer_pages.cost_inputs(tender, row.offer),
        "offer_ghg_kg": offer_pages.ghg_inputs(tender, row.offer, tender.grid.amount),
        "offer_waste_kg": offer_pages.waste_inputs(tender, row.offer),
    }
    if row.priced_cost is not None:
        given["cost_with_ghg_currency"] = {
            "offer_cost_currency": row.judged.cost_currency,
            "offer_ghg_t": row.judged.ghg_kg / offer_pages.KG_PER_T,
            "ghg_price_currency_per_ghg_t": tender.ghg_price,
        }
    weighted = {
        offer_pages.amount_name(each.axis, tender): each for each in tender.judgings if each.weight_share
    }
    given["offer_score"] = {
        "criterion_score": json.dumps({key: row.judged.criterion_scores[key] for key in weighted}),
        "criterion_weight_share": json.dumps({key: each.weight_share for key, each in weighted.items()}),
    }
    return [
        {
            "method": name,
            "title": engine.method(name).title,
            "address": f"{names.method_address(name, language)}?{urlencode(inputs)}#answer",
        }
        for name, inputs in given.items()
    ]


def offer_rows(tender: Tender) -> list[dict[str, Any]]:
    """The results, one row an offer, as a file holds them."""
    return [_row(row, tender) for row in offer_pages.rows(tender)[0]]


def _row(row: Row, tender: Tender) -> dict[str, Any]:
    said: dict[str, Any] = {
        "rank": row.rank,
        "name": row.offer.name,
        "currency": tender.currency,
        "service_years": tender.service_years,
        "cost_currency": row.judged.cost_currency,
        "cost_with_ghg_currency": row.priced_cost,
        "ghg_kg": row.ghg.value,
        "ghg_low_kg": row.ghg.low,
        "ghg_high_kg": row.ghg.high,
        "waste_kg": row.judged.waste_kg,
        "score": row.score and row.score.value,
        "score_low": row.score and row.score.low,
        "score_high": row.score and row.score.high,
        "missed": " ".join(row.judged.missed),
    }
    for axis in offer_pages.AXES:
        known = offer_pages.amount_name(axis, tender)
        used = any(each.axis is axis and each.weight_share for each in tender.judgings)
        if axis.asked:
            said[f"{axis.name}_offered"] = row.offer.amounts.get(axis.name)
        said[f"{axis.name}_score"] = row.judged.criterion_scores[known] if used else None
    return said


def offer_record(tender: Tender) -> dict[str, Any]:
    """The comparison with all that reproduces it."""
    grid = tender.grid
    terms = asdict(tender)
    return {
        "terms": {name: terms[name] for name in terms if name not in ("judgings", "offers")},
        "grid": {
            "factor": grid.factor_id,
            "amount": grid.amount,
            "unit": grid.unit,
            "source": grid.source,
            "licence": grid.licence,
        },
        "criteria": [
            {"name": each.axis.name, **{key: value for key, value in asdict(each).items() if key != "axis"}}
            for each in tender.judgings
        ],
        "offers": terms["offers"],
        "results": offer_rows(tender),
        "methods": list(offer_pages.METHODS),
    }
