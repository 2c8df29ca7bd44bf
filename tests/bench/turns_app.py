"""The whole assistant in the bench of turns: service, flows, cards, search and a store with the sample data."""

from __future__ import annotations

import argparse
import logging
import tempfile
from datetime import date
from pathlib import Path

from bot.config import Settings
from bot.wiring import build
from store.demo.load import load


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--processes", type=int)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        settings = Settings(
            local=True, demo=True, database_url=url, rate_per_minute=10**9, port=given.port, processes=given.processes
        )
        app = build(settings)
        load(app.world.intake, date(2026, 11, 23))
        app.run()


if __name__ == "__main__":
    main()
