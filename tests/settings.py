"""Every test run has a home of its own with fresh keys; the database comes from DATABASE_URL or is SQLite."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_home = Path(tempfile.mkdtemp(prefix="groundswell-test-"))
(_home / "static").mkdir()
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ |= {
    "GROUNDSWELL_HOME": str(_home),
    "GROUNDSWELL_MODE": "test",
    "SECRET_KEY": "for tests only, never for an installation",
}

from groundswell.config.settings import *  # noqa: E402, F403
from groundswell.kernel.sealed import new_keyring, write_keyring  # noqa: E402

write_keyring(_home / "data.key", new_keyring())
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if "sqlite" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": _home / "test.sqlite3"}  # noqa: F405  # a file, so that threads may write
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
