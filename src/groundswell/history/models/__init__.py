from groundswell.history.models.change import Change
from groundswell.history.models.changeset import Changeset

__all__ = ["Change", "Changeset"]
