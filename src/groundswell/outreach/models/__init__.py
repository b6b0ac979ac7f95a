from groundswell.outreach.models.answer_given import AnswerGiven
from groundswell.outreach.models.outreach_settings import OutreachSettings
from groundswell.outreach.models.provider_connection import ProviderConnection
from groundswell.outreach.models.request import Request
from groundswell.outreach.models.script import Answer, Meaning, Question, Script
from groundswell.outreach.models.sender import Sender, StickySender
from groundswell.outreach.models.touch import Touch
from groundswell.outreach.models.webhook_receipt import WebhookReceipt

__all__ = [
    "Answer",
    "AnswerGiven",
    "Meaning",
    "OutreachSettings",
    "ProviderConnection",
    "Question",
    "Request",
    "Script",
    "Sender",
    "StickySender",
    "Touch",
    "WebhookReceipt",
]
