from datetime import timedelta

from groundswell.orgs.models import Group, JoinLink
from groundswell.orgs.services.make_join_links import LIFE, make_join_links
from groundswell.orgs.viewer import Viewer


def make_join_link(*, viewer: Viewer, group: Group, life: timedelta = LIFE) -> tuple[JoinLink, str]:
    """One group's link and its token, which is returned once."""
    return make_join_links(viewer=viewer, groups=[group], life=life)[0]
