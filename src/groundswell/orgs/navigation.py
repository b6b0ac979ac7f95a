from django.utils.translation import gettext_lazy as _

from groundswell.orgs.rights import Right
from groundswell.ui.navigation import NavEntry, register

register(NavEntry("team", _("Team"), "team", "user-group", right=Right.INVITE, order=70, foot=True))
