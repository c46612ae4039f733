"""An import of people is wholly carried out or not at all, though it changes many units.

What is to be is laid down in one file first; whoever holds the data folder's lock then carries it out. A crash in
between leaves the file, and the next start finishes the work. So people can be imported while the daemon runs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from qibot.errors import StoreFailed
from qibot.model import Case, Enrolment, Put, to_plain, to_record
from qibot.store import durable
from qibot.store.store import Store

_LAID_DOWN, _AT_WORK = "import.json", "import.working.json"


def lay_down(folder: Path, enrolments: Sequence[Enrolment]) -> None:
    """Write down what these enrolments are to be. Raises StoreFailed."""
    durable.make_folder(folder)
    durable.write(folder / _LAID_DOWN, json.dumps([to_plain(e) for e in enrolments], ensure_ascii=False).encode())


def waits(folder: Path) -> bool:
    """Whether an import has not been carried out yet."""
    return any((folder / name).exists() for name in (_LAID_DOWN, _AT_WORK))


def carry_out(
    folder: Path,
    store: Store,
    cohorts: Collection[str] | None = None,
    commit: Callable[[Enrolment], Case] | None = None,
) -> list[Case]:
    """Carry out what was laid down and return the changed cases; `commit` writes one of them, with whatever else it
    brings about. Raises StoreFailed; then it is done next time."""
    commit = commit or (lambda e: store.commit(e.unit, [Put(e)]))
    changed: list[Case] = []
    for _ in range(2):  # one that a crash interrupted, then a newer one
        at_work = folder / _AT_WORK
        if not at_work.exists():
            with suppress(FileNotFoundError), _disk(at_work):
                (folder / _LAID_DOWN).replace(at_work)
        if not at_work.exists():
            break
        try:
            enrolments = [to_record(Enrolment.table, plain) for plain in json.loads(durable.read(at_work))]
        except ValueError as e:
            raise StoreFailed(f"{at_work} can't be read: {e}. Remove it and import the people once more.") from e
        unknown = {e.cohort for e in enrolments if isinstance(e, Enrolment)} - set(cohorts or ())
        if cohorts is not None and unknown:
            raise StoreFailed(
                f"The import that waits names a cohort that this qibot doesn't know ({', '.join(sorted(unknown))}):"
                " add it to the configuration and restart qibot."
            )
        changed += [commit(e) for e in enrolments if isinstance(e, Enrolment)]
        with _disk(at_work):
            at_work.unlink(missing_ok=True)
        durable.folder_durable(folder)
    return changed


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as e:
        raise StoreFailed(f"Can't rename or remove {path}: {e.strerror}. The import is carried out later.") from e
