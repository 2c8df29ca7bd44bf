"""Our side of the bench of turns: the whole edge with an echo for a flow and a dictionary for a store."""

from __future__ import annotations

import argparse
import logging

from aiohttp import web

from tests.fakes.edge import Edge, local_settings


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    edge = Edge(local_settings(rate_per_minute=10**9))
    web.run_app(edge.build(), host="127.0.0.1", port=given.port, access_log=None, print=None)


if __name__ == "__main__":
    main()
