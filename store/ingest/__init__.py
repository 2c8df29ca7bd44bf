"""Files in, parsed records out; the parsers are pure and loud."""
