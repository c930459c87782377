"""Django's settings.

What differs between sites comes from the environment:

GREENICT_HOME           folder of database, uploads and results (~/.local/share/greenict)
GREENICT_DATABASE_URL   postgresql://user:password@host/name instead of the file in GREENICT_HOME
GREENICT_HOSTS          names under which the site may be called, with commas (localhost)
GREENICT_ORIGINS        https://… origins trusted for forms behind a proxy, with commas
GREENICT_HTTPS          1 behind a proxy that speaks https and sets X-Forwarded-Proto
GREENICT_PROXY          1 when the last address in X-Forwarded-For is to be believed
GREENICT_UPLOAD_MB      largest upload (500)
GREENICT_DEBUG          1 while developing
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from greenict_portal.config import places
from greenict_portal.foundation import languages


def _listed(name: str, default: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


PACKAGE = Path(__file__).resolve().parent.parent
GREENICT_HOME = places.home()
SECRET_KEY = places.secret_key(GREENICT_HOME)
DEBUG = os.environ.get("GREENICT_DEBUG") == "1"
ALLOWED_HOSTS = _listed("GREENICT_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = _listed("GREENICT_ORIGINS", "")

# Wagtail's own apps come after `assessments` and before Django's, with its addresses last in `urls.py`.
INSTALLED_APPS = [
    "greenict_portal.foundation",
    "greenict_portal.assessments",
    "greenict_portal.calculators",
    "greenict_portal.topics",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "greenict_portal.foundation.headers.PolicyHeaders",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Before the check of the form's token, which reads the whole body.
    "greenict_portal.foundation.limits.UploadLimits",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "greenict_portal.foundation.refusals.Refusals",
]

ROOT_URLCONF = "greenict_portal.config.urls"
WSGI_APPLICATION = "greenict_portal.config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "greenict_portal.foundation.context.page",
                "greenict_portal.config.navigation.navigation",
            ],
            "builtins": ["django.templatetags.i18n", "greenict_portal.foundation.templatetags.greenict"],
        },
    }
]

DATABASES = {"default": places.database(GREENICT_HOME, os.environ.get("GREENICT_DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# One process serves by default; a site with several sets a shared cache here.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

LANGUAGE_CODE = "en"
LANGUAGES = [(language.code, language.name) for language in languages.READY]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_COOKIE_NAME = "language"

STATIC_URL = "/static/"
STATIC_ROOT = GREENICT_HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600

# Uploads go to disk in pieces, beside the place where they stay, so that keeping one is a rename.
UPLOAD_FOLDER = GREENICT_HOME / "uploads"
RESULT_FOLDER = GREENICT_HOME / "results"
UPLOAD_LIMIT_BYTES = int(os.environ.get("GREENICT_UPLOAD_MB", "500")) * 1_000_000
UPLOADS_PER_HOUR = 60
COMPUTATIONS_PER_HOUR = 6_000
COMPUTATION_LIMIT_BYTES = 200_000
KEEP_DAYS = 30
FILE_UPLOAD_HANDLERS = ["greenict_portal.foundation.limits.ToDisk"]
FILE_UPLOAD_TEMP_DIR = GREENICT_HOME / "uploads" / "arriving"
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FILES = 1
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
BEHIND_PROXY = os.environ.get("GREENICT_PROXY") == "1"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * KEEP_DAYS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "greenict_portal.foundation.failures.forged"

HTTPS = os.environ.get("GREENICT_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A page that is not there is the visitor's affair; a page that broke is ours.
    "loggers": {"django.request": {"level": "ERROR"}},
}
