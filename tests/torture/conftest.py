"""A store in memory-backed storage where there is some: under virtual time the disk only costs time."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import Database

MEMORY = Path("/dev/shm")


@pytest.fixture
def quick_db(migrated_file: Path, tmp_path: Path) -> Iterator[Database]:
    """An empty migrated SQLite store."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path) as folder:
        path = Path(folder) / "store.db"
        shutil.copy(migrated_file, path)
        db = Database.open(f"sqlite:///{path}")
        yield db
        db.close()
