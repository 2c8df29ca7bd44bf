"""Our side of the bench of turns: the whole edge with an echo for a flow, over a dictionary or over a store."""

from __future__ import annotations

import argparse
import logging
import tempfile
from pathlib import Path

from aiohttp import web

from bot.memory import StoredMemory
from store.conversations import Conversations
from store.database import Database
from store.migrations import migrate
from tests.fakes.edge import Edge, local_settings


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--store", action="store_true")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    edge = Edge(local_settings(rate_per_minute=10**9))
    with tempfile.TemporaryDirectory() as folder:
        if given.store:
            database = Database.open(f"sqlite:///{Path(folder) / 'bench.db'}")
            migrate(database)
            edge.stored = StoredMemory(Conversations(database))
        web.run_app(edge.build(), host="127.0.0.1", port=given.port, access_log=None, print=None)


if __name__ == "__main__":
    main()
