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
from greenict_portal.calculators.beside import FIELD, Beside
from greenict_portal.calculators.forms import MethodForm
from greenict_portal.foundation import limits
from greenict_portal.foundation.viewers import known_viewer, viewer_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from django.http import HttpRequest, HttpResponse

    from greenict_portal.calculators import engine

KEEPS_PER_HOUR = 600
NO_INPUTS = {"csrfmiddlewaretoken", FIELD}


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """The topics, and the methods of one or those that a search finds."""
    page = queries.catalogue_page(request.GET.get("q", "")[:200], request.GET.get("topic", ""))
    return render(request, "calculators/catalogue.html", {**page, "beside": Beside.read(request.GET.dict())})


@require_safe
def method(request: HttpRequest, name: str) -> HttpResponse:
    """One method; with inputs in the address, its result."""
    found = queries.method(name)
    asked = request.GET.dict()
    form = MethodForm(found, _inputs(asked))
    return _method_page(request, form, form.answer() if form.is_asked else None, Beside.read(asked))


def _inputs(asked: Mapping[str, str]) -> dict[str, str]:
    """What is meant for the method."""
    return {name: text for name, text in asked.items() if name not in NO_INPUTS}


def _method_page(
    request: HttpRequest, form: MethodForm, answer: engine.Answer | None, beside: Beside, status: int = 200
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
        "beside": beside,
        "keep_days": settings.KEEP_DAYS,
    }
    return render(request, "calculators/method.html", context, status=status)


@never_cache
@require_POST
def keep(request: HttpRequest, name: str) -> HttpResponse:
    """Keep a calculation; it is computed again here, so that no value is taken from a form."""
    found = queries.method(name)
    asked = request.POST.dict()
    form, beside = MethodForm(found, _inputs(asked)), Beside.read(asked)
    answer = form.answer()
    if answer is None:
        return _method_page(request, form, None, beside, status=400)
    limits.refuse_too_often(request, "calculations", KEEPS_PER_HOUR)
    actions.keep(known_viewer(request), answer, form.given, now=timezone.now(), beside=beside.id)
    return redirect(beside.calculations)


@never_cache
@require_GET
def calculations(request: HttpRequest) -> HttpResponse:
    """What this viewer has kept, all of it or what stands beside one assessment."""
    beside = Beside.read(request.GET.dict())
    rows = queries.calculation_rows(viewer_of(request), timezone.now(), beside.id)
    context = {"rows": rows, "beside": beside, "keep_days": settings.KEEP_DAYS}
    return render(request, "calculators/calculations.html", context)


@never_cache
@require_GET
def download(request: HttpRequest, kind: str) -> HttpResponse:
    """What this viewer has kept, all of it or what stands beside one assessment, as a file."""
    beside = Beside.read(request.GET.dict())
    return downloads.download(queries.calculations_of(viewer_of(request), timezone.now(), beside.id), kind)


@never_cache
@require_POST
def delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Remove one calculation."""
    actions.delete(viewer_of(request), pk)
    return redirect(Beside.read(request.POST.dict()).calculations)


@never_cache
@require_POST
def delete_all(request: HttpRequest) -> HttpResponse:
    """Remove all of them, or all that stand beside one assessment."""
    beside = Beside.read(request.POST.dict())
    actions.delete_all(viewer_of(request), beside.id)
    return redirect(beside.calculations)
