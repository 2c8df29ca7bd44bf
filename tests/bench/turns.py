"""Whole turns over HTTP, side by side: the SDK's echo as shipped, the same repaired, our edge, and our assistant.

`python -m tests.bench.turns` starts each service, the connector and the load in processes of their own on loopback.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

ECHO = "tests.bench.turns_echo"
SERVICES: dict[str, tuple[str, ...]] = {
    "SDK echo as shipped": (ECHO,),
    "SDK echo repaired": (ECHO, "--repaired"),
    "our edge, echo": ("tests.bench.turns_edge",),
    "our edge and store, echo": ("tests.bench.turns_edge", "--store"),
    "assistant, one process": ("tests.bench.turns_app", "--processes", "0"),
    "the whole assistant": ("tests.bench.turns_app",),
}
AT_ONCE = (1, 8, 32)
OPEN_SET = Path(__file__).parent.parent / "eval" / "open.jsonl"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(module: str, *arguments: str) -> Iterator[int]:
    """A service as a process of its own; gives its port once it listens."""
    port = free_port()
    with subprocess.Popen([sys.executable, "-m", module, str(port), *arguments]) as process:
        try:
            wait_for(port, process)
            yield port
        finally:
            process.terminate()
            process.wait(20)


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until it listens, and is ready if it can say so."""
    for _ in range(1200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz"):
                return
        except urllib.error.HTTPError as error:
            if error.code != 503:
                return
        except OSError:
            pass
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError("a service of the bench did not start")


def measure(port: int, connector: int, turns: int, at_once: int, texts: str | None) -> dict[str, float]:
    command = [
        sys.executable, "-m", "tests.bench.turns_load",
        f"http://127.0.0.1:{port}/api/messages", f"http://127.0.0.1:{connector}/",
        "--turns", str(turns), "--at-once", str(at_once), *(["--texts", texts] if texts else []),
    ]  # fmt: skip
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def failures(port: int) -> int:
    """Turns that ended in an excuse, by the service's own count; 0 for a service that counts none."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            lines = answer.read().decode().splitlines()
    except urllib.error.HTTPError:
        return 0
    told = [line for line in lines if line.startswith("referent_turns_total") and 'result="failed"' in line]
    return sum(int(float(line.split()[-1])) for line in told)


def questions(folder: str) -> str:
    """The open half of the evaluation set as a file of questions, one a line."""
    rows = (json.loads(line) for line in OPEN_SET.read_text(encoding="utf-8").splitlines())
    path = Path(folder) / "questions.txt"
    path.write_text("\n".join(row["question"] for row in rows), encoding="utf-8")
    return str(path)


def bench(services: dict[str, tuple[str, ...]], turns: int, rounds: int, texts: str | None) -> None:
    """Print a line per load and service: medians of rounds in which all take turns, so that whatever else the machine
    does meets them alike; `times` is how often the first one's rate it makes."""
    print(f"{'':24}{'at once':>8}{'turns/s':>9}{'times':>7}{'p50':>8}{'p95':>8}{'p99 ms':>8}{'n':>7}{'bad':>5}")
    with contextlib.ExitStack() as stack:
        connector = stack.enter_context(running("tests.fakes.connector"))
        ports = {name: stack.enter_context(running(*command)) for name, command in services.items()}
        for port in ports.values():
            measure(port, connector, 100, 8, texts)
        for at_once in AT_ONCE:
            found: dict[str, list[dict[str, float]]] = {name: [] for name in ports}
            for _ in range(rounds):
                for name, port in ports.items():
                    found[name].append(measure(port, connector, turns, at_once, texts))
            first = median(row["per_s"] for row in next(iter(found.values())))
            for name, rows in found.items():
                rate, p50, p95, p99 = (median(row[key] for row in rows) for key in ("per_s", "p50", "p95", "p99"))
                bad = sum(row["bad"] for row in rows)
                print(
                    f"{name:24}{at_once:>8}{rate:>9.0f}{rate / first:>7.2f}{p50:>8.1f}{p95:>8.1f}{p99:>8.1f}"
                    f"{turns * rounds:>7}{bad:>5}",
                    flush=True,
                )
        for name, port in ports.items():
            if failed := failures(port):
                raise RuntimeError(f"{failed} turns of {name} failed: a sentence of excuse is quick, but no answer")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--turns", type=int, default=400, help="turns of a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", action="append", help="services whose names hold this; may be given several times")
    given = parser.parse_args(arguments)
    wanted = given.only or [""]
    chosen = {name: what for name, what in SERVICES.items() if any(part in name for part in wanted)}
    with tempfile.TemporaryDirectory() as folder:
        bench(chosen, given.turns, given.rounds, questions(folder))


if __name__ == "__main__":
    main()
