"""How much and how often a user may send, and how an upload reaches the disk."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.utils.translation import gettext as _

from greenict_portal.foundation import numbers
from greenict_portal.foundation.refusals import ActionRefused, Answer, refusal_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

FORM_OVERHEAD_BYTES = 100_000
PIECE_BYTES = 1 << 20
HOUR = 3600


class UploadTooLarge(ActionRefused):
    """A request that carries more than an upload may hold."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE


class TooManyUploads(ActionRefused):
    """Too many uploads from one address within the hour."""

    status = HTTPStatus.TOO_MANY_REQUESTS


class TooOften(ActionRefused):
    """Too many requests of one kind from one address within the hour."""

    status = HTTPStatus.TOO_MANY_REQUESTS


class ToDisk(TemporaryFileUploadHandler):
    """Streams every upload to a file in pieces, whatever its size; never into memory."""


class UploadLimits:
    """Refuses an upload before its body is read: Django's own reading has no limit for files."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what is within the limits."""
        if request.method != "POST" or request.content_type != "multipart/form-data":
            return self.get_response(request)
        try:
            refuse_too_large(request)
            refuse_too_many(request)
        except ActionRefused as refusal:
            _read_away(request)
            return refusal_page(request, refusal)
        return self.get_response(request)


def refuse_too_large(request: HttpRequest) -> None:
    """Refuse a body larger than the largest upload."""
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    limit = settings.UPLOAD_LIMIT_BYTES
    if size > limit + FORM_OVERHEAD_BYTES:
        raise UploadTooLarge(
            _(
                "The file has %(size)s MB; at most %(limit)s MB are taken. Split it by site or by year, "
                "or send it as Parquet or as CSV packed with gzip."
            )
            % {"size": numbers.number(size / 1e6), "limit": numbers.number(limit / 1e6)}
        )


def refuse_too_many(request: HttpRequest) -> None:
    """Refuse an upload too many within the hour from one address."""
    if within_the_hour(request, "uploads") > settings.UPLOADS_PER_HOUR:
        raise TooManyUploads(
            _(
                "More than %(limit)s uploads came from your address within one hour. Wait a little and send it again."
            )
            % {"limit": numbers.number(settings.UPLOADS_PER_HOUR)}
        )


def refuse_too_often(request: HttpRequest, what: str, limit: int) -> None:
    """Refuse a request of one kind that is one too many within the hour from one address."""
    if within_the_hour(request, what) > limit:
        raise TooOften(
            _(
                "More than %(limit)s requests of this kind came from your address within one hour. "
                "Wait a little and send it again."
            )
            % {"limit": numbers.number(limit)}
        )


def within_the_hour(request: HttpRequest, what: str) -> int:
    """Count this request; return how many of its kind one address has sent within the hour."""
    key = f"{what}:" + hashlib.sha256(address_of(request).encode()).hexdigest()[:32]
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key)
    except ValueError:  # the count ran out between the two calls
        return 1


def address_of(request: HttpRequest) -> str:
    """The address that sends, as the last trusted machine saw it."""
    if settings.BEHIND_PROXY:
        return str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def _read_away(request: HttpRequest) -> None:
    """Read and drop a refused body, up to twice the limit: a browser shows our page only after sending its file."""
    left = 2 * settings.UPLOAD_LIMIT_BYTES
    while left > 0:
        piece = request.read(min(PIECE_BYTES, left))
        if not piece:
            return
        left -= len(piece)
