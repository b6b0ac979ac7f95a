from groundswell.texting.models.assignment import Assignment
from groundswell.texting.models.campaign import Campaign
from groundswell.texting.models.conversation import Conversation
from groundswell.texting.models.early_report import EarlyReport
from groundswell.texting.models.pace import Pace
from groundswell.texting.models.recipient import Recipient
from groundswell.texting.models.round import Round
from groundswell.texting.models.text import Text
from groundswell.texting.models.turn import Turn

__all__ = [
    "Assignment",
    "Campaign",
    "Conversation",
    "EarlyReport",
    "Pace",
    "Recipient",
    "Round",
    "Text",
    "Turn",
]
