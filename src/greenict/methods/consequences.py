"""Avoided emissions: the list of consequences of an ICT solution, and what each tier of assessment may be used for.

An effect is never added to a footprint or taken off it: it stands beside it.
"""

from __future__ import annotations

from greenict.methods.checks import require, require_same_keys
from greenict.methods.declaration import Table, method


@method
def consequences_ghg_kg(
    *, effect_ghg_kg: Table, effect_order_index: Table, order: str = "all", direction: str = "both"
) -> float:
    """Change of emissions by a list of consequences of an ICT solution, all of them or those of one order.

    Parameters
    ----------
    effect_ghg_kg : table of kg CO2e
        change of emissions by each effect against the reference; below 0 where emissions fall
    effect_order_index : table of index, 1 to 3
        order of each effect: 1 the solution's own footprint, 2 its use, 3 rebound and other effects of
        higher order
    order : one of all, 1, 2, 3, net second
        effects that are summed; net second is 1 and 2
    direction : one of both, increases, reductions
        increases and reductions are also told apart

    Returns
    -------
    kg CO2e
        change of emissions; below 0 where they fall

    Equation
    --------
    change = sum_e dI_e over the effects of the order and direction

    Validity
    --------
    Each branch of the tree of consequences once, increases as well as reductions. The result stands beside
    the footprint and is never netted with it.

    Raises
    ------
    BadArgument where the two tables name different effects, an order is no whole number, or an effect of
    the first order is below 0.

    Source
    ------
    ITU-T L.1480 (12/2022), tree of consequences; first, second and higher order effects.

    Status
    ------
    V on the rule

    Examples
    --------
    >>> consequences_ghg_kg(
    ...     effect_ghg_kg={"sensors": 50, "less fuel": -300, "more trips": 40},
    ...     effect_order_index={"sensors": 1, "less fuel": 2, "more trips": 3})
    -210.0
    """
    require_same_keys(effect_ghg_kg, effect_order_index, "effect_ghg_kg", "effect_order_index")
    for effect, number in effect_order_index.items():
        require(number in {1, 2, 3}, f"effect_order_index[{effect!r}]", number, "give 1, 2 or 3")
        require(
            number != 1 or effect_ghg_kg[effect] >= 0,
            f"effect_ghg_kg[{effect!r}]",
            effect_ghg_kg[effect],
            "the solution's own footprint is 0 or more; a reduction elsewhere has order 2",
        )
    orders = {"all": {1, 2, 3}, "net second": {1, 2}}.get(order) or {int(order)}
    changes = [change for effect, change in effect_ghg_kg.items() if effect_order_index[effect] in orders]
    kept = {
        "both": changes,
        "increases": [one for one in changes if one > 0],
        "reductions": [one for one in changes if one < 0],
    }
    return float(sum(kept[direction]))


@method
def tier_use_verdict(*, tier: str, purpose: str, consequence_tree: str = "yes") -> str:
    """Whether an assessment of a tier may be used for a purpose.

    Parameters
    ----------
    tier : one of 1, 2, 3
        tier 1 in full, tier 2 reduced, tier 3 screening
    purpose : one of public communication, consumer communication, comparison with others, decision inside, screening
        what the result is used for
    consequence_tree : one of yes, no
        whether the tree of consequences was drawn

    Returns
    -------
    verdict
        pass or fail

    Equation
    --------
    tier 3: fail for public and consumer communication and for comparison with others
    tiers 1 and 2: fail without a tree of consequences

    Validity
    --------
    That tier 3 stays out of public and consumer communication is verified; that it stays out of comparisons
    is a careful reading from background.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), tiers of assessment.

    Status
    ------
    V; comparison B-med

    Examples
    --------
    >>> tier_use_verdict(tier="3", purpose="public communication")
    'fail'
    """
    if tier == "3":
        return "pass" if purpose in {"decision inside", "screening"} else "fail"
    return "pass" if consequence_tree == "yes" else "fail"


@method
def tier_use_statement(*, tier: str) -> str:
    """What an assessment of a tier may be used for, in a sentence.

    Parameters
    ----------
    tier : one of 1, 2, 3
        tier 1 in full, tier 2 reduced, tier 3 screening

    Returns
    -------
    statement
        what the tier may be used for

    Equation
    --------
    the rule of tier_use_verdict in words

    Validity
    --------
    As tier_use_verdict.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    ITU-T L.1480 (12/2022), tiers of assessment.

    Status
    ------
    V

    Examples
    --------
    >>> tier_use_statement(tier="3")
    'Screening only: for decisions inside; not for the public, not for consumers. No tree of consequences is asked for.'
    """
    return {
        "1": "Full assessment: for every purpose, the public included. A tree of consequences is mandatory.",
        "2": "Reduced assessment: for every purpose, with what was left out named. A tree of consequences is mandatory.",
        "3": "Screening only: for decisions inside; not for the public, not for consumers. No tree of consequences is asked for.",
    }[tier]
