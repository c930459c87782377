"""The root addresses: every page begins with its language."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from greenict_portal.foundation import failures

urlpatterns: list[URLPattern | URLResolver] = [
    path("health", failures.health, name="health"),
    path("api/v1/", include("greenict_portal.calculators.api_urls")),
    *i18n_patterns(path("", include("greenict_portal.assessments.urls"))),
    *i18n_patterns(path("", include("greenict_portal.calculators.urls"))),
    *i18n_patterns(path("", include("greenict_portal.topics.urls"))),
]

handler400 = failures.bad_request
handler403 = failures.forbidden
handler404 = failures.not_found
handler500 = failures.broken
