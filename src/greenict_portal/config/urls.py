"""The root addresses: every page begins with its language."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from greenict_portal.foundation import failures

urlpatterns: list[URLPattern | URLResolver] = [
    path("health", failures.health, name="health"),
    *i18n_patterns(path("", include("greenict_portal.assessments.urls"))),
]

handler400 = failures.bad_request
handler403 = failures.forbidden
handler404 = failures.not_found
handler500 = failures.broken
