"""Shares with their intervals, so that a difference of two questions is not taken for progress."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

Z = 1.959964  # 95 %
DRAWS = 2_000


def wilson(hits: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    if not count:
        return 0.0, 1.0
    share = hits / count
    middle = share + Z * Z / (2 * count)
    spread = Z * math.sqrt(share * (1 - share) / count + Z * Z / (4 * count * count))
    scale = 1 + Z * Z / count
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def bootstrap(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of a mean, by drawing again with a fixed seed."""
    if not values:
        return 0.0, 1.0
    chance = random.Random(11)
    means = sorted(sum(chance.choices(values, k=len(values))) / len(values) for _ in range(DRAWS))
    return means[int(0.025 * DRAWS)], means[int(0.975 * DRAWS)]


def share(found: Sequence[bool]) -> str:
    """A share as it is printed: ".912 (.86-.95, n=170)"."""
    if not found:
        return "-"
    low, high = wilson(sum(found), len(found))
    return f"{sum(found) / len(found):.3f} ({low:.2f}-{high:.2f}, n={len(found)})"


def mean(values: Sequence[float]) -> str:
    """A mean as it is printed."""
    if not values:
        return "-"
    low, high = bootstrap(values)
    return f"{sum(values) / len(values):.3f} ({low:.2f}-{high:.2f}, n={len(values)})"


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which this part of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0
