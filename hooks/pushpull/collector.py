"""Keeps Python from looking for garbage while much is made that lives on: it would look again and again, in vain."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """Hold the search for garbage off until left; as a decorator, while a function runs."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def freeze() -> None:
    """Leave all that there is out of every later search for garbage, for good: what is then garbage stays."""
    gc.freeze()
