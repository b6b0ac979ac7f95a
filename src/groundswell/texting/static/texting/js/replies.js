// Replies, longest waiting first. The list asks again every few seconds while somebody looks at it.
import { NoAnswer } from "./door.js";
import { fill, on, since, slot, stamp, tell, words } from "./page.js";

const EVERY = 4000;

export class Replies {
  waiting = [];
  #done = new Set();

  constructor({ door, onOpen }) {
    this.door = door;
    on("open-reply", (line) => onOpen(line.dataset.conversation));
    setInterval(() => this.refresh(), EVERY);
    document.addEventListener("visibilitychange", () => this.refresh());
  }

  async refresh() {
    if (document.hidden) return;
    try {
      const { replies } = await this.door.get("replies");
      this.#arrive(replies);
    } catch (problem) {
      if (!(problem instanceof NoAnswer)) throw problem;
    }
  }

  /** Answered here, though the server may not know yet. */
  answered(reply) {
    this.#done.add(mark(reply));
    this.waiting = this.waiting.filter((one) => one.conversation !== reply.conversation);
    this.draw();
  }

  #arrive(replies) {
    const before = new Set(this.waiting.map(mark));
    this.waiting = replies.filter((reply) => !this.#done.has(mark(reply)));
    const fresh = this.waiting.filter((reply) => !before.has(mark(reply)));
    if (fresh.length) tell(words("reply_from", { name: fresh[0].name }));
    this.draw();
  }

  draw() {
    const lines = this.waiting.map((reply) => {
      const waits = words("waiting", { time: since(reply.waiting_since) });
      const line = stamp("reply-line", { name: reply.name || words("nameless"), excerpt: reply.excerpt, waits });
      line.querySelector("button").dataset.conversation = reply.conversation;
      return line;
    });
    slot("replies").replaceChildren(...lines);
    slot("no-replies").hidden = lines.length > 0;
    slot("reply-count").hidden = lines.length === 0;
    fill({ "reply-count": lines.length });
  }
}

function mark(reply) {
  return `${reply.conversation} ${reply.waiting_since}`;
}
