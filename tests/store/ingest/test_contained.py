"""The child may be slow, greedy, dead or lying: the parent says so and reads the next file."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.errors import MinutesUnreadable
from store.ingest.contained import Reader, read_contained
from store.ingest.limits import Limits
from store.ingest.read import read

QUICK = Limits(cpu_seconds=0.3, wall_seconds=2.0)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader(QUICK) as one:
        yield one


def note(folder: Path, text: str = "Direktionen godkendte indstillingen.") -> Path:
    path = folder / "notat.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_reads_the_same_as_in_this_process(tmp_path: Path) -> None:
    path = note(tmp_path)
    assert read_contained(path) == read(path)


@pytest.mark.parametrize(
    ("target", "arguments", "reason"),
    [
        ("time:sleep", [60], "too_slow"),
        ("builtins:eval", ["9**9**9"], "too_slow"),
        ("builtins:bytearray", [10**10], "too_large"),
        ("os:abort", [], "hostile"),
        ("os:_exit", [0], "hostile"),
        ("builtins:eval", ["1/0"], "broken"),
        ("os:getcwd", [], "hostile"),
        ("builtins:complex", [], "broken"),
        ("no.such.module:name", [], "broken"),
    ],
)
def test_says_why_and_goes_on(reader: Reader, target: str, arguments: list[Any], reason: str) -> None:
    with pytest.raises(MinutesUnreadable) as refused:
        reader.run(target, *arguments, returns=int, source="fil.pdf")
    assert (refused.value.reason, refused.value.source) == (reason, "fil.pdf")
    assert reader.run("operator:add", 2, 3, returns=int) == 5


def test_one_child_serves_many_files_and_is_replaced_after_a_failure(tmp_path: Path) -> None:
    path = note(tmp_path)
    with Reader() as reader:
        children = set()
        for _ in range(20):
            reader.run("store.ingest.read:read_with", path, Limits(), returns=type(read(path)))
            children.add(reader.pid)
        assert len(children) == 1
        with pytest.raises(MinutesUnreadable):
            reader.run("os:abort", returns=int)
        assert reader.run("os:getpid", returns=int) not in children


def test_a_refusal_keeps_the_child_and_carries_reason_and_page(tmp_path: Path) -> None:
    empty = note(tmp_path, "")
    with Reader() as reader:
        before = reader.run("os:getpid", returns=int)
        with pytest.raises(MinutesUnreadable) as refused:
            reader.run("store.ingest.read:read_with", empty, Limits(), returns=int, source="notat.txt")
        assert (refused.value.reason, refused.value.page) == ("no_text", 1)
        assert reader.pid == before


def test_a_child_killed_between_two_files_is_replaced() -> None:
    with Reader() as reader:
        first = reader.run("os:getpid", returns=int)
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
        assert reader.run("os:getpid", returns=int) != first


def test_an_answer_that_is_too_long_is_not_taken(reader: Reader) -> None:
    small = Limits(answer_bytes=1000)
    with pytest.raises(MinutesUnreadable) as refused:
        reader.run("operator:mul", "x", 2000, returns=str, limits=small)
    assert refused.value.reason == "too_large"


def test_the_child_sees_none_of_our_secrets(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFERENT_APP_SECRET", "canary")
    with Reader() as fresh:
        assert "canary" not in fresh.run("builtins:eval", "str(__import__('os').environ)", returns=str)


def test_what_the_child_prints_disturbs_nothing(reader: Reader) -> None:
    assert reader.run("builtins:eval", "print('x' * 10000) or 7", returns=int) == 7


def test_a_name_that_is_no_text_travels(tmp_path: Path) -> None:
    path = Path(os.fsdecode(bytes(tmp_path) + b"/\xff referat.txt"))
    path.write_text("Godkendt.", encoding="utf-8")
    assert read_contained(path).pages[0].text == "Godkendt."
