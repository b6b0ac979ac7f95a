import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from groundswell.kernel.fields import Sealed
from groundswell.kernel.sealed import match_key, seal, unseal


@given(st.text(max_size=200))
def test_what_was_sealed_opens_again(text: str) -> None:
    assert unseal("phone", seal("phone", text)) == text


def test_a_value_does_not_open_under_another_label() -> None:
    with pytest.raises(InvalidTag):
        unseal("address", seal("phone", "+447700900123"))


def test_a_changed_value_does_not_open() -> None:
    blob = bytearray(seal("phone", "+447700900123"))
    blob[-1] ^= 1
    with pytest.raises(InvalidTag):
        unseal("phone", bytes(blob))


def test_a_sealed_value_never_shows_itself() -> None:
    assert "7700" not in f"{Sealed.of('phone', '+447700900123')!r} {Sealed.of('phone', '+447700900123')}"


def test_the_same_number_has_another_key_in_another_organisation() -> None:
    assert match_key(1, "phone", "+447700900123") != match_key(2, "phone", "+447700900123")
    assert match_key(1, "phone", "+447700900123") == match_key(1, "phone", "+447700900123")
