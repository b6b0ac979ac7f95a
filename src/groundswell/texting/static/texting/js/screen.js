// The texting screen: opens the door, fetches the hand, and lets the volunteer work.
import { Door, NoAnswer, Refusal } from "./door.js";
import { FirstMessages } from "./first.js";
import { fill, on, show, slot, words } from "./page.js";
import { Queue } from "./queue.js";
import { Replies } from "./replies.js";
import { Thread } from "./thread.js";
import { guardLeaving, showUnsent } from "./unsent.js";
import { openVault } from "./vault.js";
import { say } from "../../ui/js/toasts.js";

const place = document.querySelector("[data-screen]").dataset;
const door = new Door({ openAt: place.openAt, csrf: place.csrf });

function halt(problem) {
  show("halted");
  fill({ halted: problem instanceof Refusal && problem.status !== 401 ? problem.message : words("signed_out") });
}

async function start() {
  const { campaign } = await reach(() => door.open());
  const vault = await openVault(place.assignment);
  const queue = new Queue({ vault, door });
  const first = new FirstMessages({ door, queue, campaign });
  const thread = new Thread({ door, queue, onDone: (left) => next(left) });
  const replies = new Replies({ door, onOpen: (conversation) => thread.open(conversation) });

  function next(left) {
    replies.answered(left);
    if (replies.waiting.length) thread.open(replies.waiting[0].conversation);
    else show("replies");
  }

  queue.addEventListener("settled", ({ detail: { result } }) => {
    if (["SignedOut", "Suspended", "CampaignNotRunning"].includes(result.error)) halt(new Refusal(403, result));
  });
  queue.addEventListener("signed-out", () => halt(new Refusal(401, {})));
  showUnsent(queue);
  guardLeaving(queue);
  slot("not-lasting").hidden = vault.lasting;
  on("go", (tab) => show(tab.dataset.goes));
  on("done", () => finish(queue));
  await queue.restore();
  const counts = await reach(() => door.get("state"));
  first.sent = counts.sent;
  await reach(() => first.load());
  await replies.refresh();
  show(replies.waiting.length && !first.hand.length ? "replies" : "first");
}

async function finish(queue) {
  await queue.flush();
  const result = await reach(() => door.post("done"));
  for (const name of ["sent", "answered", "papers"]) slot(`done-${name}`).hidden = !result[name];
  fill({ "done-sent-count": result.sent, "done-answered-count": result.answered });
  fill({ "done-papers-count": result.papers });
  show("done");
}

/** Tries until somebody answers; a refusal goes up. */
async function reach(ask, pause = 1000) {
  try {
    return await ask();
  } catch (problem) {
    if (!(problem instanceof NoAnswer)) throw problem;
    fill({ starting: words("waiting_to_start") });
    await new Promise((resolve) => setTimeout(resolve, pause));
    return reach(ask, Math.min(pause * 2, 15_000));
  }
}

/** What nobody caught: signed out or suspended ends the work, everything else is said. */
addEventListener("unhandledrejection", (event) => {
  const problem = event.reason;
  if (!(problem instanceof Refusal || problem instanceof NoAnswer)) return;
  event.preventDefault();
  if ([401, 403].includes(problem.status)) halt(problem);
  else say(problem instanceof Refusal ? problem.message : document.body.dataset.offline);
});

start();
