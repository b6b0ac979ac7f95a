"""The one gate before every contact on any channel. Ask it; never decide beside it.

`with_verdict` annotates people (audiences, counts, INSERT..SELECT); `may_contact` is the same query
for one person, with every reason and the moment it will be possible.
"""

from groundswell.outreach.gate.may_contact import Verdict, may_contact
from groundswell.outreach.gate.reasons import Reason
from groundswell.outreach.gate.with_verdict import with_verdict

__all__ = ["Reason", "Verdict", "may_contact", "with_verdict"]
