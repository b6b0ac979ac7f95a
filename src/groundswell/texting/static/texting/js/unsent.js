// What has not arrived yet, told in words: waiting for the network, on its way, or not sent and why.
import { fill, on, slot, stamp, words } from "./page.js";

export function showUnsent(queue) {
  on("dismiss", (button) => queue.dismiss(button.dataset.id));
  queue.addEventListener("change", () => draw(queue));
  draw(queue);
}

function draw(queue) {
  const count = queue.items.length;
  const offline = queue.waiting || !navigator.onLine;
  slot("unsent").hidden = !(queue.refused.length || (count && offline) || count > 3);
  fill({ "unsent-words": summary(queue, count, offline) });
  const waiting = queue.items.map((item) => line(item, words(offline ? "state_waiting" : "state_sending")));
  const refused = queue.refused.map((item) => line(item, words("state_refused", { why: item.why }), true));
  slot("unsent-list").replaceChildren(...refused, ...waiting);
  const state = offline ? "wait" : "go";
  slot("connection").className = `pill ${state}`;
  fill({ "connection-words": words(offline ? "offline" : "online") });
}

function summary(queue, count, offline) {
  if (queue.refused.length) return words("refused_count", { count: queue.refused.length });
  return words(offline ? "waiting_count" : "sending_count", { count });
}

function line(item, state, final = false) {
  const part = stamp("unsent-line", { name: item.label || words("a_text"), state });
  const button = part.querySelector("button");
  button.hidden = !final;
  button.dataset.id = item.id;
  return part;
}

/** Leaving is safe when the browser keeps what waits; only where it cannot do we ask. */
export function guardLeaving(queue) {
  addEventListener("beforeunload", (event) => {
    if (queue.items.length && !queue.vault.lasting) event.preventDefault();
  });
}
