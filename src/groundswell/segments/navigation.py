from django.utils.translation import gettext_lazy as _

from groundswell.orgs.rights import Right
from groundswell.ui.navigation import NavEntry, register

register(NavEntry("people.segments", _("Segments"), "segments", "funnel", Right.SEE_PEOPLE, order=20))
