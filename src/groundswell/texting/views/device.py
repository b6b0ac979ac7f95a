"""What a volunteer's device says to the server. Names go out, numbers never do.

Signing on. With the session cookie and CSRF token of the page:
    POST /t/api/open/<assignment>     -> {token, expires_at, volunteer, organisation, campaign: {name,
         closes_at,
                                          papers_until, seconds_between, batch_size}}
Everything else sends `Authorization: Device <token>` and no cookie; POST bodies are JSON objects. An error
         is
    {error: "SignedOut", message: "words for the volunteer", ...} with status
    401 the token is over: open again | 403 suspended | 404 not with you | 409 not possible now | 422 bad
         input
    429 too fast: `retry_after_ms` | 503 busy: keep it, try again.

    GET  /t/api/state                 -> {held, sent, answered, replies, papers}   for the header and the
         end screen
    POST /t/api/batch        {}       -> {cards, replies, none_because, waits_until}
         replies: how many waiting replies of the branch came along (see /replies); answer them first
         none_because: "" | "full" (use up what you hold) | "waits" (quiet hours, until waits_until)
                       | "with_others" (others hold the rest) | "all_texted"
    GET  /t/api/cards?limit=40        -> {cards}
         card: {token, key, conversation, name, branch, body, parts, follow_up}
    POST /t/api/skip         {token}  -> {}          the card goes to the end of the hand
    POST /t/api/gestures     {gestures: [{token, body?, answers?, address?}, ...]}   at most 16, handled in
         order
         -> {results: [{state: "accepted", text, token?, key?} | {state: "refused", error, message, ...}]}
         A gesture is one tap. Its token is a card's or a thread's, each good for one text. `body` only
         where the
         volunteer changed the words (cards) or wrote them (replies). `answers`: ids of script answers to
         record in
         the same action; with answers `body` may be empty. `address`: the postal address they confirmed,
         for an
         answer that means "needs a paper". For replies the result carries the next token.
         Sending the same gesture again (lost connection, double tap) gives the same answer and no second
         text.
         Keep refused "TooFast" gestures and send them again after `retry_after_ms`; drop all other refused
         ones
         and show their message.
    GET  /t/api/replies               -> {replies: [{conversation, name, branch, excerpt, waiting_since,
                                          closed_because}]}   longest waiting first; poll every few seconds
    GET  /t/api/conversations/<id>    -> {conversation, name, branch, household, texts, questions, token,
         key, address,
                                          waiting_since, closed_because, closed_words}
         text: {id, from_them, body, at, state, state_words}
         question: {id, text, after, given, answers: [{id, label, meaning, suggested_reply}]}; show a
         question when
         `after` is null or is the answer now chosen; choosing an answer proposes its suggested reply.
    POST /t/api/conversations/<id>/stop          {}        they asked to stop: takes effect at once ->
         {undo_until}
    POST /t/api/conversations/<id>/undo-stop     {}        a mis-tap, within a minute
    POST /t/api/conversations/<id>/escalate      {}        hand it to a leader
    POST /t/api/conversations/<id>/give-away     {}        "I know this person": to someone else, also for
         cards
    POST /t/api/conversations/<id>/hide          {}        "take this off my screen": to a leader, after
         abuse
    POST /t/api/conversations/<id>/no-answer     {}        a "thanks!" needs none
    POST /t/api/conversations/<id>/wrong-number  {}        marks the number, not the person
    POST /t/api/done         {}       -> {sent, answered, replies, papers, given_back}   done for today
"""

from typing import Any
from uuid import UUID

from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from groundswell.kernel import clock
from groundswell.kernel.errors import BadInput
from groundswell.kernel.ids import read_number
from groundswell.kernel.routes import member_page
from groundswell.orgs.rights import Right
from groundswell.texting.access import get_assignment_for, get_held_conversation_for
from groundswell.texting.selectors.cards import cards
from groundswell.texting.selectors.progress import progress
from groundswell.texting.selectors.replies import thread, waiting_replies
from groundswell.texting.services.join_campaign import open_on_device
from groundswell.texting.services.leave_unanswered import leave_unanswered
from groundswell.texting.services.mark_wrong_number import mark_wrong_number
from groundswell.texting.services.pass_on import escalate, give_away, take_off_screen
from groundswell.texting.services.release_turns import finish_for_today, skip_turn
from groundswell.texting.services.send_gestures import Gesture, Outcome, send_gestures
from groundswell.texting.services.stop_person import stop_person, undo_stop
from groundswell.texting.services.take_batch import take_batch
from groundswell.texting.tokens import GestureToken
from groundswell.texting.views.door import DeviceRequest, device_call, device_of, in_words

MOST_GESTURES = 16


@member_page(Right.TEXT)
@require_POST
def open_device(request: Any, assignment: UUID) -> JsonResponse:
    mine = get_assignment_for(request.viewer, assignment)
    token = open_on_device(viewer=request.viewer, assignment=mine)
    campaign = mine.campaign
    return JsonResponse(
        {
            "token": token.write(),
            "expires_at": token.expires_at,
            "volunteer": str(mine.membership),
            "organisation": campaign.organisation.name,
            "campaign": {
                "name": campaign.name,
                "closes_at": campaign.closes_at,
                "papers_until": campaign.papers_until,
                "seconds_between": campaign.seconds_between,
                "batch_size": campaign.batch_size,
            },
        },
        headers={"Cache-Control": "no-store"},
    )


@device_call("POST")
def batch(request: DeviceRequest) -> dict[str, Any]:
    device = device_of(request)
    taken = take_batch(viewer=device.viewer, assignment=device.assignment)
    return {
        "cards": cards(device) if taken.turns else [],
        "replies": taken.replies,
        "none_because": taken.none_because,
        "waits_until": taken.waits_until,
    }


@device_call("GET")
def hand(request: DeviceRequest) -> dict[str, Any]:
    return {"cards": cards(device_of(request), limit=read_number(request.GET.get("limit", "")) or 40)}


@device_call("POST")
def gestures(request: DeviceRequest) -> dict[str, Any]:
    wanted = request.sent.get("gestures")
    if not isinstance(wanted, list) or not 1 <= len(wanted) <= MOST_GESTURES:
        raise BadInput(_("Between one and sixteen gestures fit in a request. Nothing was sent."))
    outcomes = send_gestures(token=request.token, gestures=[_gesture(one) for one in wanted])
    return {"results": [_result(outcome) for outcome in outcomes]}


def _gesture(sent: Any) -> Gesture:
    try:
        return Gesture(
            token=str(sent["token"]),
            body=str(sent.get("body") or ""),
            answers=tuple(UUID(answer) for answer in sent.get("answers") or ()),
            address=str(sent.get("address") or ""),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BadInput(_("The device sent something we cannot read. Nothing was sent.")) from None


def _result(outcome: Outcome) -> dict[str, Any]:
    if outcome.error:
        return {"state": "refused", **in_words(outcome.error)}
    accepted = {"state": "accepted", "text": outcome.text_id}
    if token := outcome.next_token:
        accepted |= {"token": token.write(), "key": str(token.key)}
    return accepted


@device_call("GET")
def replies(request: DeviceRequest) -> dict[str, Any]:
    return {"replies": waiting_replies(device_of(request))}


@device_call("GET")
def conversation(request: DeviceRequest, conversation: UUID) -> dict[str, Any]:
    device = device_of(request)
    return thread(device, get_held_conversation_for(device, conversation))


@device_call("POST")
def stop(request: DeviceRequest, conversation: UUID) -> dict[str, Any]:
    device = device_of(request)
    grace = stop_person(actor=device.actor, conversation=get_held_conversation_for(device, conversation))
    return {"undo_until": clock.now() + grace}


@device_call("POST")
def undo(request: DeviceRequest, conversation: UUID) -> dict[str, Any]:
    device = device_of(request)
    undo_stop(actor=device.actor, conversation=get_held_conversation_for(device, conversation))
    return {}


@device_call("POST")
def to_leader(request: DeviceRequest, conversation: UUID) -> dict[str, Any]:
    device = device_of(request)
    escalate(actor=device.actor, conversation=get_held_conversation_for(device, conversation))
    return {}


@device_call("POST")
def to_someone_else(request: DeviceRequest, conversation: UUID) -> dict[str, Any]:
    device = device_of(request)
    found = get_held_conversation_for(device, conversation)
    give_away(actor=device.actor, conversation=found, assignment=device.assignment)
    return {}


@device_call("POST")
def hide(request: DeviceRequest, conversation: UUID) -> dict[str, Any]:
    device = device_of(request)
    found = get_held_conversation_for(device, conversation)
    take_off_screen(actor=device.actor, conversation=found, assignment=device.assignment)
    return {}


@device_call("POST")
def no_answer(request: DeviceRequest, conversation: UUID) -> dict[str, Any]:
    device = device_of(request)
    leave_unanswered(actor=device.actor, conversation=get_held_conversation_for(device, conversation))
    return {}


@device_call("POST")
def wrong_number(request: DeviceRequest, conversation: UUID) -> dict[str, Any]:
    device = device_of(request)
    mark_wrong_number(actor=device.actor, conversation=get_held_conversation_for(device, conversation))
    return {}


@device_call("POST")
def skip(request: DeviceRequest) -> dict[str, Any]:
    device = device_of(request)
    token = GestureToken.read(str(request.sent.get("token")), assignment_id=device.assignment.id)
    skip_turn(assignment=device.assignment, turn_id=token.subject_id)
    return {}


@device_call("GET")
def state(request: DeviceRequest) -> dict[str, Any]:
    return {**progress(device_of(request))}


@device_call("POST")
def done(request: DeviceRequest) -> dict[str, Any]:
    device = device_of(request)
    given_back = finish_for_today(actor=device.actor, assignment=device.assignment)
    return {**progress(device), "given_back": given_back}
