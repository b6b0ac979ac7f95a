from uuid import UUID

from django.http import Http404

from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import ProviderConnection, Sender


def require_settings_right(viewer: Viewer) -> None:
    """Connections belong to the whole organisation: a role in one branch does not reach them."""
    root = Group.objects.get(organisation_id=viewer.organisation_id, parent=None)
    viewer.require(Right.CHANGE_SETTINGS, root.id)


def get_connection_for(viewer: Viewer, public_id: UUID) -> ProviderConnection:
    """Raises Http404 for another organisation's, as for one that does not exist."""
    require_settings_right(viewer)
    connections = ProviderConnection.objects.filter(organisation_id=viewer.organisation_id)
    connection = connections.filter(public_id=public_id).first()
    if connection is None:
        raise Http404
    return connection


def get_sender_for(viewer: Viewer, connection_id: UUID, public_id: UUID) -> Sender:
    senders = Sender.objects.filter(connection=get_connection_for(viewer, connection_id))
    sender = senders.filter(public_id=public_id).first()
    if sender is None:
        raise Http404
    return sender
