from django.utils.translation import gettext_lazy as _

from groundswell.orgs.rights import Right
from groundswell.ui.navigation import NavEntry, register

register(
    NavEntry(
        key="texting",
        label=_("Texting"),
        url_name="campaigns",
        icon="chat-bubble-left-right",
        right=Right.SEE_RESULTS,
        order=20,
    )
)
