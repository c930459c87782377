"""What every template knows: the language of the page, and its addresses in the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import DisallowedHost
from django.urls import translate_url
from django.utils.translation import get_language

from greenict_portal.foundation import languages

if TYPE_CHECKING:
    from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """The page's language, its direction, and the same page in every language."""
    address, host = request.get_full_path(), _host(request)
    current = languages.of(get_language())
    return {
        "page_language": current,
        "page_languages": [
            {
                "language": language,
                "address": translate_url(address, language.code),
                "absolute": host + translate_url(address, language.code),
                "current": language is current,
            }
            for language in languages.READY
        ],
    }


def _host(request: HttpRequest) -> str:
    """Scheme and name of the site; nothing on the page that refuses a name that is not ours."""
    try:
        return f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        return ""
