from hypothesis import given
from hypothesis import strategies as st

from groundswell.kernel.clock import now
from groundswell.orgs.models import Role
from groundswell.outreach.models import Request
from groundswell.segments.tests.people import someone
from groundswell.texting.models import Campaign, Text
from groundswell.texting.selectors.results import Figures, results_of
from groundswell.texting.tests.campaigns import campaign_in, recipient
from tests.thoroughness import examples
from tests.world import World, make_member


def everywhere(world: World) -> set[int]:
    return {world.national.id, world.leeds.id, world.york.id}


def test_a_branch_shows_what_is_missing_to_the_threshold(world: World) -> None:
    campaign = campaign_in(world.national, threshold_percent=50)
    for number in range(3):
        recipient(campaign, world.leeds, texted=True, replied=number < 2, voted=number == 0)
    recipient(campaign, world.leeds, left_out="no_mobile")
    recipient(campaign, world.leeds, left_out="opted_out")
    leeds = results_of(campaign, everywhere(world)).branches[0]
    assert leeds.group == world.leeds
    assert (leeds.figures.eligible, leeds.figures.to_text, leeds.figures.without_mobile) == (5, 3, 1)
    assert (leeds.figures.texted, leeds.figures.replied, leeds.figures.said_yes) == (3, 2, 1)
    assert leeds.missing == 2  # half of five is three, rounded up
    assert leeds.figures.known_turnout == 20


def test_the_branch_with_most_votes_missing_comes_first(world: World) -> None:
    campaign = campaign_in(world.national)
    recipient(campaign, world.leeds, texted=True, voted=True)
    for _ in range(4):
        recipient(campaign, world.york)
    results = results_of(campaign, everywhere(world))
    assert [branch.group.name for branch in results.branches] == ["York", "Leeds"]
    assert [branch.missing for branch in results.branches] == [2, 0]
    assert (results.missing, results.below_threshold) == (2, 1)


def test_who_opted_out_before_and_during_the_campaign_is_counted_once_each(world: World) -> None:
    campaign = campaign_in(world.national)
    recipient(campaign, world.leeds, left_out="opted_out")
    recipient(campaign, world.leeds, texted=True, closed="opted_out")
    assert results_of(campaign, everywhere(world)).total.opted_out == 2


def test_papers_failures_and_waiting_replies_are_counted_by_branch(world: World) -> None:
    campaign = campaign_in(world.national)
    texted = recipient(campaign, world.leeds, replied=True)
    assert texted.conversation is not None
    for _ in range(2):
        Text.objects.create(
            organisation=world.union,
            conversation=texted.conversation,
            kind=Text.Kind.FIRST,
            state=Text.State.FAILED,
            match_key=texted.conversation.match_key,
            body="Hi",
            made_at=now(),
        )
    Request.objects.create(
        organisation=world.union,
        group=world.leeds,
        person=texted.person,
        campaign_id=campaign.id,
        opened_at=now(),
    )
    total = results_of(campaign, everywhere(world)).total
    assert (total.failed, total.needs_paper, total.waiting) == (1, 1, 1)
    assert total.waiting_since == texted.conversation.waiting_since


def test_a_single_leader_is_flagged(world: World) -> None:
    campaign = campaign_in(world.national)
    recipient(campaign, world.leeds)
    assert results_of(campaign, everywhere(world)).branches[0].needs_another_leader
    make_member("Ines", world.leeds, Role.LEADER)
    leeds = results_of(campaign, everywhere(world)).branches[0]
    assert leeds.leaders == ["Bram", "Ines"]
    assert not leeds.needs_another_leader


def test_bram_sees_the_figures_of_leeds_only(world: World) -> None:
    campaign = campaign_in(world.national)
    recipient(campaign, world.leeds)
    recipient(campaign, world.york)
    assert results_of(campaign, {world.leeds.id}).total.eligible == 1


row = st.fixed_dictionaries(
    {
        "left_out": st.sampled_from(["", "", "", "no_mobile", "opted_out", "on_hold", "goal_reached"]),
        "texted": st.booleans(),
        "replied": st.booleans(),
        "voted": st.booleans(),
    }
)


@examples(30)
@given(rows=st.lists(row, max_size=12), leeds=st.lists(st.booleans(), min_size=12, max_size=12))
def test_the_parts_always_add_up(world: World, rows: list[dict[str, object]], leeds: list[bool]) -> None:
    Campaign.objects.all().delete()
    campaign = campaign_in(world.national)
    for number, values in enumerate(rows):
        group = world.leeds if leeds[number] else world.york
        recipient(campaign, group, person=someone(group, "Dunya"), **values)  # type: ignore[arg-type]
    results = results_of(campaign, everywhere(world))
    total: Figures = results.total
    assert total.eligible == len(rows) == total.to_text + sum(total.left_out.values())
    assert total.replied <= total.texted <= total.to_text
    assert total.eligible == sum(branch.figures.eligible for branch in results.branches)
