from groundswell.kernel.jobs import task
from groundswell.orgs.services.mail_invitation import mail_invitation

task("orgs.mail_invitation")(mail_invitation)
