from groundswell.consent.services.decide_hold import decide_hold
from groundswell.consent.services.hold_address import hold_address
from groundswell.consent.services.lift_stop import lift_stop
from groundswell.consent.services.record_consent import record_consent
from groundswell.consent.services.record_consent_for_import import record_consent_for_import
from groundswell.consent.services.resume_person import resume_person
from groundswell.consent.services.stop_contact import stop_contact
from groundswell.consent.services.stop_person import stop_person
from groundswell.consent.services.take_back_import_consent import take_back_import_consent
from groundswell.consent.services.take_back_person_stop import take_back_person_stop
from groundswell.consent.services.take_back_stop import take_back_stop

__all__ = [
    "decide_hold",
    "hold_address",
    "lift_stop",
    "record_consent",
    "record_consent_for_import",
    "resume_person",
    "stop_contact",
    "stop_person",
    "take_back_import_consent",
    "take_back_person_stop",
    "take_back_stop",
]
