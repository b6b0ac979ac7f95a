"""Signing in the way a member really is: password and second factor done."""

import time

from django.test import Client

from groundswell.orgs.viewer import Viewer


def sign_in(viewer: Viewer, *, second_factor: bool = True) -> Client:
    """A browser in which this member is signed in."""
    client = Client()
    client.force_login(viewer.membership.user)
    if second_factor:
        session = client.session
        session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
        session["account_authentication_methods_user"] = str(viewer.membership.user_id)
        session.save()
    return client
