"""Dataclasses travel as plain JSON and are rebuilt by their declared types, so that a message can carry no code."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

Decoder = Callable[[Any], Any]


class WireError(ValueError):
    """What came does not have the shape that was asked for."""


def encode(value: Any) -> Any:
    """`value` as what JSON can say: a dataclass is the list of its fields, dates and paths are strings.

    Raises WireError for anything else than dataclasses, tuples, lists, dicts with string keys, str, int, float, bool,
    None, date, time, datetime and Path.
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (tuple, list)):
        return [encode(each) for each in value]
    kind: type = type(value)
    names = _fields(kind)
    if names is not None:
        return [encode(getattr(value, name)) for name in names]
    if isinstance(value, dict):
        return {_key(key): encode(each) for key, each in value.items()}
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise WireError(f"{type(value).__name__} does not travel")


def decode(kind: Any, data: Any) -> Any:
    """`data` as a value of the type `kind` (a class or an annotation such as tuple[Extract, int | None]).

    Raises WireError when it is not of that type. Never runs code that the data names.
    """
    return _decoder(kind)(data)


@cache
def _fields(kind: type) -> tuple[str, ...] | None:
    """The names of a dataclass's fields; None for any other type."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else None


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise WireError("only string keys travel")
    return key


@cache
def _decoder(kind: Any) -> Decoder:
    if kind is Any or kind is object:
        return lambda data: data
    if kind in (str, int, bool):
        return _exactly(kind)
    if kind is float:
        return _number
    if kind in (date, time, datetime):
        return _moment(kind)
    if kind is Path:
        return lambda data: Path(_exactly(str)(data))
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _record(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return _either(arguments)
    if origin is typing.Literal:
        return _one_of(arguments)
    if origin in (tuple, list):
        return _sequence(origin, arguments)
    if origin is dict:
        return _mapping(arguments)
    raise WireError(f"{kind!r} does not travel")


def _exactly(kind: type) -> Decoder:
    def decode_exact(data: Any) -> Any:
        if type(data) is not kind:
            raise WireError(f"expected {kind.__name__}, got {type(data).__name__}")
        return data

    return decode_exact


def _number(data: Any) -> float:
    if type(data) not in (int, float):
        raise WireError(f"expected a number, got {type(data).__name__}")
    return float(data)


def _moment(kind: Any) -> Decoder:
    def decode_moment(data: Any) -> Any:
        try:
            return kind.fromisoformat(data)
        except (TypeError, ValueError) as error:
            raise WireError(f"expected a {kind.__name__}") from error

    return decode_moment


def _record(kind: Any) -> Decoder:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    # Looked up late: a record may hold records of its own kind.
    parts: list[Decoder] = []

    def decode_record(data: Any) -> Any:
        if not parts:
            parts.extend(_decoder(hints[name]) for name in names)
        if type(data) is not list or len(data) != len(parts):
            raise WireError(f"expected the fields of {kind.__name__}")
        return kind(*[part(each) for part, each in zip(parts, data, strict=True)])

    return decode_record


def _either(kinds: tuple[Any, ...]) -> Decoder:
    optional = type(None) in kinds
    parts = [_decoder(kind) for kind in kinds if kind is not type(None)]

    def decode_either(data: Any) -> Any:
        if data is None and optional:
            return None
        for part in parts[:-1]:
            try:
                return part(data)
            except WireError:
                continue
        return parts[-1](data)

    return decode_either


def _one_of(values: tuple[Any, ...]) -> Decoder:
    allowed = frozenset(values)

    def decode_one(data: Any) -> Any:
        if not isinstance(data, str | int) or data not in allowed:
            raise WireError("expected one of a fixed set of values")
        return data

    return decode_one


def _sequence(origin: Any, arguments: tuple[Any, ...]) -> Decoder:
    endless = origin is list or (len(arguments) == 2 and arguments[1] is Ellipsis)
    parts = [_decoder(argument) for argument in arguments if argument is not Ellipsis]

    def decode_sequence(data: Any) -> Any:
        if type(data) is not list:
            raise WireError(f"expected a list, got {type(data).__name__}")
        if endless:
            return origin(map(parts[0], data))
        if len(data) != len(parts):
            raise WireError(f"expected {len(parts)} values, got {len(data)}")
        return tuple(part(each) for part, each in zip(parts, data, strict=True))

    return decode_sequence


def _mapping(arguments: tuple[Any, ...]) -> Decoder:
    value = _decoder(arguments[1])

    def decode_mapping(data: Any) -> Any:
        if type(data) is not dict:
            raise WireError(f"expected a mapping, got {type(data).__name__}")
        return {key: value(each) for key, each in data.items()}

    return decode_mapping
