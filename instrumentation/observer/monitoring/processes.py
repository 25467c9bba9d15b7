# Made by `cheomseong synth` for observer: changes here are lost.
"""The folder in which the processes of one program keep their values."""

from __future__ import annotations

import glob
import os

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"


def folder() -> str | None:
    """Where the processes keep their values; None where there is one process."""
    return os.environ.get(VARIABLE) or None


def _files(pattern: str) -> list[str]:
    shared = folder()
    return glob.glob(os.path.join(shared, pattern)) if shared else []


def _remove(path: str) -> None:
    try:
        os.remove(path)
    except FileNotFoundError:
        pass  # Another process was faster.


def _pid_of(path: str) -> str:
    return path.rsplit("_", 1)[-1][: -len(".db")]


def forget(pid: int) -> None:
    """Forgets the gauges of a process that is gone; what it counted stays counted."""
    for path in _files(f"gauge_live*_{pid}.db"):
        _remove(path)


def forget_others() -> None:
    """Forgets all of an earlier run, before this process starts others."""
    for path in _files("*.db"):
        if _pid_of(path) != str(os.getpid()):
            _remove(path)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def forget_the_dead() -> None:
    """Forgets the gauges of processes that were killed: nobody else tells of them."""
    for pid in {_pid_of(path) for path in _files("gauge_live*_*.db")}:
        if pid.isdigit() and not _is_alive(int(pid)):
            forget(int(pid))


def _begin() -> None:
    """A process may have the number of one that was killed, and none of its gauges."""
    # When each series began would be as many series again, which nobody reads.
    os.environ.setdefault("PROMETHEUS_DISABLE_CREATED_SERIES", "true")
    shared = folder()
    if shared:
        os.makedirs(shared, exist_ok=True)
        forget(os.getpid())


_begin()
os.register_at_fork(after_in_child=_begin)
