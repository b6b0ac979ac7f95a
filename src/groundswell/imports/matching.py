"""The rule by which a row finds its person; what each row decides, the later rows of the file see.

1. A membership number finds who holds it, and nobody else.
2. Else the mobile, then the e-mail, finds whoever has that address and may be the same person: the names are
   equal or one is missing, and they do not hold two different membership numbers.
3. More than one such person is ambiguous: the row is rejected, and so is a later row that may be the same.
4. Nobody is somebody new. An address shared by people with different names makes a household.
5. A row without a name must find the same one person by each of its addresses.
6. Rows with a membership number are decided first, rows without a name last. Of two rows of one person the
   first decided counts.

So loading a file twice adds and changes nothing the second time.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from groundswell.imports.reasons import Reason

ROWS_IN_A_RANK = 1_000_000_000


@dataclass(frozen=True, slots=True)
class RowKeys:
    """What a row is matched by. `name` is "" when the row gives none."""

    number: int
    external_id: str | None = None
    phone: str | None = None
    email: str | None = None
    name: str = ""

    @property
    def position(self) -> int:
        """The order in which rows are decided: what says most comes first."""
        rank = 0 if self.external_id else 1 if self.name else 2
        return rank * ROWS_IN_A_RANK + self.number


@dataclass(slots=True, eq=False)
class Known:
    """Somebody a row may be. `id` is a person's, or minus a row's number for who is new in this file.

    `row` is the row that counts for them; `doubtful`: that row itself could not be decided.
    """

    id: int
    external_id: str | None = None
    name: str = ""
    open: bool = True
    row: int | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Whom the row is (None: somebody new), or why it is nobody."""

    known: Known | None = None
    reason: Reason | None = None


@dataclass
class Neighbours:
    """Everybody the rows at hand might be, by each key."""

    by_number: dict[str, Known] = field(default_factory=dict)
    by_phone: defaultdict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    by_email: defaultdict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))

    def add(self, known: Known, *, phone: str | None = None, email: str | None = None) -> None:
        if known.external_id:
            self.by_number.setdefault(known.external_id, known)
        for index, key in ((self.by_phone, phone), (self.by_email, email)):
            if key and known not in index[key]:
                index[key].append(known)

    def decide(self, row: RowKeys) -> Decision:
        """Finds the row's person and lets the rows after it see that."""
        decision = self._find(row)
        doubtful = decision.reason is Reason.AMBIGUOUS
        if decision.reason is Reason.ELSEWHERE:
            return decision
        known = decision.known or Known(
            -row.number, row.external_id, row.name, row=row.number, doubtful=doubtful
        )
        self.learn(known, row, is_second=decision.reason is not None)
        return decision

    def _find(self, row: RowKeys) -> Decision:
        fits = self._fits(row)
        if len(fits) > 1 or any(known.doubtful for known in fits):
            return Decision(reason=Reason.AMBIGUOUS)
        known = fits[0] if fits else None
        if known is None:
            return Decision()
        if not known.open:
            return Decision(reason=Reason.ELSEWHERE)
        return Decision(known, Reason.SAME_ROW if known.row not in {None, row.number} else None)

    def _fits(self, row: RowKeys) -> list[Known]:
        """Who it may be, by the strongest key that finds anybody."""
        if row.external_id and (holder := self.by_number.get(row.external_id)):
            return [holder]
        by_phone = [known for known in self.by_phone.get(row.phone or "", []) if _may_be(row, known)]
        by_email = [known for known in self.by_email.get(row.email or "", []) if _may_be(row, known)]
        if row.name:
            return by_phone or by_email
        return by_phone + [known for known in by_email if known not in by_phone]

    def learn(self, known: Known, row: RowKeys, *, is_second: bool) -> None:
        """A row that counts names its person; a second row of a person only adds ways to find them."""
        known.external_id = known.external_id or row.external_id
        if not is_second:
            known.name = row.name or known.name
            known.row = row.number
        self.add(known, phone=row.phone, email=row.email)


def _may_be(row: RowKeys, known: Known) -> bool:
    numbers_differ = row.external_id and known.external_id and row.external_id != known.external_id
    names_differ = row.name and known.name and row.name != known.name
    return not numbers_differ and not names_differ
