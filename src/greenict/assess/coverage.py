"""What a result rests on, and what stood in for what: never silent."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from greenict.assess.groups import Floats, added
from greenict.factors.places import place_name
from greenict.tables.categories import CATEGORIES, DATA_CLASSES

if TYPE_CHECKING:
    from greenict.assess.computing import Computation
    from greenict.assess.matching import Gap
    from greenict.profiles import Profile

STAGE_WORDS = {"production": "production of ", "use": "use of ", "end_of_life": "end of life of ", "": ""}


def coverage(computation: Computation, profile: Profile) -> list[dict[str, Any]]:
    """For each category and data class: its value, its share of the category, the lines behind it.

    `share` is by absolute value; missing data have no value, only lines. A line counts in every class
    that one of its terms falls in, and `lines_share` is of all lines.
    """
    lines = _lines_by_key(computation)
    all_lines = float(lines.sum())
    values = computation.values(np.arange(len(computation.matched.terms)))
    value: dict[tuple[str, str], float] = defaultdict(float)
    size: dict[tuple[str, str], float] = defaultdict(float)
    keys: dict[tuple[str, str], set[int]] = defaultdict(set)
    for term, amount in zip(computation.matched.terms, values, strict=True):
        if term.driver.startswith("contract") and not amount:
            continue  # no contract is no data
        at = (term.category, term.data_class)
        value[at] += float(amount)
        size[at] += abs(float(amount))
        keys[at].add(term.key)
    for gap, where in computation.matched.gaps.items():
        keys[gap.category, "missing"] |= where
        value.setdefault((gap.category, "missing"), 0.0)
    rows = []
    for category in profile.indicators:
        whole = sum(size[at] for at in list(size) if at[0] == category)
        for data_class in DATA_CLASSES:
            at = (category, data_class)
            if at not in keys:
                continue
            counted = float(lines[sorted(keys[at])].sum())
            missing = data_class == "missing"
            rows.append(
                {
                    "category": category,
                    "data_class": data_class,
                    "value": None if missing else value[at],
                    "share": None if missing or whole == 0 else size[at] / whole,
                    "lines": int(counted),
                    "lines_share": counted / all_lines if all_lines else 0.0,
                }
            )
    return rows


def warnings(computation: Computation, profile: Profile) -> list[dict[str, Any]]:
    """Every step away from the exact factor and every gap, with how many lines it concerns."""
    lines = _lines_by_key(computation)
    matched = computation.matched
    steps: dict[tuple[str, str, str, str, str | None, str | None], set[int]] = defaultdict(set)
    for term in matched.terms:
        key = matched.keys[term.key]
        for step in term.steps:
            factor = matched.factors[term.second if term.second >= 0 else term.first]
            subject = "electricity" if term.scope == "2" and term.first < 0 else factor.item
            steps[step.code, step.message, subject, term.category, key["country"], key["year"]].add(term.key)
    found = [
        _warning(code, f"{subject}: {message}", subject, country, year, category, lines[sorted(where)].sum())
        for (code, message, subject, category, country, year), where in steps.items()
    ]
    for gap, where in matched.gaps.items():
        found.append(_gap(gap, int(lines[sorted(where)].sum())))
    found += _defaults(computation, profile)
    return sorted(found, key=lambda w: (-w["lines"], w["code"], w["message"], w["category"] or ""))


def _gap(gap: Gap, lines: int) -> dict[str, Any]:
    name = CATEGORIES[gap.category].name if gap.category in CATEGORIES else gap.category
    message = (
        f"{STAGE_WORDS.get(gap.stage, '')}{gap.item}: no factor for {name.lower()}; it is not in the figure"
    )
    return _warning("missing_factor", message, gap.item, None, None, gap.category, lines)


def _defaults(computation: Computation, profile: Profile) -> list[dict[str, Any]]:
    """Lifetimes and energies that the catalogue gave because the lines do not."""
    if "sold" in computation.groups.amounts:
        return []
    lines = _lines_by_key(computation)
    matched = computation.matched
    timed = {"whole_life": ("run",), "annualised": ("made", "discarded"), "purchase_year": ()}[profile.goods]
    lacking: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for term in matched.terms:
        key = matched.keys[term.key]
        item = str(key["item"])
        if term.first >= 0:
            lacking["default_energy", "no yearly energy is given", item].add(term.key)
        if term.driver in timed and key["has_lifetime"] != "true" and matched.items[item].is_good:
            lacking["default_lifetime", "no lifetime is given", item].add(term.key)
    return [
        _warning(
            code,
            f"{item}: {words}; the factor set's default stands in",
            item,
            None,
            None,
            None,
            lines[sorted(at)].sum(),
        )
        for (code, words, item), at in lacking.items()
    ]


def _warning(
    code: str,
    message: str,
    item: str | None,
    country: str | None,
    year: str | None,
    category: str | None,
    lines: float,
) -> dict[str, Any]:
    place = f" ({place_name(country)})" if country and place_name(country) not in message else ""
    return {
        "code": code,
        "message": message + place,
        "item": item,
        "country": country,
        "year": year,
        "category": category,
        "lines": int(lines),
    }


def _lines_by_key(computation: Computation) -> Floats:
    matched, groups = computation.matched, computation.groups
    return added(matched.key_of_group, groups.amounts["lines"], len(matched.keys))
