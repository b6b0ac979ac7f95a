from django.utils.translation import gettext_lazy as _

from groundswell.orgs.rights import Right
from groundswell.ui.navigation import NavEntry, register

register(
    NavEntry(
        key="settings",
        label=_("Settings"),
        url_name="texting_settings",
        icon="cog-6-tooth",
        right=Right.CHANGE_SETTINGS,
        order=90,
        foot=True,
    )
)
register(
    NavEntry(
        key="requests",
        label=_("Requests"),
        url_name="requests",
        icon="inbox-arrow-down",
        right=Right.HANDLE_REQUESTS,
        order=30,
    )
)
