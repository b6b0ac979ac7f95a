import threading

import pytest
from django.db import OperationalError, connection, connections, transaction

from groundswell.kernel import shared_commit
from groundswell.kernel.models import KeyFingerprint
from groundswell.kernel.shared_commit import commit_together


def note(name: str) -> str:
    KeyFingerprint.objects.create(fingerprint=f"test {name}")
    return name


def noted() -> list[str]:
    kept = KeyFingerprint.objects.filter(fingerprint__startswith="test ")
    return sorted(each.fingerprint.removeprefix("test ") for each in kept)


def note_and_fail() -> None:
    note("never")
    raise ValueError("of my own")


@pytest.fixture
def company() -> list[shared_commit._Errand]:
    """Three people whose work goes into one commit; the one in the middle fails."""
    return [shared_commit._Errand(work) for work in (lambda: note("a"), note_and_fail, lambda: note("b"))]


@pytest.mark.django_db(transaction=True)
def test_each_hears_what_became_of_their_own_work(company: list[shared_commit._Errand]) -> None:
    shared_commit._run_all(company)
    assert [errand.result for errand in company] == ["a", None, "b"]
    assert [type(errand.error) for errand in company] == [type(None), ValueError, type(None)]
    assert noted() == ["a", "b"]


@pytest.mark.django_db(transaction=True)
def test_nobody_is_told_yes_when_the_commit_fails(
    company: list[shared_commit._Errand], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(connection, "commit", full)
    shared_commit._run_all(company)
    monkeypatch.undo()
    assert all(errand.error for errand in company)
    assert noted() == []


@pytest.mark.django_db(transaction=True)
def test_inside_a_transaction_it_is_part_of_it() -> None:
    with transaction.atomic():
        commit_together(lambda: note("a"))
        transaction.set_rollback(True)
    assert noted() == []


@pytest.mark.django_db(transaction=True)
def test_many_at_the_same_time_each_get_their_own_answer() -> None:
    if connection.vendor == "sqlite" and connection.is_in_memory_db():  # type: ignore[attr-defined]
        pytest.skip("needs a database that several connections can open")
    heard: dict[str, str] = {}

    def tell(name: str) -> None:
        heard[name] = commit_together(lambda: note(name))
        connections.close_all()

    crew = [threading.Thread(target=tell, args=(f"n{number:02}",)) for number in range(20)]
    for each in crew:
        each.start()
    for each in crew:
        each.join()
    assert heard == {name: name for name in noted()}
    assert len(heard) == 20
