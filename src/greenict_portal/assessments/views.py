"""The pages. Each makes one call to `actions` or reads through `queries`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from greenict_portal.assessments import (
    actions,
    downloads,
    engine,
    explain_pages,
    item_words,
    names,
    queries,
    result_pages,
    rule_words,
    tasks,
)
from greenict_portal.assessments.forms import GroupingForm, InventoryForm
from greenict_portal.assessments.models import Assessment, State
from greenict_portal.foundation.refusals import ActionRefused
from greenict_portal.foundation.viewers import known_viewer, viewer_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """The first page: what this is, and the example country."""
    return render(request, "assessments/front.html", queries.front_page())


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    """What the site does, and how it treats what is sent."""
    return render(request, "assessments/about.html", {"keep_days": settings.KEEP_DAYS})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Send an inventory; below, what this viewer sent before."""
    if request.method != "POST":
        decimal = "," if request.GET.get("decimal") == "comma" else "."
        return _start_page(
            request, InventoryForm(initial={"decimal": decimal, "profile": engine.DEFAULT_PROFILE})
        )
    form = InventoryForm(request.POST, request.FILES)
    if not form.is_valid():
        return _start_page(request, form, status=400)
    wanted = form.cleaned_data
    try:
        made = actions.receive(
            known_viewer(request),
            wanted.pop("file"),
            now=timezone.now(),
            then=tasks.check_inventory.enqueue,
            **wanted,
        )
    except ActionRefused as refusal:
        form.add_error(refusal.field or None, refusal.sentence)
        return _start_page(request, form, status=400)
    return redirect("assessments:assessment", pk=made.pk)


def _start_page(request: HttpRequest, form: InventoryForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "columns": [
            {"name": name, "unit": unit, "required": required, "meaning": names.said(names.COLUMNS, name)}
            for name, unit, required in engine.inventory_columns()
        ],
        "earlier": queries.assessments_of(viewer_of(request)),
        "limit": settings.UPLOAD_LIMIT_BYTES,
        "limit_mb": settings.UPLOAD_LIMIT_BYTES / 1e6,
        "keep_days": settings.KEEP_DAYS,
    }
    return render(request, "assessments/start.html", context, status=status)


@never_cache
@require_GET
def assessment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One assessment, wherever it stands: at work, checked, refused or done."""
    found = queries.assessment(viewer_of(request), pk)
    if found.at_work:
        return render(
            request, "assessments/waiting.html", {"assessment": found, "words": queries.progress_words(found)}
        )
    if found.state == State.CHECKED:
        return _check_page(request, found)
    if found.state == State.DONE:
        return _result_page(
            request, queries.result_of(found), _addresses(found), assessment=found, title=found.name
        )
    return render(request, "assessments/stopped.html", {"assessment": found})


def _check_page(request: HttpRequest, found: Assessment, form: GroupingForm | None = None) -> HttpResponse:
    report = found.check_report
    tags, bad = report.get("tags", []), report.get("bad", [])
    items = {item["item"]: item["name"] for item in report.get("items", [])}
    form = form or GroupingForm(tags=tags, initial={"by": tags[:1]})
    context = {
        "assessment": found,
        "report": report,
        "form": form,
        "items": [
            {**item, "words": item_words.item(item["item"], item["name"])} for item in report.get("items", [])
        ],
        "bad": rule_words.bad_rows(bad),
        "decimal_commas": found.decimal == "." and rule_words.has_decimal_commas(bad),
        "unknown_items": rule_words.lacks_items(bad),
        "remarks": result_pages.remarks(report.get("warnings", []), items),
    }
    return render(request, "assessments/check.html", context, status=400 if form.errors else 200)


@never_cache
@require_POST
def run(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Start the computing of a checked inventory."""
    viewer = viewer_of(request)
    found = queries.assessment(viewer, pk)
    form = GroupingForm(request.POST, tags=found.check_report.get("tags", []))
    if not form.is_valid():
        return _check_page(request, found, form)
    try:
        actions.start(viewer, pk, then=tasks.assess_inventory.enqueue, **form.cleaned_data)
    except actions.BadRowsLeft as refusal:
        form.add_error(refusal.field, refusal.sentence)
        return _check_page(request, found, form)
    return redirect("assessments:assessment", pk=pk)


@never_cache
@require_GET
def progress(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far the worker is, for the script of a waiting page."""
    found = queries.assessment(viewer_of(request), pk)
    return JsonResponse(
        {
            "finished": not found.at_work,
            "share": found.share_done if found.state == State.COMPUTING else None,
            "words": queries.progress_words(found),
            "address": reverse("assessments:assessment", args=[pk]),
        }
    )


@never_cache
@require_GET
def bad_rows(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Every bad row as CSV."""
    found = queries.assessment(viewer_of(request), pk)
    path = queries.bad_rows_path(found)
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename="bad-rows.csv", content_type="text/csv")


@never_cache
@require_GET
def explain(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What stands behind one figure of an assessment."""
    found, result = queries.finished(viewer_of(request), pk)
    figure = queries.figure_asked(result, request.GET.dict())
    return _explain_page(request, result, figure, _addresses(found), assessment=found, title=found.name)


@never_cache
@require_GET
def download(request: HttpRequest, pk: UUID, kind: str) -> HttpResponseBase:
    """The result as a file."""
    found, result = queries.finished(viewer_of(request), pk)
    return downloads.download(result, kind, found.name)


@never_cache
@require_POST
def delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Remove an assessment with its files."""
    actions.delete(viewer_of(request), pk)
    return redirect("assessments:start")


@require_GET
def example(request: HttpRequest) -> HttpResponse:
    """The example country as a result."""
    return _result_page(request, queries.example(), _example_addresses(), title=queries.example_title())


@require_GET
def example_explain(request: HttpRequest) -> HttpResponse:
    """What stands behind one figure of the example country."""
    result = queries.example()
    figure = queries.figure_asked(result, request.GET.dict())
    return _explain_page(request, result, figure, _example_addresses(), title=queries.example_title())


@require_GET
def example_download(request: HttpRequest, kind: str) -> HttpResponseBase:  # noqa: ARG001
    """The example country's result as a file."""
    return downloads.download(queries.example(), kind, "united-kingdom")


@require_GET
def example_inventory(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001
    """The example inventory, to try the site with."""
    path = engine.example_inventory()
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name, content_type="text/csv")


def _addresses(found: Assessment) -> dict[str, Any]:
    kinds = {kind: reverse("assessments:download", args=[found.pk, kind]) for kind in downloads.KINDS}
    return {
        "result": reverse("assessments:assessment", args=[found.pk]),
        "explain": reverse("assessments:explain", args=[found.pk]),
        "downloads": kinds,
    }


def _example_addresses() -> dict[str, Any]:
    return {
        "result": reverse("assessments:example"),
        "explain": reverse("assessments:example_explain"),
        "downloads": {kind: reverse("assessments:example_download", args=[kind]) for kind in downloads.KINDS},
    }


def _result_page(
    request: HttpRequest, result: engine.Result, addresses: Mapping[str, Any], **more: Any
) -> HttpResponse:
    asked = queries.figure_asked(result, {"category": request.GET.get("category", next(iter(result.totals)))})
    page = result_pages.result_page(result, str(asked["category"]))
    context = {
        "page": page,
        "addresses": addresses,
        "year_rows": result_pages.year_table(page.by_year),
        **more,
    }
    return render(request, "assessments/result.html", context)


def _explain_page(
    request: HttpRequest,
    result: engine.Result,
    figure: Mapping[str, str | None],
    addresses: Mapping[str, Any],
    **more: Any,
) -> HttpResponse:
    explanation = queries.explained(result, figure)
    context = {
        "explanation": explanation,
        "figure": explain_pages.figure_words(result, figure),
        "contributions": explain_pages.explained(result, explanation),
        "spread": explain_pages.spread_parts(result, explanation),
        "narrower": explain_pages.narrower(result, figure),
        "addresses": addresses,
        "meta": result.meta,
        "profile": result_pages.profile_name(result),
        **more,
    }
    if found := more.get("assessment"):
        lines = engine.lines(result, queries.upload_path(found), figure)
        context["lines"] = explain_pages.line_table(lines)
    return render(request, "assessments/explain.html", context)
