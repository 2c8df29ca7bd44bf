"""Counters and durations as Prometheus text; labels are fixed codes, never content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from threading import Lock

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper bounds in seconds."""

HELP: Mapping[str, str] = {
    "referent_requests_total": "HTTP requests to the messages endpoint, by status.",
    "referent_refused_total": "Activities refused at the gate, by reason.",
    "referent_turns_total": "Turns, by kind and result.",
    "referent_turn_seconds": "From an activity taken in to its answer delivered.",
    "referent_delivery_failures_total": "Messages that the channel did not take, by status.",
    "referent_withdrawals_total": "Messages edited because their text was withdrawn, by result.",
    "referent_deliveries_total": "Messages said unasked, by kind of subscription and result of one try.",
    "referent_delivery_seconds": "From a message claimed to the end of one try.",
    "referent_probes_total": "Messages looked for that may have arrived, by result.",
    "referent_tick_age_seconds": "Age of the last finished run of each periodic job.",
}

Labels = tuple[tuple[str, str], ...]


class Metrics:
    """All figures of one process; safe to count from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: dict[tuple[str, Labels], float] = {}
        self._durations: dict[str, tuple[list[int], float]] = {}

    def count(self, name: str, **labels: str) -> None:
        """Add one to a counter."""
        key = (name, tuple(sorted(labels.items())))
        with self._lock:
            self._counts[key] = self._counts.get(key, 0) + 1

    def took(self, name: str, seconds: float) -> None:
        """Note a duration."""
        with self._lock:
            counts, total = self._durations.get(name, ([0] * (len(BUCKETS) + 1), 0.0))
            counts[bisect_left(BUCKETS, seconds)] += 1
            self._durations[name] = (counts, total + seconds)

    def text(self, gauges: Mapping[str, Mapping[str, float]] | None = None) -> str:
        """The exposition text. `gauges`: name -> value of label "job" -> number."""
        with self._lock:
            counts = dict(self._counts)
            durations = {name: (list(cells), total) for name, (cells, total) in self._durations.items()}
        lines: list[str] = []
        for name in sorted({name for name, _ in counts}):
            lines += [f"# HELP {name} {HELP.get(name, name)}", f"# TYPE {name} counter"]
            lines += [
                f"{name}{_labels(labels)} {value:g}" for (n, labels), value in sorted(counts.items()) if n == name
            ]
        for name, (cells, total) in sorted(durations.items()):
            lines += [f"# HELP {name} {HELP.get(name, name)}", f"# TYPE {name} histogram"]
            running = 0
            for bound, cell in zip((*(f"{b:g}" for b in BUCKETS), "+Inf"), cells, strict=True):
                running += cell
                lines.append(f'{name}_bucket{{le="{bound}"}} {running}')
            lines += [f"{name}_sum {total:.6f}", f"{name}_count {running}"]
        for name, values in sorted((gauges or {}).items()):
            lines += [f"# HELP {name} {HELP.get(name, name)}", f"# TYPE {name} gauge"]
            lines += [f"{name}{_labels((('job', job),))} {value:.3f}" for job, value in sorted(values.items())]
        return "\n".join(lines) + "\n"


def _labels(labels: Labels) -> str:
    return "{" + ",".join(f'{key}="{value}"' for key, value in labels) + "}" if labels else ""
