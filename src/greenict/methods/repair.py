"""Repair and circularity scores: the parts behind the Union's index, the French classes, L.1023 with its matrix.

The value matrix of L.1023 was not found in a public text: it is an argument, to be supplied from the
Recommendation.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from greenict.errors import UnknownName
from greenict.methods.checks import require, require_same_keys, require_sum_of_one
from greenict.methods.constants import shipped_rows
from greenict.methods.declaration import Table, method

if TYPE_CHECKING:
    from collections.abc import Mapping

# Highest number of steps for a score; more steps score 1.
STEPS = ((2, 5.0), (5, 4.0), (10, 3.0), (15, 2.0))


@cache
def _facts(kind: str) -> Mapping[str, float]:
    rows = (row for row in shipped_rows("eu_repairability.csv") if row["kind"] == kind)
    return {row["key"]: float(row["value"]) for row in rows}


def part_weights() -> Mapping[str, float]:
    """Return the weight of each priority part of a smartphone that does not fold."""
    return _facts("part_weight")


def _over_parts(by_part: Mapping[str, float], argument: str) -> float:
    weights = part_weights()
    for part in by_part:
        if part not in weights:
            raise UnknownName(
                f"part of {argument}", part, list(weights), mend=f"parts are {', '.join(weights)}"
            )
    missing = [part for part in weights if part not in by_part]
    require(not missing, argument, dict(by_part), f"give the missing parts too: {', '.join(missing)}")
    return sum(weight * by_part[part] for part, weight in weights.items())


@method
def eu_disassembly_depth_score(*, part_steps: Table) -> float:
    """Score of the depth of disassembly in the repairability index of the Union.

    Parameters
    ----------
    part_steps : table of steps, >= 0
        steps to take out each priority part: battery, display_assembly, back_cover, front_camera, rear_camera,
        charging_port, buttons, microphone, speaker

    Returns
    -------
    score
        S_DD, from 1 to 5

    Equation
    --------
    S_DD = sum_part w * s; s = 5 to 2 steps, 4 to 5, 3 to 10, 2 to 15, 1 beyond

    Validity
    --------
    Smartphones that do not fold; folding ones and tablets have other weights. Verify the weights in the act.

    Raises
    ------
    UnknownName for a part of another name; BadArgument where a part is missing.

    Source
    ------
    Regulation (EU) 2023/1669, annex IV, part weights and steps through secondary pages.

    Status
    ------
    V, secondary source

    Examples
    --------
    >>> round(eu_disassembly_depth_score(part_steps={
    ...     "battery": 2, "display_assembly": 6, "back_cover": 2, "front_camera": 12, "rear_camera": 12,
    ...     "charging_port": 10, "buttons": 20, "microphone": 10, "speaker": 5}), 6)
    3.65
    """
    scores = {part: _score_of_steps(steps) for part, steps in part_steps.items()}
    return _over_parts(scores, "part_steps")


def _score_of_steps(steps: float) -> float:
    return next((score for most, score in STEPS if steps <= most), 1.0)


@method
def eu_parts_score(*, part_score: Table) -> float:
    """Score of fasteners, tools or spare parts in the repairability index of the Union, from its parts.

    Parameters
    ----------
    part_score : table of score, 1 to 5
        score of each priority part: battery, display_assembly, back_cover, front_camera, rear_camera,
        charging_port, buttons, microphone, speaker; fasteners score 5 reusable, 3 resupplied, 1 removable

    Returns
    -------
    score
        weighted score, from 1 to 5

    Equation
    --------
    S = sum_part w * s

    Validity
    --------
    Smartphones that do not fold; folding ones and tablets have other weights. Verify the weights in the act.

    Raises
    ------
    UnknownName for a part of another name; BadArgument where a part is missing.

    Source
    ------
    Regulation (EU) 2023/1669, annex IV, part weights through secondary pages; the 1 of removable fasteners is background
    reading.

    Status
    ------
    V, secondary source

    Examples
    --------
    >>> round(eu_parts_score(part_score={
    ...     "battery": 5, "display_assembly": 3, "back_cover": 3, "front_camera": 1, "rear_camera": 1,
    ...     "charging_port": 1, "buttons": 1, "microphone": 1, "speaker": 1}), 6)
    3.0
    """
    return _over_parts(part_score, "part_score")


@method
def fr_repairability_class(*, repairability_score: float) -> str:
    """Colour of the French repairability index.

    Parameters
    ----------
    repairability_score : score, 0 to 10
        index out of 10

    Returns
    -------
    class
        dark green, light green, yellow, orange or red

    Equation
    --------
    dark green from 8, light green from 6, yellow from 4, orange from 2, red below

    Validity
    --------
    The index to one decimal.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    French order of 29 December 2020 on the sign of the repairability index (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> fr_repairability_class(repairability_score=7.0)
    'light green'
    """
    colours = (("dark green", 8.0), ("light green", 6.0), ("yellow", 4.0), ("orange", 2.0))
    shown = round(repairability_score, 1)
    return next((colour for colour, lower in colours if shown >= lower), "red")


@method
def circularity_aspect_percent(
    *, relevance_score: Table, improvement_score: Table, matrix_percent: Table
) -> float:
    """Circularity of one aspect of a good after L.1023, as the mean over its indicators.

    Parameters
    ----------
    relevance_score : table of score, >= 0
        relevance R of each indicator by its level in the matrix; 0 for one that does not apply
    improvement_score : table of score, >= 0
        margin of improvement MI of the same indicators, by its level in the matrix
    matrix_percent : table of %, 0 to 100
        value of each pair of levels, written as "R,MI" such as "3,1"; to be supplied from the Recommendation

    Returns
    -------
    %
        score of the aspect: product durability, the good's ability to be repaired and recycled, or the maker's

    Equation
    --------
    S = mean of M[R_i, MI_i] over the indicators that apply

    Validity
    --------
    One of the three aspects at a time. The matrix was not found in a public text and none ships.

    Raises
    ------
    BadArgument where the two tables name different indicators, none applies, or the matrix lacks a pair.

    Source
    ------
    ITU-T L.1023 (08/2023), procedure; value matrix to be supplied from the Recommendation.

    Status
    ------
    V for the procedure

    Examples
    --------
    >>> circularity_aspect_percent(
    ...     relevance_score={"battery": 2, "casing": 1, "fan": 0}, improvement_score={"battery": 1, "casing": 2, "fan": 1},
    ...     matrix_percent={"2,1": 80, "1,2": 40})
    60.0
    """
    require_same_keys(relevance_score, improvement_score, "relevance_score", "improvement_score")
    values = {pair.replace(" ", ""): value for pair, value in matrix_percent.items()}
    applying = [name for name, relevance in relevance_score.items() if relevance > 0]
    require(bool(applying), "relevance_score", relevance_score, "no indicator applies; give one above 0")
    scores = []
    for name in applying:
        pair = f"{relevance_score[name]:g},{improvement_score[name]:g}"
        mend = f"the pair {pair!r} of {name} is missing; supply the whole matrix from the Recommendation"
        require(pair in values, "matrix_percent", matrix_percent, mend)
        scores.append(values[pair])
    return sum(scores) / len(scores)


@method
def circularity_single_percent(*, aspect_percent: Table, aspect_weight_share: Table) -> float:
    """Circularity of a good in one figure, from its aspects after L.1023.

    Parameters
    ----------
    aspect_percent : table of %, 0 to 100
        score of each aspect
    aspect_weight_share : table of share, 0 to 1
        weight of each aspect; they add up to 1

    Returns
    -------
    %
        weighted score

    Equation
    --------
    S = sum_aspect w * S_aspect

    Validity
    --------
    The Recommendation reports the three aspects apart; a single figure needs weights, such as from an analytic hierarchy.

    Raises
    ------
    BadArgument where the tables name different aspects or the weights do not add up to 1.

    Source
    ------
    ITU-T L.1023 (08/2023); weights by analytic hierarchy after Andrae 2022 (background reading).

    Status
    ------
    B-high

    Examples
    --------
    >>> round(circularity_single_percent(
    ...     aspect_percent={"durability": 60, "equipment": 40, "manufacturer": 80},
    ...     aspect_weight_share={"durability": 0.5, "equipment": 0.3, "manufacturer": 0.2}), 6)
    58.0
    """
    require_same_keys(aspect_percent, aspect_weight_share, "aspect_percent", "aspect_weight_share")
    require_sum_of_one(list(aspect_weight_share.values()), "aspect_weight_share")
    return sum(aspect_weight_share[name] * score for name, score in aspect_percent.items())
