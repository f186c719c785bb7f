"""Which store this process reads from: the sound snapshot that was published last, and never one that is not.

A running process keeps the sound one that it has open whatever happens to the pointer or to newer files; a new one takes
the newest sound one. A newer one is opened and asked what readers ask in the background, and switched to when it knows.
"""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from netralitas.store import snapshot
from netralitas.store.questions import Store
from netralitas.store.snapshot import NoSnapshot

_log = logging.getLogger(__name__)
MOST_ASKED = 600  # questions that a new snapshot is asked before it is switched to


class Shelf:
    """The one open store of a build folder.

    `note` says why it is not the one that was published last, `spoilt` why nothing sound is left, not even what is open; else empty.
    """

    def __init__(self, folder: Path, after_switch: Callable[[], None] = lambda: None):
        self.folder, self.note, self.spoilt = folder, "", ""
        self.after_switch = after_switch
        self._store: Store | None = None
        self._lock = threading.RLock()
        self._judged: dict[str, tuple[tuple, str]] = {}
        self._opened_as: tuple = ()
        self._preparing: threading.Thread | None = None

    def current(self) -> Store:
        """The store to read from now. Raises NoSnapshot."""
        wanted, why = snapshot.named(self.folder)
        store = self._store
        if store is not None and store.snapshot_id == wanted and snapshot.traces(self.folder, wanted)[:1] == self._opened_as[:1]:
            self.note = self.spoilt = ""
            return store
        with self._lock:
            harm = why or self._damage(wanted)
            self._tell(harm)
            if self._store is None:
                self._put(self._first(wanted, harm))
            elif not harm and self._store.snapshot_id != wanted:
                self._prepare(wanted)
            elif not harm:
                self._opened_as = snapshot.traces(self.folder, wanted)
            elif self._store.snapshot_id == wanted or self._overwritten():
                # What is not in memory yet can't be read any more.
                other = self._newest_sound()
                if other is not None:
                    self._put(other)
            self.spoilt = self._overwritten()
            return self._store

    def join(self) -> None:
        """Wait until no newer snapshot is being prepared."""
        preparing = self._preparing
        if preparing is not None:
            preparing.join()

    # -- judging ---------------------------------------------------------------------------

    def _damage(self, snapshot_id: str) -> str:
        """What is wrong with a snapshot, looked at again only when its file or seal has changed."""
        traces = snapshot.traces(self.folder, snapshot_id)
        known = self._judged.get(snapshot_id)
        if known is None or known[0] != traces:
            self._judged[snapshot_id] = known = traces, snapshot.damage(self.folder, snapshot_id)
        return known[1]

    def _overwritten(self) -> str:
        """Why the open file is not sound any more: written over where it lies. One that was replaced or removed stays open as it was."""
        now, before = snapshot.traces(self.folder, self._store.snapshot_id)[0], self._opened_as[0]
        same_place = now[-1:] == before[-1:]
        return self._damage(self._store.snapshot_id) if same_place and now != before else ""

    def _tell(self, harm: str) -> None:
        """In the log once, and for whoever asks."""
        if harm and harm != self.note:
            _log.warning("%s", harm)
        self.note = harm

    # -- opening ---------------------------------------------------------------------------

    def _open(self, snapshot_id: str) -> Store | None:
        """A sound snapshot, opened; None where it is not sound or can't be opened, which is then known of it."""
        if self._damage(snapshot_id):
            return None
        try:
            return Store(snapshot.path(self.folder, snapshot_id), snapshot_id)
        except NoSnapshot as reason:
            # Sealed, and yet no database that can be read.
            self._judged[snapshot_id] = snapshot.traces(self.folder, snapshot_id), str(reason)
            return None

    def _newest_sound(self) -> Store | None:
        known = snapshot.by_age(self.folder)
        self._judged = {name: judged for name, judged in self._judged.items() if name in known}
        return next((store for store in map(self._open, known) if store), None)

    def _first(self, wanted: str, harm: str) -> Store:
        store = None if harm else self._open(wanted)
        if store is None:
            harm = harm or self._judged[wanted][1]
            self._tell(harm)
            store = self._newest_sound()
            if store is not None:
                _log.warning("snapshot %s is served instead", store.snapshot_id)
        if store is None:
            built = bool(wanted) or any((self.folder / "snapshots").glob("netralitas-*"))
            raise NoSnapshot(harm, built)
        return store

    def _put(self, store: Store) -> None:
        self._store, self._opened_as = store, snapshot.traces(self.folder, store.snapshot_id)

    # -- a newer one -----------------------------------------------------------------------

    def _prepare(self, snapshot_id: str) -> None:
        """In the background, one at a time; meanwhile the one that is open answers."""
        if self._preparing is None:
            self._preparing = threading.Thread(target=self._take_over, args=(snapshot_id,), name="netralitas-snapshot", daemon=True)
            self._preparing.start()

    def _take_over(self, snapshot_id: str) -> None:
        try:
            store, before = self._open(snapshot_id), self._store
            if store is not None:
                _ask_the_same(store, before)
                with self._lock:
                    self._put(store)
                before.memory.retire()
                _log.info("snapshot %s is served", snapshot_id)
            del store, before
        except Exception:
            _log.exception("snapshot %s was not taken over", snapshot_id)
        finally:
            self._preparing = None
        self.after_switch()


def _ask_the_same(store: Store, before: Store) -> None:
    """What readers asked last is what they will ask next. It takes half a processor at most: they are reading meanwhile.

    It rests as long as it has worked, not as long as it has waited for a processor: under many readers that made a switch take minutes.
    """
    for asked in before.memory.recent()[:MOST_ASKED]:
        began = time.thread_time()
        try:
            asked.again(store)
        except Exception as defect:
            # A region or election may be gone; who asks for it is told so.
            _log.info("not asked again: %s (%r)", asked.ask.__name__, defect)
        time.sleep(time.thread_time() - began)
