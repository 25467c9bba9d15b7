# Made by `cheomseong synth` for maintenance: changes here are lost.
"""Counts and times what is done: once each time, a cancellation as a failure."""

from __future__ import annotations

import inspect
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from time import perf_counter
from types import TracebackType
from typing import Any, Callable, TypeVar, cast

from prometheus_client import Counter, Histogram

from .tracing import exemplar

F = TypeVar("F", bound=Callable[..., Any])

# When what runs began, the innermost last: each task and each thread has its own.
_since: ContextVar[tuple[float, ...]] = ContextVar("since", default=())


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


class Measured:
    """
    A decorator of functions, sync and async, generators included, and a context of both
    kinds.
    """

    def __init__(self, success: End, failure: End) -> None:
        self.success = success
        self.failure = failure

    def __enter__(self) -> None:
        _since.set((*_since.get(), perf_counter()))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        *outer, since = _since.get()
        _since.set(tuple(outer))
        self._tell(kind, since)

    async def __aenter__(self) -> None:
        self.__enter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.__exit__(kind, error, traceback)

    def _tell(self, kind: type[BaseException] | None, since: float) -> None:
        # Who closes a generator has what he wanted of it.
        failed = kind is not None and not issubclass(kind, GeneratorExit)
        (self.failure if failed else self.success).tell(perf_counter() - since)

    def __call__(self, function: F) -> F:
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
            with self:
                return function(*args, **kwargs)

        return measured

    def _coroutine(self, function: Callable[..., Any]) -> Callable[..., Any]:
        async def measured(*args: Any, **kwargs: Any) -> Any:
            async with self:
                return await function(*args, **kwargs)

        return measured

    # Whoever consumes a generator may do so in another context at each step: when it
    # began is kept here.

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
