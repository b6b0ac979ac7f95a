"""What a view of a member's page may count on."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from groundswell.accounts.models import User
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer

volunteer_page = member_page(Right.TEXT)


class MemberRequest(HttpRequest):
    """A request that `member_page` or `volunteer_page` has let in."""

    user: User
    viewer: Viewer
    htmx: HtmxDetails
