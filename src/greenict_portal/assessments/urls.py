"""The addresses of the assessments; the language stands before them."""

from __future__ import annotations

from django.urls import path

from greenict_portal.assessments import views

app_name = "assessments"
urlpatterns = [
    path("", views.front, name="front"),
    path("about/", views.about, name="about"),
    path("assess/", views.start, name="start"),
    path("example/", views.example, name="example"),
    path("example/explain/", views.example_explain, name="example_explain"),
    path("example/download/<slug:kind>", views.example_download, name="example_download"),
    path("example/inventory.csv", views.example_inventory, name="example_inventory"),
    path("assessments/<uuid:pk>/", views.assessment, name="assessment"),
    path("assessments/<uuid:pk>/progress", views.progress, name="progress"),
    path("assessments/<uuid:pk>/bad-rows.csv", views.bad_rows, name="bad_rows"),
    path("assessments/<uuid:pk>/run/", views.run, name="run"),
    path("assessments/<uuid:pk>/explain/", views.explain, name="explain"),
    path("assessments/<uuid:pk>/download/<slug:kind>", views.download, name="download"),
    path("assessments/<uuid:pk>/delete/", views.delete, name="delete"),
]
