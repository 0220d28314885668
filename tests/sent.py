"""What a browser sends."""


def date_parts(name: str, day: int | str, month: int | str, year: int | str) -> dict[str, str]:
    """What a browser sends for a date."""
    return {f"{name}_0": str(day), f"{name}_1": str(month), f"{name}_2": str(year)}
