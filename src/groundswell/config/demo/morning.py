"""A morning of texting before the visitor comes in: volunteers send, members answer, most get a reply.

Everything goes through the same services as the real thing, with the carrier inside this process.
"""

import os
import re
from dataclasses import dataclass
from typing import Any

from groundswell.config.demo.ballot import BUILDING
from groundswell.config.demo.carrier import SECRET
from groundswell.config.demo.union import Union
from groundswell.gateways.simulator.inprocess import carrier
from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import Meaning, ProviderConnection
from groundswell.outreach.services.store_webhook import store_webhook
from groundswell.outreach.webhooks import process_receipts
from groundswell.texting.access import Device, get_device_for, get_held_conversation_for
from groundswell.texting.dispatcher import dispatch_once
from groundswell.texting.models import Campaign, Conversation
from groundswell.texting.selectors.cards import cards
from groundswell.texting.selectors.replies import thread, waiting_replies
from groundswell.texting.services.change_campaign import change_campaign
from groundswell.texting.services.join_campaign import join_campaign, open_on_device
from groundswell.texting.services.leave_unanswered import leave_unanswered
from groundswell.texting.services.send_gestures import Gesture, send_gestures
from groundswell.texting.services.take_batch import take_batch
from groundswell.texting.tokens import DeviceToken

LEFT_FOR_THE_VISITOR = 3
FIVE_MINUTES = 300
MOST_AT_ONCE = 8
BUSY_HOURS = 6
KIND_WORD = "Thanks for telling me. I'm a volunteer from your own union branch, and I'll pass that on."
PEOPLE_S_PACE = 0.6
HEARD = (
    (Meaning.NEEDS_PAPER, re.compile(r"never|arriv|paper|threw|stembiljet", re.I)),
    (Meaning.NOT_YET, re.compile(r"not yet|table|deadline|haven't|nog niet", re.I)),
    (Meaning.VOTED, re.compile(r"voted|done|posted|sent mine|^yes|gestemd", re.I)),
)


@dataclass(frozen=True)
class Texter:
    """A volunteer with a phone that is signed on to the campaign."""

    viewer: Viewer
    token: DeviceToken
    device: Device

    def send_first_messages(self) -> int:
        """Takes a batch and taps through it."""
        take_batch(viewer=self.viewer, assignment=self.device.assignment)
        gestures = [Gesture(token=card["token"]) for card in cards(self.device)]
        for start in range(0, len(gestures), MOST_AT_ONCE):
            send_gestures(token=self.token, gestures=gestures[start : start + MOST_AT_ONCE])
        return len(gestures)

    def answer_replies(self) -> int:
        """Answers all but the first few, which are left for the visitor; how many that were."""
        lines = waiting_replies(self.device)[LEFT_FOR_THE_VISITOR:]
        for line in lines:
            self._answer(get_held_conversation_for(self.device, line["conversation"]))
        return len(lines)

    def _answer(self, conversation: Conversation) -> None:
        """A first reply gets an answer; after it, thanks are left to stand."""
        said = thread(self.device, conversation)
        if sum(text["from_them"] for text in said["texts"]) == 1:
            send_gestures(token=self.token, gestures=[reply_to(said)])
        else:
            leave_unanswered(actor=self.viewer.actor, conversation=conversation)


def live_a_morning(union: Union, campaign: Campaign, texts: int) -> int:
    """Sends about so many first messages; returns how many it became."""
    texters = [sign_on(viewer, campaign) for viewer in union.texters()]
    connection = ProviderConnection.objects.get(organisation=union.organisation)
    sent, batch = 0, len(texters)
    while sent < texts and batch:
        batch = sum(texter.send_first_messages() for texter in texters)
        sent += batch
        let_time_pass(connection)
    for _hour in range(BUSY_HOURS):
        if not sum(texter.answer_replies() for texter in texters):
            break
        let_time_pass(connection)
    change_campaign(actor=union.amina.actor, campaign=campaign, seconds_between=PEOPLE_S_PACE)
    return sent


def sign_on(viewer: Viewer, campaign: Campaign) -> Texter:
    assignment = join_campaign(viewer=viewer, campaign=campaign)
    token = open_on_device(viewer=viewer, assignment=assignment)
    return Texter(viewer, token, get_device_for(token))


def let_time_pass(connection: ProviderConnection) -> None:
    """Texts reach the carrier, and what its members do within five minutes reaches us."""
    while dispatch_once():
        pass
    for webhook in carrier(BUILDING).advance(FIVE_MINUTES, os.environ[SECRET]):
        store_webhook(connection, webhook)
    while process_receipts():
        pass


def reply_to(conversation: dict[str, Any]) -> Gesture:
    """What a volunteer would record and answer; to the unclear, a kind word and no record."""
    said = conversation["texts"][-1]["body"]
    meaning = next((meaning for meaning, words in HEARD if words.search(said)), None)
    for question in conversation["questions"]:
        for answer in question["answers"]:
            if meaning and answer["meaning"] == meaning:
                return Gesture(
                    token=conversation["token"],
                    body=answer["suggested_reply"],
                    answers=(answer["id"],),
                    address=conversation["address"] if meaning == Meaning.NEEDS_PAPER else "",
                )
    return Gesture(token=conversation["token"], body=KIND_WORD)
