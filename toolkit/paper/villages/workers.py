"""Work spread over the cores of a machine, each in a process of its own that is begun afresh.

A worker ends when its pipe does, so that none outlives whoever began it, even if that one was
killed. Knows nothing of what is worked on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, TypeVar

from toolkit.errors import Breakdown, CekDuluError
from toolkit.language import said

_T = TypeVar("_T")
_R = TypeVar("_R")
Begin = Callable[[], Callable[[_T], _R]]
"""Makes whoever does the work; called once in each process, so it has to be picklable."""

_PATIENCE = 10.0
"""Seconds that a worker has to finish what it is at, when the others are told to stop."""


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(begin: Begin[_T, _R], tasks: Iterable[_T], processes: int) -> Iterator[_R]:
    """What comes of each task, in whatever order it is done; one process needs no other.

    Tasks are taken only as fast as they are done. Raises Breakdown if a worker does, and
    leaves no process behind.
    """
    if processes < 2:
        work = begin()
        for task in tasks:
            yield work(task)
        return
    staff = _Staff(begin, processes)
    try:
        yield from staff.results(iter(tasks))
    finally:
        staff.dismiss()


class _Staff:
    """Processes and the pipes to them."""

    def __init__(self, begin: Begin[Any, Any], processes: int) -> None:
        self._processes: list[SpawnProcess] = []
        self._pipes: list[Connection] = []
        context = multiprocessing.get_context("spawn")
        for _ in range(processes):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, begin), daemon=True)
            process.start()
            theirs.close()
            self._processes.append(process)
            self._pipes.append(ours)

    def results(self, tasks: Iterator[Any]) -> Iterator[Any]:
        """Give out the tasks, one to each worker at a time."""
        busy = [pipe for pipe in self._pipes if _give(pipe, tasks)]
        while busy:
            for pipe in wait(busy):
                assert isinstance(pipe, Connection)
                result = _taken(pipe)
                if not _give(pipe, tasks):
                    busy.remove(pipe)
                yield result

    def dismiss(self) -> None:
        """End all of them."""
        for pipe in self._pipes:
            pipe.close()
        for process in self._processes:
            process.join(_PATIENCE)
            if process.is_alive():
                process.terminate()


def _give(pipe: Connection, tasks: Iterator[Any]) -> bool:
    for task in tasks:
        pipe.send(task)
        return True
    return False


def _taken(pipe: Connection) -> Any:
    try:
        done, result = pipe.recv()
    except EOFError:
        raise Breakdown(
            said("The system ended a part of Cek Dulu that was printing; mostly memory ran out."),
            said("Close other programs."),
        ) from None
    if done:
        return result
    if isinstance(result, tuple):
        raise Breakdown(*result)
    raise RuntimeError(result)


def _serve(pipe: Connection, begin: Begin[Any, Any]) -> None:
    """What a worker does all its life."""
    # Whoever began it decides what Ctrl+C means, and closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        pipe.send(_tried(begin, pipe))


def _tried(begin: Begin[Any, Any], pipe: Connection) -> tuple[bool, Any]:
    """How it ended, if not by the end of the pipe."""
    try:
        work = begin()
        while True:
            task = pipe.recv()
            pipe.send((True, work(task)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        raise EOFError from None
    except CekDuluError as trouble:
        return False, (trouble.what, trouble.mend)
    except Exception:  # noqa: BLE001 - it is told, and recorded, where the program is
        return False, traceback.format_exc()
