# Made by `cheomseong synth` for ojeomneo: changes here are lost.
"""Work that blocks, in a thread of its own."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread
from typing import Callable, TypeVar

T = TypeVar("T")


def in_thread(work: Callable[[], T]) -> Future[T]:
    """
    Begins work in a thread that does not keep the process from ending.

    None of a pool's: the threads of the application's pool may all wait for what is
    down, and then it must still be possible to ask what is wrong.
    """
    future: Future[T] = Future()
    # It runs: who gives up waiting for it does not cancel it.
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    Thread(target=run, daemon=True).start()
    return future
