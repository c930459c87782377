"""Published totals of the ICT sector: what studies say, each with its year, boundary and standing.

The rows stand in `data/ict_sector.csv` with source and status: seen in a public source, derived by arithmetic, or read
from background. Studies differ in boundary and are shown side by side, not averaged.
"""

from __future__ import annotations

from functools import cache

from greenict.errors import UnknownName
from greenict.methods.constants import shipped_rows
from greenict.methods.declaration import method


@cache
def published_totals() -> tuple[dict[str, str], ...]:
    """Return the rows of the table, in its order: study, year, segment, metric, value, unit, status, source."""
    return tuple(shipped_rows("ict_sector.csv"))


def _row(study: str, year: str, segment: str, metrics: tuple[str, ...]) -> dict[str, str]:
    rows = [row for row in published_totals() if row["metric"] in metrics]
    for row in rows:
        if (row["study"], row["year"], row["segment"]) == (study, year, segment):
            return row
    known = [f"{row['study']}: {row['year']}, {row['segment']}" for row in rows]
    of_study = [one for one in known if one.startswith(study)] or known
    raise UnknownName(
        "published total", f"{study}: {year}, {segment}", known, mend=f"there are {'; '.join(of_study)}"
    )


@method
def published_energy_twh(*, study: str, year: str, segment: str = "ICT sector") -> float:
    """Electricity of the ICT sector or a part of it in a year, as a study published it.

    Parameters
    ----------
    study : one of Malmodin et al. 2024, Ericsson 2007 study, Ericsson update, Malmodin and Lundén 2018, ITU/WBA Greening Digital Companies 2025, Sustainable Web Design model v4 inputs, IEA Energy and AI
        study
    year : one of 2020, 2007, 2020 (revised), 2023, 2015, 2022, 2024, 2030
        year of the figure
    segment : one of ICT sector, data centres, networks, user devices with IoT, 164 of 200 largest digital companies, user devices, data centres (base case)
        sector or part

    Returns
    -------
    TWh
        electricity in the use stage

    Equation
    --------
    the row of the table with this study, year and segment

    Validity
    --------
    Each study has its own boundary. Rows derived by arithmetic and rows read from background are marked so
    in the table.

    Raises
    ------
    UnknownName where the study has no such figure; the message lists those it has.

    Source
    ------
    Table of published totals, data/ict_sector.csv, with the source of each row.

    Status
    ------
    V, D or B as the row says

    Examples
    --------
    >>> published_energy_twh(study="Malmodin et al. 2024", year="2020")
    915.0
    """
    return float(
        _row(study, year, segment, ("use-stage electricity", "operational electricity", "electricity"))[
            "value"
        ]
    )


@method
def published_ghg_mt(
    *, study: str, year: str, segment: str = "ICT sector", metric: str = "life-cycle GHG"
) -> float:
    """GHG of the ICT sector or a part of it in a year, as a study published it.

    Parameters
    ----------
    study : one of Malmodin et al. 2024, Ericsson 2007 study, Ericsson update, Malmodin and Lundén 2018
        study
    year : one of 2020, 2007, 2020 (revised), 2023, 2015
        year of the figure
    segment : one of ICT sector, networks, user devices, data centres with enterprise networks
        sector or part
    metric : one of life-cycle GHG, operational GHG
        boundary of the figure

    Returns
    -------
    Mt CO2e
        GHG

    Equation
    --------
    the row of the table with this study, year, segment and metric

    Validity
    --------
    Each study has its own boundary. Rows read from background are marked so in the table.

    Raises
    ------
    UnknownName where the study has no such figure; the message lists those it has.

    Source
    ------
    Table of published totals, data/ict_sector.csv, with the source of each row.

    Status
    ------
    V or B as the row says

    Examples
    --------
    >>> published_ghg_mt(study="Ericsson update", year="2023")
    750.0
    """
    return float(_row(study, year, segment, (metric,))["value"])


@method
def published_world_share_percent(*, edge: str, rows: str = "all") -> float:
    """Share of the ICT sector in the emissions of the world, the lowest and the highest that studies published.

    Parameters
    ----------
    edge : one of lowest, highest
        edge of the range
    rows : one of all, verified
        all rows, or only those seen in a public source

    Returns
    -------
    %
        share in the emissions of the world

    Equation
    --------
    lowest or highest of the shares of global GHG in the table

    Validity
    --------
    2020. From 1.4 % (Malmodin et al. 2024, sector without television) to 3.9 % (Freitag et al. 2021, wider
    boundary with full supply chains). The spread is of boundaries, not of chance.

    Raises
    ------
    Nothing beyond the bounds of its arguments.

    Source
    ------
    Malmodin et al. 2024; Freitag et al. 2021; table of published totals, data/ict_sector.csv.

    Status
    ------
    V

    Examples
    --------
    >>> published_world_share_percent(edge="lowest"), published_world_share_percent(edge="highest")
    (1.4, 3.9)
    """
    metrics = (
        "share of global GHG",
        "share of global GHG low",
        "share of global GHG high",
        "unadjusted share low",
        "unadjusted share high",
    )
    shares = [
        float(row["value"])
        for row in published_totals()
        if row["metric"] in metrics and (rows == "all" or row["status"] == "V")
    ]
    return min(shares) if edge == "lowest" else max(shares)


@method
def published_total_statement(*, study: str, year: str, segment: str, metric: str) -> str:
    """A published total of the ICT sector in a sentence, with its unit, source and standing.

    Parameters
    ----------
    study : one of Malmodin et al. 2024, Ericsson 2007 study, Ericsson update, Malmodin and Lundén 2018, Freitag et al. 2021, ITU/WBA Greening Digital Companies 2025, Sustainable Web Design model v4 inputs, IEA Energy and AI
        study
    year : one of 2020, 2007, 2020 (revised), 2023, 2015, 2017-2023, 2022, 2024, 2030
        year of the figure
    segment : one of ICT sector, data centres, networks, user devices with IoT, fixed broadband, mobile, all network subscriptions, user devices, data centres with enterprise networks, ICT with a wider boundary, ICT, 164 of 200 largest digital companies, 166 of 200 largest digital companies, data centres (base case)
        sector or part
    metric : one of use-stage electricity, life-cycle GHG, share of global electricity, share of global GHG, share of life-cycle GHG, embodied share of life-cycle GHG, operational electricity, of which grid, of which on-site generated, operational GHG, GHG per subscription, share of global GHG low, share of global GHG high, unadjusted share low, unadjusted share high, GHG range low, GHG range high, electricity, share of energy-related GHG, annual electricity growth
        what is measured

    Returns
    -------
    statement
        value, unit, source and status

    Equation
    --------
    the row of the table with this study, year, segment and metric

    Validity
    --------
    V seen in a public source, D arithmetic on such figures, B-high and B-med read from background.

    Raises
    ------
    UnknownName where the study has no such figure; the message lists those it has.

    Source
    ------
    Table of published totals, data/ict_sector.csv, with the source of each row.

    Status
    ------
    V, D or B as the row says

    Examples
    --------
    >>> published_total_statement(study="Malmodin et al. 2024", year="2020", segment="ICT sector", metric="share of global GHG")
    'about 1.4 percent; status V; paper abstract'
    """
    row = _row(study, year, segment, (metric,))
    amount = f"{row['precision']} {row['value']} {row['unit']}".strip()
    return f"{amount}; status {row['status']}; {row['source']}"
