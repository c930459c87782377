"""The pages. Each makes one call to `actions` or reads through `queries`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from greenict_portal.calculators import actions, downloads, method_pages, names, queries
from greenict_portal.calculators.forms import MethodForm
from greenict_portal.foundation import limits
from greenict_portal.foundation.viewers import known_viewer, viewer_of

if TYPE_CHECKING:
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from greenict_portal.calculators import engine

KEEPS_PER_HOUR = 600


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The topics, and the methods of one or those that a search finds."""
    page = queries.catalogue_page(request.GET.get("q", "")[:200], request.GET.get("topic", ""))
    return render(request, "calculators/catalogue.html", page)


@require_safe
def method(request: HttpRequest, name: str) -> HttpResponse:
    """One method; with inputs in the address, its result."""
    found = queries.method(name)
    form = MethodForm(found, request.GET.dict())
    return _method_page(request, form, form.answer() if form.is_asked else None)


def _method_page(
    request: HttpRequest, form: MethodForm, answer: engine.Answer | None, status: int = 200
) -> HttpResponse:
    found = form.method
    context = {
        "method": found,
        "topic": names.topic(found.topic),
        "unit": names.unit(found.unit),
        "form": form,
        "answer": method_pages.answer_page(answer, form.given) if answer else None,
        # The library escapes what it typesets; the equations are its own.
        "equation": mark_safe(found.equation_mathml),  # noqa: S308
        "refuses": method_pages.refusals(found),
        "example": method_pages.example_question(found),
        "keep_days": settings.KEEP_DAYS,
    }
    return render(request, "calculators/method.html", context, status=status)


@never_cache
@require_POST
def keep(request: HttpRequest, name: str) -> HttpResponse:
    """Keep a calculation; it is computed again here, so that no value is taken from a form."""
    found = queries.method(name)
    asked = {key: value for key, value in request.POST.dict().items() if key != "csrfmiddlewaretoken"}
    form = MethodForm(found, asked)
    answer = form.answer()
    if answer is None:
        return _method_page(request, form, None, status=400)
    limits.refuse_too_often(request, "calculations", KEEPS_PER_HOUR)
    actions.keep(known_viewer(request), answer, form.given, now=timezone.now())
    return redirect("calculators:calculations")


@never_cache
@require_GET
def calculations(request: HttpRequest) -> HttpResponse:
    """What this viewer has kept."""
    rows = queries.calculation_rows(viewer_of(request), timezone.now())
    return render(request, "calculators/calculations.html", {"rows": rows, "keep_days": settings.KEEP_DAYS})


@never_cache
@require_GET
def download(request: HttpRequest, kind: str) -> HttpResponse:
    """What this viewer has kept, as a file."""
    return downloads.download(queries.calculations_of(viewer_of(request), timezone.now()), kind)


@never_cache
@require_POST
def delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Remove one calculation."""
    actions.delete(viewer_of(request), pk)
    return redirect("calculators:calculations")


@never_cache
@require_POST
def delete_all(request: HttpRequest) -> HttpResponse:
    """Remove all of them."""
    actions.delete_all(viewer_of(request))
    return redirect("calculators:calculations")
