from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from groundswell.kernel.ids import PublicIdModel


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(PublicIdModel, AbstractBaseUser):
    """Someone who signs in. What they may see comes from their memberships, never from here."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=100)
    language = models.CharField(max_length=10, default="en")
    time_zone = models.CharField(max_length=50, default="Europe/London")
    is_active = models.BooleanField(default=True)
    runs_server = models.BooleanField(default=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0]
