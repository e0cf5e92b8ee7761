"""Where targets are made: in this process, or in a pool of processes."""

import gc
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any, TypeVar

from builder import interrupts

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


class SerialExecutor(Executor):
    """Runs each call at once, in this process."""

    def submit(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Return a future that is already done."""
        future: Future[Any] = Future()
        try:
            future.set_result(call(*args, **kwargs))
        except BaseException as problem:
            if not isinstance(problem, Exception):
                raise
            future.set_exception(problem)
        return future


@contextmanager
def executor_for(jobs: int) -> Iterator[Executor]:
    """Yield an executor with so many workers; one means this process."""
    if jobs <= 1:
        yield SerialExecutor()
        return
    from concurrent.futures import ProcessPoolExecutor  # its import costs more than many a build
    from multiprocessing import active_children, get_all_start_methods, get_context

    # Never a plain fork: a library that has started threads in this process would stand still in the child.
    context = get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn")
    context.set_forkserver_preload(["builder.build.make"])
    pool = ProcessPoolExecutor(max_workers=jobs, mp_context=context, initializer=_leave_interrupts_to_the_parent)
    try:
        yield pool
    except BaseException:
        with interrupts.held():
            for child in active_children():  # they write nothing, so nothing is lost
                child.terminate()
            pool.shutdown(cancel_futures=True)  # its thread must end before Python closes what it reads from
        raise
    pool.shutdown()


def run(executor: Executor, call: Callable[[ItemT], ResultT], items: Iterable[ItemT]) -> Iterator[ResultT]:
    """Yield the results of a call on each item, in the items' order, so that what is found is told in one order."""
    if isinstance(executor, SerialExecutor):
        yield from map(call, items)
        return
    with interrupts.held():  # a worker that it hits before it can ignore it would tell of it at length
        futures = [executor.submit(call, item) for item in items]
    for future in futures:
        yield future.result()


def _leave_interrupts_to_the_parent() -> None:
    """Ignore Ctrl-C, which a terminal sends to every process of a command."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def settled() -> Iterator[None]:
    """Spare what is read by now the collector's rounds: a build keeps all of it to its end."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
