"""`python -m bot` is the command line."""

from bot.start import main

main()
