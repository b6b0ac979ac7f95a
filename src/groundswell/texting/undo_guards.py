from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _

from groundswell.imports.guards import undo_guard
from groundswell.imports.models import ImportRun
from groundswell.kernel.among import Many
from groundswell.texting.models import Conversation


@undo_guard("texting", _("texts with us"))
def texting(run: ImportRun, person_ids: Collection[int]) -> Iterable[int]:
    """A text is on its way to them, or one came from them, also where no touch was counted yet."""
    conversations = Conversation.objects.filter(
        person_id__among=Many(person_ids), first_text_at__isnull=False
    )
    replied = Conversation.objects.filter(person_id__among=Many(person_ids), last_in_at__isnull=False)
    return conversations.union(replied).values_list("person_id", flat=True)
