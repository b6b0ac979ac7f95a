from django.utils.translation import gettext_lazy as _

from groundswell.orgs.rights import Right
from groundswell.ui.navigation import NavEntry, register

register(NavEntry("today", _("Today"), "today", "home", order=0))
register(
    NavEntry(
        "audit", _("Audit"), "audit", "clipboard-document-list", right=Right.SEE_AUDIT, order=90, foot=True
    )
)
