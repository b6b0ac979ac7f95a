from django.utils.translation import gettext_lazy as _

from groundswell.orgs.rights import Right
from groundswell.ui.navigation import NavEntry, register, register_search

register(NavEntry("people", _("People"), "people", "users", Right.SEE_PEOPLE, order=20))
register_search(
    NavEntry("people.search", _("Search people"), "people_search", "magnifying-glass", Right.SEE_PEOPLE)
)
