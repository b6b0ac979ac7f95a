"""Every test run has a home of its own with fresh keys; the database comes from DATABASE_URL or is SQLite."""

import os
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="groundswell-test-"))
os.environ |= {
    "GROUNDSWELL_HOME": str(HOME),
    "GROUNDSWELL_MODE": "test",
    "SECRET_KEY": "for tests only, never for an installation",
}

from groundswell.kernel.sealed import new_keyring, write_keyring  # noqa: E402

write_keyring(HOME / "data.key", new_keyring())

pytest_plugins = ["tests.world"]
