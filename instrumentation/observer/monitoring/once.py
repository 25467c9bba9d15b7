# Made by `cheomseong synth` for observer: changes here are lost.
"""What is made at its first use, and is the same at all later ones."""

from __future__ import annotations

from functools import wraps
from threading import Lock
from typing import Callable, TypeVar

T = TypeVar("T")


def once(make: Callable[[], T]) -> Callable[[], T]:
    """A function that makes its value when it is first called, by any thread."""
    lock = Lock()
    made: list[T] = []

    @wraps(make)
    def value() -> T:
        if not made:
            with lock:
                if not made:
                    made.append(make())
        return made[0]

    return value
