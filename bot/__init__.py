"""The edge: HTTP, Bot Framework, console, command line, scheduler and wiring."""
