from groundswell.accounts.models.sign_in import SignIn
from groundswell.accounts.models.user import User

__all__ = ["SignIn", "User"]
