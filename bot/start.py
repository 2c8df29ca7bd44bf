"""The way in from the command line: all is loaded before garbage is looked for, since none of it is any."""

from __future__ import annotations

import gc


def main() -> None:
    """Load the commands and run the one that is asked for."""
    gc.disable()
    from bot.cli import main as run

    # What is loaded stays as long as the process: looking through it again and again costs a tenth of a start.
    gc.freeze()
    gc.enable()
    run()
