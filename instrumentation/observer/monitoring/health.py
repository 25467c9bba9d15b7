# Made by `cheomseong synth` for observer: changes here are lost.
"""Whether the program is ready: by the checks that the application registers."""

from __future__ import annotations

import asyncio
import inspect
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from time import monotonic
from typing import Any, Callable, TypeVar

from .threads import in_thread

F = TypeVar("F", bound=Callable[[], Any])

OK = "ok"

# A check that waits in a thread cannot be ended. It is asked once at a time, and given
# up after this many seconds: a probe each second starts no thread each second.
GIVEN_UP_AFTER = 60.0


class Check:
    """One question, with the seconds that its answer may take."""

    def __init__(self, ask: Callable[[], Any], timeout: float) -> None:
        self.ask = ask
        self.timeout = timeout
        self.running: Future[Any] | None = None
        self.since = 0.0

    def begin(self, loop: asyncio.AbstractEventLoop | None) -> Future[Any]:
        given_up = monotonic() - self.since > GIVEN_UP_AFTER
        if self.running is None or self.running.done() or given_up:
            self.since = monotonic()
            self.running = self._asked(loop)
        return self.running

    def _asked(self, loop: asyncio.AbstractEventLoop | None) -> Future[Any]:
        if not inspect.iscoroutinefunction(self.ask):
            return in_thread(self.ask)
        if loop is None:
            return in_thread(lambda: asyncio.run(self._in_time()))
        return asyncio.run_coroutine_threadsafe(self._in_time(), loop)

    async def _in_time(self) -> Any:
        # It ends itself: no probe ends what others wait for too.
        return await asyncio.wait_for(self.ask(), self.timeout)


_checks: dict[str, Check] = {}


def ready_check(name: str, timeout: float = 2.0) -> Callable[[F], F]:
    """
    Registers what must answer before the program is ready, sync or async:

        @ready_check("database")
        async def database() -> None:
            await pool.execute("SELECT 1")

    It fails by an exception, by returning False, and by taking over timeout seconds.
    """

    def register(ask: F) -> F:
        _checks[name] = Check(ask, timeout)
        return ask

    return register


def _said(value: Any) -> str:
    return "says no" if value is False else OK


def _failed(check: Check, error: BaseException) -> str:
    # Its text may hold an address or a password, and this page is open.
    if isinstance(error, (asyncio.TimeoutError, FutureTimeout)):
        return f"no answer within {check.timeout:g} s"
    return f"fails with {type(error).__name__}"


async def _answer_soon(check: Check) -> str:
    asked = asyncio.wrap_future(check.begin(asyncio.get_running_loop()))
    try:
        # Another probe may wait for the same answer: who gives up does not end it.
        return _said(await asyncio.wait_for(asyncio.shield(asked), check.timeout))
    except Exception as error:
        return _failed(check, error)
    except asyncio.CancelledError as error:
        if not asked.done():
            raise  # It is the probe that is cancelled.
        return _failed(check, error)


async def ask_soon() -> dict[str, str]:
    """What each check says, all asked at once, in an event loop."""
    answers = await asyncio.gather(*map(_answer_soon, _checks.values()))
    return dict(zip(_checks, answers))


def ask() -> dict[str, str]:
    """What each check says, all asked at once. It waits."""
    begun = {name: (check, check.begin(None)) for name, check in _checks.items()}
    since = monotonic()
    said: dict[str, str] = {}
    for name, (check, asked) in begun.items():
        try:
            left = check.timeout - (monotonic() - since)
            said[name] = _said(asked.result(max(left, 0.0)))
        except (Exception, asyncio.CancelledError) as error:
            said[name] = _failed(check, error)
    return said
