"""Settings of the tests: a folder of their own, tasks at once, plain static files."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

os.environ["GREENICT_HOME"] = tempfile.mkdtemp(prefix="greenict-test-")
atexit.register(shutil.rmtree, os.environ["GREENICT_HOME"], ignore_errors=True)

from greenict_portal.config.settings import *  # noqa: E402, F403  (the folder is named before it is made)

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405  (the server collects the files before it starts)
UPLOAD_LIMIT_BYTES = 2_000_000
