"""`python -m tests.bench [--million] [--only quality|scale]`: answers, speed and memory, and others beside them."""

from __future__ import annotations

import argparse

from tests.bench import quality, scale


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--million", action="store_true", help="also a store of a million facts: some minutes")
    parser.add_argument("--only", choices=("quality", "scale"))
    options = parser.parse_args()
    if options.only != "scale":
        for line in quality.report():
            print(line, flush=True)
    if options.only != "quality":
        for line in scale.report(options.million):
            print(line, flush=True)


if __name__ == "__main__":
    main()
