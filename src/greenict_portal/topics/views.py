"""The pages. Each reads through `queries`; nothing here writes."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from greenict_portal.foundation import languages
from greenict_portal.topics import downloads, queries
from greenict_portal.topics.forms import DEFAULT_YEARS, DeviceForm, NetworkForm, OfferForm, offers_filled


def _language() -> str:
    return languages.of(get_language()).code


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every topic of clause D4."""
    return render(request, "topics/index.html", {"topics": queries.topic_list(_language())})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic: what it is about, with figures and sources, and its calculations."""
    page = queries.topic(slug, _language())
    if page is None:
        raise Http404
    return render(request, "topics/topic.html", page)


@require_safe
def sector(request: HttpRequest) -> HttpResponse:
    """The ICT sector year by year, as studies published it."""
    return render(request, "topics/sector.html", queries.sector())


@require_safe
def sector_download(request: HttpRequest, kind: str) -> HttpResponse:  # noqa: ARG001
    """The published series as a file."""
    if kind not in downloads.KINDS:
        raise Http404
    return downloads.download(queries.sector_points(), kind)


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Devices or network equipment of one class side by side; the address reproduces the page."""
    chosen = request.GET.get("class", queries.DEFAULT_CLASS)
    if queries.is_device(chosen):
        return _compare_page(request, chosen, *_devices(request, chosen))
    if queries.is_network(chosen):
        return _compare_page(request, chosen, *_networks(request, chosen))
    raise Http404


Filled = tuple[DeviceForm | NetworkForm, dict[str, Any]]


def _devices(request: HttpRequest, chosen: str) -> Filled:
    newest = queries.grid_years()[0]
    wanted = {"country": "WORLD", "year": str(newest), "years": str(DEFAULT_YEARS)} | request.GET.dict()
    form = DeviceForm(wanted, language=_language())
    if not form.is_valid():
        return form, {}
    given = form.cleaned_data
    page = queries.devices(
        chosen,
        country=given["country"],
        year=given["year"],
        years=given["years"],
        own=form.own(),
        language=_language(),
    )
    return form, page


def _networks(request: HttpRequest, chosen: str) -> Filled:
    form = NetworkForm(request.GET.dict(), loads=queries.network_loads(chosen))
    if not form.is_valid():
        return form, {}
    return form, queries.networks(
        chosen, own=form.own(), uncertainty=form.cleaned_data.get("uncertainty") or 0.0
    )


def _compare_page(
    request: HttpRequest, chosen: str, form: DeviceForm | NetworkForm, page: dict[str, Any]
) -> HttpResponse:
    context = {
        "chosen": chosen,
        "tabs": queries.compare_tabs(chosen),
        "form": form,
        "page": page,
        "is_device": queries.is_device(chosen),
    }
    return render(request, "topics/compare.html", context, status=400 if form.errors else 200)


@require_safe
def offers(request: HttpRequest) -> HttpResponse:
    """The offers of a tender side by side; the address reproduces the page."""
    return _offers_page(request, _offer_form(request))


@require_safe
def offers_download(request: HttpRequest, kind: str) -> HttpResponse:
    """The comparison as a file; the page with its refusals where it cannot be made."""
    if kind not in downloads.KINDS:
        raise Http404
    form = _offer_form(request)
    tender = form.tender() if form.is_valid() else None
    if tender is None:
        return _offers_page(request, form, status=400)
    if kind == "csv":
        return downloads.csv_file("offers", queries.offers_rows(tender))
    return downloads.json_file("offers", queries.offers_record(tender))


def _offer_form(request: HttpRequest) -> OfferForm:
    return OfferForm(offers_filled(request.GET.dict()), language=_language())


def _offers_page(request: HttpRequest, form: OfferForm, status: int = 200) -> HttpResponse:
    tender = form.tender() if form.is_valid() else None
    context = {
        "form": form,
        "page": queries.offers(tender, _language()) if tender else {},
        "question": request.GET.urlencode(),
        "example": queries.offers_example(),
        "missing": status != 200 and not form.errors,
    }
    return render(request, "topics/offers.html", context, status=400 if form.errors else status)
