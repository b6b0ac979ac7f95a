from django.conf import settings
from django.db import models

from groundswell.kernel.ids import PublicIdModel


class SignIn(PublicIdModel):
    """An open session, so that its owner can see and end it. No address of the network is kept."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sign_ins")
    session_key = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
