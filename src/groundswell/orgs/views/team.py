from django.http import HttpResponse
from django.shortcuts import render

from groundswell.kernel.routes import member_page
from groundswell.orgs.progress import progress_steps
from groundswell.orgs.rights import Right
from groundswell.orgs.routes import MemberRequest
from groundswell.orgs.team import team_lines


@member_page(Right.INVITE)
def team(request: MemberRequest) -> HttpResponse:
    lines = team_lines(request.viewer)
    shown = {
        "lines": lines,
        "steps": list(progress_steps),
        "led_by_one": sum(line.led_by_one for line in lines),
        "waiting": sum(line.waiting for line in lines),
    }
    return render(request, "orgs/team.html", shown)
