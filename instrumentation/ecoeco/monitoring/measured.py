# Made by `cheomseong synth` for ecoeco: changes here are lost.
"""Counts and times what is done: once each time, a cancellation as a failure."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import wraps
from time import perf_counter
from types import TracebackType
from typing import Any, Callable, TypeVar, cast, overload

from prometheus_client import Counter, Histogram

from .tracing import exemplar

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True)
class End:
    """The series that tell of one way to end."""

    done: Counter | None = None
    duration: Histogram | None = None
    slow: Counter | None = None
    slow_over: float = 0.0

    def tell(self, seconds: float) -> None:
        if self.done is not None:
            self.done.inc()
        if self.duration is not None:
            self.duration.observe(seconds, exemplar())
        if self.slow is not None and seconds > self.slow_over:
            self.slow.inc()


class Block:
    """
    A block that runs, as a context of both kinds: each run has one of its own.

    When it began is kept here: whoever consumes a generator may enter and leave what
    stands in it in different contexts and threads.
    """

    def __init__(
        self, tell: Callable[[type[BaseException] | None, float], None]
    ) -> None:
        self.tell = tell
        self.since = 0.0

    def __enter__(self) -> None:
        self.since = perf_counter()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.tell(kind, self.since)

    async def __aenter__(self) -> None:
        self.__enter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.__exit__(kind, error, traceback)


class Measured:
    """
    A decorator of functions, sync and async, generators included; called with nothing
    it makes a block.
    """

    def __init__(self, success: End, failure: End) -> None:
        self.success = success
        self.failure = failure

    def _tell(self, kind: type[BaseException] | None, since: float) -> None:
        # Who closes a generator has what he wanted of it.
        failed = kind is not None and not issubclass(kind, GeneratorExit)
        (self.failure if failed else self.success).tell(perf_counter() - since)

    @overload
    def __call__(self) -> Block:
        """A block, for one run at a time."""

    @overload
    def __call__(self, function: F) -> F:
        """The function, of which each call is told."""

    def __call__(self, function: F | None = None) -> F | Block:
        if function is None:
            return Block(self._tell)
        made: Any
        if inspect.isasyncgenfunction(function):
            made = self._async_generator(function)
        elif inspect.isgeneratorfunction(function):
            made = self._generator(function)
        elif inspect.iscoroutinefunction(function):
            made = self._coroutine(function)
        else:
            made = self._function(function)
        return cast(F, wraps(function)(made))

    def _function(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def measured(*args: Any, **kwargs: Any) -> Any:
            with self():
                return function(*args, **kwargs)

        return measured

    def _coroutine(self, function: Callable[..., Any]) -> Callable[..., Any]:
        async def measured(*args: Any, **kwargs: Any) -> Any:
            async with self():
                return await function(*args, **kwargs)

        return measured

    def _generator(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def measured(*args: Any, **kwargs: Any) -> Any:
            since = perf_counter()
            try:
                value = yield from function(*args, **kwargs)
            except BaseException as error:
                self._tell(type(error), since)
                raise
            self._tell(None, since)
            return value

        return measured

    def _async_generator(self, function: Callable[..., Any]) -> Callable[..., Any]:
        async def measured(*args: Any, **kwargs: Any) -> Any:
            since = perf_counter()
            pieces = function(*args, **kwargs)
            try:
                async for piece in pieces:
                    yield piece
            except BaseException as error:
                self._tell(type(error), since)
                raise
            finally:
                await pieces.aclose()
            self._tell(None, since)

        return measured
