"""The addresses of the topics; the language stands before them."""

from __future__ import annotations

from django.urls import path

from greenict_portal.topics import views

app_name = "topics"
urlpatterns = [
    path("topics/", views.index, name="index"),
    path("topics/<slug:slug>/", views.topic, name="topic"),
    path("sector/", views.sector, name="sector"),
    path("sector/download/<slug:kind>", views.sector_download, name="sector_download"),
    path("compare/", views.compare, name="compare"),
    path("compare/offers/", views.offers, name="offers"),
    path("compare/offers/download/<slug:kind>", views.offers_download, name="offers_download"),
]
