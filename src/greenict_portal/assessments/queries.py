"""What the pages show of assessments. Every reading of a row names the viewer."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from greenict_portal.assessments import engine, names, result_pages, rules
from greenict_portal.assessments.models import Assessment, State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from django.db.models import QuerySet

    from greenict_portal.foundation.viewers import Viewer

LISTED = 20
EXPLAINED = 20


def upload_path(assessment: Assessment) -> Path:
    """Where the inventory lies."""
    return Path(settings.UPLOAD_FOLDER) / str(assessment.pk) / assessment.stored_as


def bad_rows_path(assessment: Assessment) -> Path:
    """Where its bad rows lie, as CSV."""
    return upload_path(assessment).with_name("bad-rows.csv")


def result_path(assessment: Assessment) -> Path:
    """Where its result lies."""
    return Path(settings.RESULT_FOLDER) / str(assessment.pk)


def example_path() -> Path:
    """Where the example country's result lies."""
    return Path(settings.RESULT_FOLDER) / "example"


def assessments_of(viewer: Viewer) -> QuerySet[Assessment]:
    """The newest assessments of this viewer, without what they hold."""
    mine = Assessment.objects.filter(owner_key=viewer.key) if viewer.key else Assessment.objects.none()
    return mine.defer("check_report", "problem")[:LISTED]


def assessment(viewer: Viewer, pk: UUID) -> Assessment:
    """The viewer's assessment; what belongs to somebody else is not there, as far as one can tell."""
    found = Assessment.objects.filter(pk=pk, owner_key=viewer.key).first() if viewer.key else None
    if found is None or not rules.may_see(viewer, found):
        raise Http404
    return found


def finished(viewer: Viewer, pk: UUID) -> tuple[Assessment, engine.Result]:
    """The viewer's assessment with its result."""
    found = assessment(viewer, pk)
    if found.state != State.DONE:
        raise Http404
    return found, result_of(found)


def result_of(found: Assessment) -> engine.Result:
    """The result of an assessment that is done."""
    return engine.open_result(result_path(found))


def example() -> engine.Result:
    """The result of the example country."""
    return engine.open_result(example_path() / "result")


def example_title() -> str:
    """What the example country's result is called."""
    years = {str(row["year"]) for row in engine.example_by_year(example_path())}
    return _("United Kingdom, %(year)s") % {"year": result_pages.span(years)}


def progress_words(found: Assessment) -> str:
    """What the worker is doing, in words."""
    if found.state == State.COMPUTING and found.step:
        return names.said(names.STEPS, found.step)
    if found.state == State.CHECKING:
        return _("The file is being read and checked.")
    return _("Waiting for the worker.")


def figure_asked(result: engine.Result, asked: Mapping[str, str]) -> dict[str, str | None]:
    """The figure that an address asks about; an empty value asks for what is not stated."""
    category = asked.get("category", result.meta["indicators"][0])
    unknown = set(asked) - set(result.keys)
    stage = asked.get("stage", "")
    if unknown or category not in result.totals or (stage and stage not in engine.STAGES):
        raise Http404(f"no figure {dict(asked)!r}")
    return {"category": category, **{key: value or None for key, value in asked.items() if key != "category"}}


def explained(result: engine.Result, figure: Mapping[str, str | None]) -> engine.Explanation:
    """What stands behind a figure; a value that does not occur in the result is no address."""
    try:
        return engine.explain(result, figure, EXPLAINED)
    except engine.BadArgument as trouble:
        raise Http404(str(trouble)) from trouble


def front_page() -> dict[str, Any]:
    """What the first page shows of the example country; the same for everyone, so made once for each language."""
    return _front_page(example_path() / "result", get_language() or "en")


@lru_cache(maxsize=8)
def _front_page(folder: Path, language: str) -> dict[str, Any]:  # noqa: ARG001  (the words differ by language)
    result = engine.open_result(folder)
    rows = engine.example_by_year(folder.parent)
    stock, flow, unit = result_pages.flows(rows)
    year = max(int(row["year"]) for row in rows)
    stages = result_pages.stages_by_year(result, "climate_change")
    return {
        "year": year,
        "first_year": min(int(row["year"]) for row in rows),
        "totals": result_pages.figures_of(result, year=str(year)),
        "stock": stock,
        "flow": flow,
        "flow_unit": unit,
        "stages": stages,
        "stages_unit": result.totals["climate_change"]["unit"],
        "flow_series": [*stock, *flow],
        "flow_rows": result_pages.year_table([*stock, *flow]),
        "stage_rows": result_pages.year_table(stages),
        "meta": result.meta,
        "missing": result_pages.missing_share(result, "climate_change"),
    }
