from django.db import models


class Pace(models.Model):
    """How far ahead of the clock a sender or a provider account has already sent (a leaky bucket).

    One row per sender ("sender:5") and connection ("connection:3"); its lock also gives every worker
    a fair turn.
    """

    key = models.CharField(max_length=40, unique=True)
    busy_until = models.DateTimeField()
