"""The addresses of the calculators; the language stands before them."""

from __future__ import annotations

from django.urls import path

from greenict_portal.calculators import api, views

app_name = "calculators"
urlpatterns = [
    path("methods/", views.catalogue, name="catalogue"),
    path("methods/<slug:name>/", views.method, name="method"),
    path("methods/<slug:name>/keep/", views.keep, name="keep"),
    path("calculations/", views.calculations, name="calculations"),
    path("calculations/download/<slug:kind>", views.download, name="download"),
    path("calculations/delete/", views.delete_all, name="delete_all"),
    path("calculations/<uuid:pk>/delete/", views.delete, name="delete"),
    path("api/", api.reference, name="api"),
]
