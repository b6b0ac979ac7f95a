// One conversation: what was said, the question that is open, and one action that answers and records.
import { askLeader, giveAway, needsNoAnswer, stopTexting, takeOffScreen, wrongNumber } from "./errands.js";
import { clock, fill, on, show, since, slot, stamp, words } from "./page.js";
import { questionOf } from "./questions.js";
import { steady } from "./steady.js";

export class Thread {
  said = null;
  chosen = null;

  constructor({ door, queue, onDone }) {
    Object.assign(this, { door, queue, onDone });
    this.mayGo = steady(0.6);
    on("answer", (chip) => this.choose(chip.dataset.answer));
    on("reply", () => this.reply());
    on("stop", () => this.#away(stopTexting));
    on("escalate", () => this.#away(askLeader));
    on("give-away", () => this.#away(giveAway));
    on("hide", () => this.#away(takeOffScreen));
    on("no-answer", () => this.#away(needsNoAnswer));
    on("wrong-number", () => this.#away(wrongNumber));
    slot("reply").addEventListener("input", () => this.#drawSend());
  }

  async open(conversation) {
    this.said = await this.door.get(`conversations/${conversation}`);
    this.chosen = null;
    show("thread");
    this.draw();
  }

  choose(id) {
    this.chosen = this.chosen?.id === id ? null : this.question.answers.find((answer) => answer.id === id);
    fill({ reply: this.chosen?.suggested_reply ?? "" });
    slot("suggested").textContent = words(this.chosen?.suggested_reply ? "suggested" : "your_reply");
    this.#drawQuestion();
    this.#drawSend();
  }

  reply() {
    const body = slot("reply").value.trim();
    if ((!body && !this.chosen) || !this.mayGo()) return;
    const address = this.#wantsPaper && slot("confirmed").checked ? slot("address").value.trim() : "";
    const gesture = { token: this.said.token, body, answers: this.chosen ? [this.chosen.id] : [], address };
    this.queue.add({ id: this.said.key, about: this.said.conversation, gesture }, this.said.name);
    this.#leave();
  }

  #away(errand) {
    errand(this.queue, this.said);
    this.#leave();
  }

  #leave() {
    const left = this.said;
    this.said = null;
    this.onDone(left);
  }

  get question() {
    return questionOf(this.said.questions);
  }

  get #wantsPaper() {
    return this.chosen?.meaning === "needs_paper";
  }

  draw() {
    const { name, branch, household, texts, waiting_since: waits, closed_words: closed } = this.said;
    const state = [branch, waits && words("waiting", { time: since(waits) })].filter(Boolean).join(" · ");
    fill({ "thread-name": name || words("nameless"), "thread-state": state, reply: "", "closed-words": closed });
    fill({ household: household.length ? words("household", { names: household.join(", ") }) : "" });
    slot("closed").hidden = !closed;
    slot("reply-dock").hidden = Boolean(closed);
    slot("suggested").textContent = words("your_reply");
    slot("texts").replaceChildren(...texts.map(bubble));
    this.#drawQuestion();
    this.#drawSend();
  }

  #drawQuestion() {
    const question = this.question;
    slot("question-part").hidden = !question;
    slot("paper").hidden = !this.#wantsPaper;
    if (this.#wantsPaper && !slot("address").value) fill({ address: this.said.address ?? "" });
    if (!question) return;
    fill({ question: question.text });
    const chips = question.answers.map((answer, place) => {
      const chip = stamp("answer-chip", { label: answer.label, number: place + 1 });
      chip.dataset.answer = answer.id;
      chip.dataset.key = String(place + 1);
      chip.setAttribute("aria-pressed", String(answer.id === this.chosen?.id));
      return chip;
    });
    slot("answers").replaceChildren(...chips);
  }

  #drawSend() {
    const body = slot("reply").value.trim();
    const name = this.chosen ? (body ? "save_and_send" : "save") : "send";
    fill({ "reply-words": words(name) });
    slot("reply-button").disabled = !body && !this.chosen;
    slot("texts").lastElementChild?.scrollIntoView({ block: "end" });
  }
}

function bubble(text) {
  const part = stamp(text.from_them ? "bubble-in" : "bubble-out", { body: text.body });
  const state = text.from_them ? "" : ` · ${text.state_words}`;
  fill({ at: `${clock(text.at)}${state}` }, part);
  part.classList.toggle("failed", text.state === "failed");
  return part;
}
