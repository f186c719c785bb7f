"""Answers remembered with the snapshot that gave them: one memory a store, gone with it, bounded in bytes.

Equal questions that are asked at once are answered once: the others wait for the first. What was asked is kept with each
answer, so that a new snapshot can be asked the same before its readers come. What strangers type is not remembered.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps

from netralitas.chart import Chart, declared
from netralitas.store.weight import weight

BUDGET = 96 * 2**20
_SHARE = 4  # no single answer takes more than this part of the budget
AT_ONCE = 2  # files, decks and pictures that are made at the same time: each takes a processor and much memory


@dataclass(frozen=True)
class Asked:
    """A question: a function and what it was asked with; `of` is the question whose answer (a chart) it is about."""

    ask: Callable
    arguments: tuple = ()
    named: tuple[tuple[str, object], ...] = ()
    of: "Asked | None" = None

    def again(self, store: object) -> object:
        """Ask another snapshot the same."""
        subject = self.of.again(store) if self.of else store
        return self.ask(subject, *self.arguments, **dict(self.named))


class _Flight:
    """An answer on its way: who else asks waits for it."""

    def __init__(self) -> None:
        self.landed, self.answer = threading.Event(), None


class Memory:
    """Question → answer, the least recently used forgotten first."""

    def __init__(self, budget: int = BUDGET):
        self.budget, self.held = budget, 0
        self._lock = threading.Lock()
        self._answers: OrderedDict[object, tuple[object, int]] = OrderedDict()
        self._flights: dict[object, _Flight] = {}

    def answer(self, question: object, make: Callable[[], object]) -> object:
        """From memory, from whoever is working it out just now, or made here."""
        while True:
            with self._lock:
                known = self._answers.get(question)
                if known is not None:
                    self._answers.move_to_end(question)
                    return known[0]
                flight = self._flights.get(question)
                if flight is None:
                    self._flights[question] = own = _Flight()
                    break
            flight.landed.wait()
            if flight.answer is not None:
                return flight.answer[0]
            # It failed: a failure is told to who caused it, and not remembered.
        try:
            own.answer = (make(),)
            self._keep(question, own.answer[0])
        finally:
            with self._lock:
                del self._flights[question]
            own.landed.set()
        return own.answer[0]

    def _keep(self, question: object, answer: object) -> None:
        size = weight(answer)
        with self._lock:
            if size > self.budget // _SHARE:
                return
            self._answers[question] = answer, size
            self.held += size
            while self.held > self.budget:
                self.held -= self._answers.popitem(last=False)[1][1]

    def retire(self) -> None:
        """Forget everything, and keep nothing more: a newer snapshot has taken over."""
        with self._lock:
            self.budget = self.held = 0
            self._answers.clear()

    def recent(self) -> list[Asked]:
        """What was asked, the last first."""
        with self._lock:
            return [question for question in reversed(self._answers) if isinstance(question, Asked)]

    def answers(self) -> list[object]:
        """All that is remembered."""
        with self._lock:
            return [answer for answer, _ in self._answers.values()]


def remembered(declare: Callable | None = None, *, unless: Callable[..., bool] | None = None) -> Callable:
    """Answer the same question to a snapshot (the first argument) from its memory; arguments must be hashable.

    `unless` says of the other arguments whether a stranger typed any: such a question is not asked again, and there is no end of them.
    """
    if declare is None:
        return lambda declare: remembered(declare, unless=unless)

    @wraps(declare)
    def answer(store: object, *arguments: object, **named: object) -> object:
        if unless is not None and unless(*arguments, **named):
            return declare(store, *arguments, **named)
        asked = Asked(answer, arguments, tuple(sorted(named.items())))
        return store.memory.answer(asked, lambda: _answered(store, declare, asked))

    return answer


def _answered(store: object, declare: Callable, asked: Asked) -> object:
    """The answer; a chart keeps how it was asked for, so that a deck can ask again, and where to remember what is drawn of it."""
    given = declare(store, *asked.arguments, **dict(asked.named))
    if not isinstance(given, Chart):
        return given
    scope, *more = asked.arguments
    name = f"{declare.__module__.rpartition('.')[2]}.{declare.__name__}"
    how = None if asked.named else (name, scope, tuple(more))
    memory = store.memory
    keep = lambda draw, arguments, make: memory.answer(Asked(draw, arguments, of=asked), make)  # noqa: E731
    return declared(replace(given, synthetic=store.synthetic), how, keep)


# -- what is dear -----------------------------------------------------------------------

_room = threading.BoundedSemaphore(AT_ONCE)
_inside = threading.local()


def dearly(make: Callable, *arguments: object) -> object:
    """What `make` gives, made when there is room for it."""
    with dear():
        return make(*arguments)


@contextmanager
def dear() -> Iterator[None]:
    """Make a file, a deck or a picture: only so many at once in this process, so that pages are still answered."""
    if getattr(_inside, "already", False):
        yield
        return
    with _room:
        _inside.already = True
        try:
            yield
        finally:
            _inside.already = False
