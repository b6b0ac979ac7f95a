import phonenumbers
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import timezone as number_zones

from groundswell.kernel.phones import TEXTABLE, read_phone

COUNTRIES = st.sampled_from(["GB", "NL", "US", "DE", "CA", "IT", "RU", "BR", "AU", "MX"])


@given(st.text("0123456789+ ()-", min_size=6, max_size=16), COUNTRIES)
def test_a_number_is_read_as_the_numbering_plan_has_it(raw: str, country: str) -> None:
    phone = read_phone(raw, country)
    try:
        number = phonenumbers.parse(raw, country)
    except phonenumbers.NumberParseException:
        assert phone is None
        return
    assert (phone is not None) == phonenumbers.is_valid_number(number)
    if phone:
        assert phone.e164 == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        assert phone.textable == (phonenumbers.number_type(number) in TEXTABLE)
        assert phone.zones == tuple(number_zones.time_zones_for_number(number))


@given(COUNTRIES, st.integers(0, 40))
def test_example_numbers_of_each_kind_keep_their_kind_and_zones(country: str, kind: int) -> None:
    example = phonenumbers.example_number_for_type(country, kind % 11)
    if example is None:
        return
    phone = read_phone(phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164), country)
    assert phone is not None
    assert phone.textable == (phonenumbers.number_type(example) in TEXTABLE)
    assert phone.zones == tuple(number_zones.time_zones_for_number(example))


def test_what_is_no_number_is_refused() -> None:
    for raw in ["", "12", "n/a", "+", "\0", "9" * 70, "+44 7700", "call me"]:
        assert read_phone(raw, "GB") is None


def test_spaces_brackets_and_national_zeros_lead_to_one_number() -> None:
    written = ["07400 123456", "+44 7400 123456", "0044 7400 123456", "(07400) 123-456", "+44 (0)7400 123456"]
    assert {getattr(read_phone(raw, "GB"), "e164", None) for raw in written} == {"+447400123456"}
