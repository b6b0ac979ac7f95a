from groundswell.orgs.models.agreement import Agreement, AgreementAcceptance
from groundswell.orgs.models.group import Group
from groundswell.orgs.models.invitation import Invitation
from groundswell.orgs.models.join_link import JoinLink, JoinRequest
from groundswell.orgs.models.membership import Membership
from groundswell.orgs.models.organisation import Organisation
from groundswell.orgs.models.role_grant import Role, RoleGrant

__all__ = [
    "Agreement",
    "AgreementAcceptance",
    "Group",
    "Invitation",
    "JoinLink",
    "JoinRequest",
    "Membership",
    "Organisation",
    "Role",
    "RoleGrant",
]
