"""Scales of charts: round numbers that people count in."""

import math
from collections.abc import Iterable

STEPS = (1, 2, 2.5, 5, 10)
INTERVALS = 5
MOST_DECIMALS = 2


def ticks(values: Iterable[float], *, from_zero: bool, at_most: float | None = None) -> list[float]:
    """Return the round numbers of an axis that holds the values; whole numbers for whole values.

    An axis that need not start at zero does so all the same unless that would flatten the line:
    where the values differ and the lowest is more than two thirds of the highest.
    """
    known = list(values)
    highest, lowest = max(known, default=0), min(known, default=0)
    if from_zero or lowest == highest or lowest <= highest * 2 / 3:
        lowest = min(0, lowest)
    step = round_step((highest - lowest) / INTERVALS)
    if all(float(value).is_integer() for value in known):
        step = max(1, math.ceil(step))
    first = math.floor(lowest / step)
    last = max(math.ceil(highest / step), first + 1)
    scale = [round(number * step, 6) for number in range(first, last + 1)]
    return scale if at_most is None else [tick for tick in scale if tick <= max(at_most, highest)]


def round_step(rough: float) -> float:
    """Return the smallest round step that is not below the rough one."""
    if rough <= 0:
        return 1
    power = 10 ** math.floor(math.log10(rough))
    return next(float(step * power) for step in STEPS if step * power >= rough * 0.999)


def decimals_of(values: Iterable[float]) -> int:
    """Return how many decimals the values need, at most two: all of them are written with as many."""
    written = (f"{value:.{MOST_DECIMALS}f}".rstrip("0").partition(".")[2] for value in values)
    return max(map(len, written), default=0)


def write_number(value: float, unit: str = "", *, decimals: int = 0) -> str:
    """Write a number with its unit and so many decimals, thousands with commas."""
    return f"{value:,.{decimals}f}{unit}"
