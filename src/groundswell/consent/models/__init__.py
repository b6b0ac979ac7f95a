from groundswell.consent.models.consent_event import ConsentEvent
from groundswell.consent.models.consent_state import ConsentState
from groundswell.consent.models.hold import Hold
from groundswell.consent.models.suppression import Suppression

__all__ = ["ConsentEvent", "ConsentState", "Hold", "Suppression"]
