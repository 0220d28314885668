"""The figures of a benchmark, each as one line of JSON."""

import json

from scripts.console import say


def figure(name: str, value: float, unit: str, *, floor: float) -> float:
    """Print a figure beside what it is held against, and return how many times as much it is."""
    ratio = round(value / floor, 3)
    line = {"name": name, "value": round(value, 3), "unit": unit, "floor": round(floor, 3), "ratio": ratio}
    say(json.dumps(line, ensure_ascii=False))
    return ratio
