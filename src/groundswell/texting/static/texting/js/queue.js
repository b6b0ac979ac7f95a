// What the volunteer did, handed to the server in order. Nothing leaves the list before the server said so,
// one request is under way at a time, and while it is, later gestures gather to travel together.
import { NoAnswer } from "./door.js";

const TOGETHER = 8;
const SLOWEST = 30_000;

export class Queue extends EventTarget {
  items = [];
  refused = [];
  #busy = false;
  #failures = 0;
  #timer = 0;

  constructor({ vault, door }) {
    super();
    this.vault = vault;
    this.door = door;
    addEventListener("online", () => this.flush());
  }

  get waiting() {
    return this.#failures > 0;
  }

  /** What an earlier page left behind. */
  async restore() {
    const left = await this.vault.all();
    this.items.unshift(...left.filter((item) => !this.#knows(item.id)));
    this.#changed();
    this.flush();
  }

  /** `errand`: {id, about, gesture: {token, ...}} or {id, about, path}; `label` is shown but never kept. */
  add(errand, label = "") {
    if (this.#knows(errand.id)) return false;
    const item = { ...errand, at: Date.now() + this.items.length / 1000 };
    const kept = this.vault.put(item).catch(() => (this.vault.lasting = false));
    this.items.push({ ...item, label, kept });
    this.#changed();
    this.flush();
    return true;
  }

  async flush() {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    try {
      while (this.items.length) await this.#hand(this.#next());
    } catch (problem) {
      this.#retry(problem);
    } finally {
      this.#busy = false;
      this.#changed();
    }
  }

  dismiss(id) {
    this.refused = this.refused.filter((item) => item.id !== id);
    this.#changed();
  }

  #next() {
    if (!this.items[0].gesture) return this.items.slice(0, 1);
    const end = this.items.findIndex((item) => !item.gesture);
    return this.items.slice(0, Math.min(TOGETHER, end < 0 ? this.items.length : end));
  }

  async #hand(group) {
    await Promise.all(group.map((item) => item.kept));
    const results = group[0].gesture ? await this.#gestures(group) : [await this.#errand(group[0])];
    this.#failures = 0;
    let pause = 0;
    for (const [place, item] of group.entries()) {
      if (results[place].error === "TooFast") pause ||= results[place].retry_after_ms;
      else await this.#settle(item, results[place]);
    }
    if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
  }

  async #gestures(group) {
    return this.#orRefused(group, async () => {
      const { results } = await this.door.post("gestures", { gestures: group.map((item) => item.gesture) });
      return results;
    });
  }

  async #errand(item) {
    const [result] = await this.#orRefused([item], async () => {
      return [{ state: "accepted", ...(await this.door.post(item.path, item.body ?? {})) }];
    });
    return result;
  }

  /** A refused request refuses everything in it; signed out, or no answer at all, only means: later. */
  async #orRefused(group, ask) {
    try {
      return await ask();
    } catch (problem) {
      if (problem instanceof NoAnswer || problem.status === 401) throw problem;
      return group.map(() => ({ ...problem.details, state: "refused", message: problem.message }));
    }
  }

  async #settle(item, result) {
    await this.vault.remove(item.id);
    this.items = this.items.filter((other) => other.id !== item.id);
    if (result.state === "refused") this.refused.push({ ...item, why: result.message });
    this.dispatchEvent(new CustomEvent("settled", { detail: { item, result } }));
    this.#changed();
  }

  #retry(problem) {
    if (problem.status === 401) return this.dispatchEvent(new Event("signed-out"));
    if (!(problem instanceof NoAnswer)) throw problem;
    this.#failures += 1;
    const pause = Math.min(SLOWEST, 500 * 2 ** this.#failures);
    this.#timer = setTimeout(() => this.flush(), pause);
  }

  #knows(id) {
    return this.items.some((item) => item.id === id);
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
