from django.urls import path

from groundswell.orgs.views import group, invitations, join_links, members, profile
from groundswell.orgs.views.agreement import agreement
from groundswell.orgs.views.first_run import first_run
from groundswell.orgs.views.invitation import invitation
from groundswell.orgs.views.invite_list import invite_list
from groundswell.orgs.views.join import join
from groundswell.orgs.views.team import team

urlpatterns = [
    path("agreement/", agreement, name="agreement"),
    path("start/", first_run, name="first_run"),
    path("you/", profile.profile, name="profile"),
    path("you/devices/<uuid:sign_in_id>/", profile.sign_out_device, name="sign_out_device"),
    path("you/organisation/", profile.choose_organisation, name="choose_organisation"),
    path("i/<str:token>/", invitation, name="invitation"),
    path("j/<str:token>/", join, name="join"),
    path("team/", team, name="team"),
    path("team/invitations/", invite_list, name="invite_list"),
    path("team/invitations/<uuid:public_id>/renew/", invitations.renew, name="renew_invitation"),
    path("team/invitations/<uuid:public_id>/mail/", invitations.mail, name="mail_invitation"),
    path("team/invitations/<uuid:public_id>/withdraw/", invitations.withdraw, name="withdraw_invitation"),
    path("team/join-links/", join_links.join_links, name="join_links"),
    path("team/join-links/<uuid:public_id>/close/", join_links.close, name="close_join_link"),
    path("team/join-requests/<uuid:public_id>/", join_links.decide, name="decide_join_request"),
    path("team/groups/<uuid:public_id>/", group.group, name="group"),
    path("team/groups/<uuid:public_id>/edit/", group.edit_group, name="edit_group"),
    path("team/groups/<uuid:public_id>/groups/", group.add_groups, name="add_groups"),
    path("team/groups/<uuid:public_id>/place/", group.move, name="move_group"),
    path("team/groups/<uuid:public_id>/invitations/", invitations.invite, name="invite"),
    path("team/groups/<uuid:public_id>/join-link/", join_links.make_join_link, name="make_join_link"),
    path("team/members/<uuid:public_id>/", members.member, name="member"),
    path("team/members/<uuid:public_id>/roles/<uuid:group_id>/", members.roles, name="roles"),
    path(
        "team/members/<uuid:public_id>/roles/<int:grant_id>/withdraw/",
        members.withdraw_role,
        name="withdraw_role",
    ),
    path("team/members/<uuid:public_id>/suspension/", members.suspension, name="suspension"),
    path("team/members/<uuid:public_id>/end/", members.end, name="end_membership"),
]
