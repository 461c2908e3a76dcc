"""What is made of times and sizes. Pure arithmetic."""

from collections.abc import Mapping
from math import log


def exposant(mesures: Mapping[int, float]) -> float | None:
    """The slope of the line through (log n, log y), by least squares: 1 for what grows as n, 2 for its square.

    None with fewer than two sizes.
    """
    points = [(log(size), log(value)) for size, value in mesures.items() if value > 0]
    if len(points) < 2:
        return None
    mean_x, mean_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    spread: float = sum((x - mean_x) ** 2 for x, _ in points)
    slope: float = sum((x - mean_x) * (y - mean_y) for x, y in points) / spread
    return slope
