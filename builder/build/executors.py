"""Where targets are made: in this process, or in a pool of processes."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, as_completed
from contextlib import contextmanager
from typing import Any, TypeVar

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

    pool = ProcessPoolExecutor(max_workers=jobs)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def run(executor: Executor, call: Callable[[ItemT], ResultT], items: Iterable[ItemT]) -> Iterator[ResultT]:
    """Yield the results of a call on each item, in the items' order in this process, else as they are done."""
    if isinstance(executor, SerialExecutor):
        yield from map(call, items)
        return
    for future in as_completed([executor.submit(call, item) for item in items]):
        yield future.result()
