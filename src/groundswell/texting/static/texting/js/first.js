// First messages: one person, their words, one thumb. The next person is there before the network knows.
import { giveAway, stopTexting } from "./errands.js";
import { measure } from "./measure.js";
import { fill, on, show, slot, stamp, tell, words } from "./page.js";
import { steady } from "./steady.js";
import { say } from "../../ui/js/toasts.js";

export class FirstMessages {
  hand = [];
  later = [];
  sent = 0;
  #paces = [];

  constructor({ door, queue, campaign }) {
    Object.assign(this, { door, queue, campaign });
    this.mayGo = steady(campaign.seconds_between);
    on("send", () => this.send());
    on("edit", () => this.edit());
    on("skip", () => this.skip());
    on("take", () => this.take());
    on("pick", (line) => this.pick(line.dataset.key));
    on("give-card", () => this.#leave(giveAway));
    on("stop-card", () => this.#leave(stopTexting));
    slot("edit").addEventListener("input", () => this.#length(slot("edit").value));
  }

  async load() {
    const before = this.#underWay(); // what is handed in while we ask may still be among the cards
    const { cards } = await this.door.get("cards");
    const busy = new Set([...before, ...this.#underWay()]);
    this.hand = cards.filter((card) => !busy.has(card.conversation));
    this.draw();
  }

  #underWay() {
    return [...this.queue.items.map((item) => item.about), ...this.later.map((card) => card.conversation)];
  }

  async take() {
    const taken = await this.door.post("batch");
    if (taken.cards.length) await this.load();
    else fill({ none: words(`none_${taken.none_because}`) });
  }

  send() {
    const card = this.hand[0];
    if (!card || !this.mayGo()) return;
    const body = slot("edit").hidden ? "" : slot("edit").value.trim();
    if (!slot("edit").hidden && !body) return say(words("empty"));
    this.#take(card);
    this.sent += 1;
    this.#paces = [...this.#paces, Date.now()].slice(-12);
    this.queue.add({ id: card.key, about: card.conversation, gesture: { token: card.token, body } }, card.name);
    this.draw();
    tell(words("sent_next", { name: card.name, next: this.hand[0]?.name ?? "" }));
  }

  skip() {
    const card = this.hand[0];
    if (!card || !this.mayGo()) return;
    this.#take(card);
    this.later.push(card);
    this.queue.add({ id: `skip ${card.key}`, path: "skip", body: { token: card.token } }, card.name);
    this.draw();
  }

  pick(key) {
    const card = this.later.find((one) => one.key === key);
    this.#take(card);
    this.hand.unshift(card);
    show("first");
    this.draw();
  }

  edit() {
    const box = slot("edit");
    box.hidden = !box.hidden;
    slot("draft").hidden = !box.hidden;
    if (box.hidden) return this.#length(this.hand[0].body);
    box.value = this.hand[0].body;
    box.focus();
  }

  /** Somebody else's now, or nobody's: the card leaves the hand at once. */
  #leave(errand) {
    const card = this.hand[0];
    if (!card) return;
    this.#take(card);
    errand(this.queue, card);
    this.draw();
  }

  #take(card) {
    this.hand = this.hand.filter((one) => one !== card);
    this.later = this.later.filter((one) => one !== card);
  }

  draw() {
    const card = this.hand[0];
    const all = this.sent + this.hand.length + this.later.length;
    slot("edit").hidden = true;
    slot("draft").hidden = false;
    slot("card").hidden = slot("card-dock").hidden = !card;
    slot("no-card").hidden = Boolean(card);
    slot("so-far").hidden = !all;
    slot("meter").max = Math.max(all, 1);
    fill({ meter: this.sent, progress: this.#progress(all), "first-count": this.hand.length || "" });
    fill({ "later-count": this.later.length || "", none: words(all ? "none_hand" : "none_yet") });
    if (card) this.#drawCard(card);
    this.#drawLater();
  }

  #drawCard(card) {
    fill({ name: card.name || words("nameless"), branch: card.branch, body: card.body });
    fill({ "send-words": words("send_to", { name: card.name }) });
    this.#length(card.body);
  }

  #drawLater() {
    const lines = this.later.map((card) => {
      const line = stamp("later-line", { name: card.name, branch: card.branch });
      line.querySelector("button").dataset.key = card.key;
      return line;
    });
    slot("later").replaceChildren(...lines);
    slot("no-later").hidden = lines.length > 0;
  }

  #length(body) {
    const { units, parts, room } = measure(body);
    fill({ length: words(parts === 1 ? "one_text" : "many_texts", { units, parts, room }) });
  }

  #progress(all) {
    const left = this.hand.length;
    const gaps = this.#paces.slice(1).map((moment, place) => moment - this.#paces[place]);
    const each = gaps.length ? gaps.reduce((sum, gap) => sum + Math.min(gap, 60_000), 0) / gaps.length : 8000;
    const minutes = Math.max(1, Math.round((left * each) / 60_000));
    return words(left ? "progress" : "progress_done", { sent: this.sent, all, minutes });
  }
}
