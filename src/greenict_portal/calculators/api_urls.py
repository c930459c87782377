"""The addresses of the API; no language stands before them."""

from __future__ import annotations

from django.urls import path, re_path

from greenict_portal.calculators import api

urlpatterns = [path("", api.nothing), path("", api.with_problems()), re_path(r".*", api.nothing)]
