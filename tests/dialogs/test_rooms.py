"""What dialogs and cards may know of: no SDK, no SQL, no web server, seen in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import importlib, pkgutil, sys
import cards, dialogs
for package in (cards, dialogs):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if module.name != "cards.phrasebook":
            importlib.import_module(module.name)
banned = ("botbuilder", "botframework", "sqlmodel", "sqlalchemy", "aiohttp", "alembic", "psycopg")
print(sorted(name for name in sys.modules if name.split(".")[0] in banned))
"""


def test_dialogs_and_cards_load_neither_sdk_nor_sql_nor_web_server() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_verb_is_answered_and_nothing_else() -> None:
    from cards import verbs
    from dialogs.flows import VERBS

    assert VERBS == verbs.ALL
