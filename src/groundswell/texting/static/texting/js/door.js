// The way to the server: a device token in memory, JSON both ways, and two kinds of failure.

/** The server answered no. `error` names the situation, `message` is for the volunteer. */
export class Refusal extends Error {
  constructor(status, answer) {
    super(answer.message ?? answer.error ?? String(status));
    this.status = status;
    this.error = answer.error ?? "";
    this.details = answer;
  }
}

/** Nobody answered, or nobody could: what we hold must be kept and tried again. */
export class NoAnswer extends Error {}

export class Door {
  #token = "";

  constructor({ openAt, csrf }) {
    this.openAt = openAt;
    this.csrf = csrf;
  }

  /** Starts twelve hours of texting; answers with what the campaign is called and how fast it may go. */
  async open() {
    const response = await this.#reach(this.openAt, { method: "POST", headers: { "X-CSRFToken": this.csrf } });
    if (response.redirected) throw new Refusal(401, { error: "SignedOut" });
    const opened = await answerOf(response);
    this.#token = opened.token;
    return opened;
  }

  get(path) {
    return this.#ask(path, { method: "GET" });
  }

  post(path, body = {}) {
    return this.#ask(path, { method: "POST", body: JSON.stringify(body) });
  }

  async #ask(path, options, again = true) {
    const headers = { Authorization: `Device ${this.#token}`, "Content-Type": "application/json" };
    const response = await this.#reach(`/t/api/${path}`, { ...options, headers, credentials: "omit" });
    if (response.status !== 401 || !again) return answerOf(response);
    await this.open();
    return this.#ask(path, options, false);
  }

  async #reach(address, options) {
    const giveUp = AbortSignal.timeout(15_000);
    try {
      return await fetch(address, { ...options, cache: "no-store", signal: giveUp });
    } catch (problem) {
      throw new NoAnswer(problem.message);
    }
  }
}

async function answerOf(response) {
  if (response.status >= 500) throw new NoAnswer(String(response.status));
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, answer);
  return answer;
}
