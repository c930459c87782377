"""The pages for what went wrong, in the page's language and design."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """400: a request that no form of ours makes."""
    return render(request, "foundation/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403: not allowed."""
    return render(request, "foundation/403.html", status=403)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: a form without its token, most often because cookies are off or the page is old."""
    return render(request, "foundation/403.html", {"form_expired": True}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404: nothing here, or nothing for this viewer: the two look alike."""
    return render(request, "foundation/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: a bug of ours; it reached the log."""
    return render(request, "foundation/500.html", status=500)


def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """A word for whoever watches the server."""
    return HttpResponse("ok", content_type="text/plain")
