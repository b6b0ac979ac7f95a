"""The organiser's side of texting."""

from django.urls import path

from groundswell.texting.views.desk import (
    campaigns,
    launch,
    results,
    rounds,
    running,
    setup,
    strangers,
    supervise,
)

urlpatterns = [
    path("texting/", campaigns.campaigns, name="campaigns"),
    path("texting/new", campaigns.new_campaign, name="campaign_new"),
    path("texting/<uuid:campaign_id>/", campaigns.campaign, name="campaign"),
    path("texting/<uuid:campaign_id>/basics", setup.basics, name="campaign_basics"),
    path("texting/<uuid:campaign_id>/audience", setup.audience, name="campaign_audience"),
    path(
        "texting/<uuid:campaign_id>/audience/<uuid:segment_id>", setup.audience, name="campaign_audience_from"
    ),
    path("texting/<uuid:campaign_id>/message", setup.message, name="campaign_message"),
    path("texting/<uuid:campaign_id>/message/preview", setup.message_preview, name="campaign_preview"),
    path("texting/<uuid:campaign_id>/script", setup.script, name="campaign_script"),
    path("texting/<uuid:campaign_id>/limits", setup.limits, name="campaign_limits"),
    path("texting/<uuid:campaign_id>/review", launch.review, name="campaign_review"),
    path("texting/<uuid:campaign_id>/review/<slug:reason>", launch.left_out, name="campaign_left_out"),
    path("texting/<uuid:campaign_id>/start", launch.start, name="campaign_start"),
    path("texting/<uuid:campaign_id>/pause", running.pause, name="campaign_pause"),
    path("texting/<uuid:campaign_id>/resume", running.resume, name="campaign_resume"),
    path("texting/<uuid:campaign_id>/close", running.close, name="campaign_close"),
    path("texting/<uuid:campaign_id>/results", results.results, name="campaign_results"),
    path("texting/<uuid:campaign_id>/results.csv", results.results_file, name="campaign_results_file"),
    path("texting/<uuid:campaign_id>/newcomers", rounds.newcomers, name="campaign_newcomers"),
    path("texting/<uuid:campaign_id>/follow-up", rounds.follow_up, name="campaign_follow_up"),
    path("texting/<uuid:campaign_id>/texters", supervise.texters, name="campaign_texters"),
    path("texting/<uuid:campaign_id>/conversations", supervise.conversations, name="campaign_conversations"),
    path("texting/texters/<uuid:assignment_id>/suspend", supervise.suspend, name="texter_suspend"),
    path("texting/texters/<uuid:assignment_id>/resume", supervise.resume, name="texter_resume"),
    path("texting/texters/<uuid:assignment_id>/give-back", supervise.give_back, name="texter_give_back"),
    path("texting/conversations/<uuid:conversation_id>/", supervise.conversation, name="conversation"),
    path("texting/conversations/<uuid:conversation_id>/take", supervise.take_over, name="conversation_take"),
    path("texting/texts/<uuid:text_id>", supervise.decide_text, name="text_decide"),
    path("texting/inbox/", strangers.inbox, name="texting_inbox"),
    path("texting/inbox/<uuid:conversation_id>/answer", strangers.answer, name="stranger_answer"),
    path("texting/inbox/<uuid:conversation_id>/done", strangers.finish, name="stranger_finish"),
    path("texting/holds/", supervise.holds, name="texting_holds"),
    path("texting/holds/<int:hold_id>", supervise.decide, name="texting_hold"),
]
