from django.db import models


class Job(models.Model):
    """A nudge to do durable work, leased by one worker at a time.

    Times come from the database's clock. A job whose lease ran out is taken up again; after
    `max_attempts` it is dead and waits for a person.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        DEAD = "dead"

    task = models.CharField(max_length=120)
    arguments = models.JSONField(default=dict)
    organisation_id = models.BigIntegerField(null=True)
    queue = models.CharField(max_length=20, default="default")
    priority = models.SmallIntegerField(default=0)
    unique_key = models.CharField(max_length=150, null=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    run_after = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=60, blank=True)
    attempts = models.SmallIntegerField(default=0)
    max_attempts = models.SmallIntegerField(default=8)
    every_seconds = models.IntegerField(null=True)
    last_error = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["queue", "-priority", "run_after", "id"],
                name="job_due",
                condition=models.Q(state="waiting"),
            ),
            models.Index(fields=["lease_until"], name="job_leased", condition=models.Q(state="running")),
            models.Index(fields=["finished_at"], name="job_finished", condition=models.Q(state="done")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["unique_key"],
                condition=models.Q(state="waiting"),
                name="one_waiting_job_per_key",
            )
        ]
