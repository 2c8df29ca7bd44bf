"""Municipal case work and SQL; knows nothing of Teams and imports nothing of the other packages."""
