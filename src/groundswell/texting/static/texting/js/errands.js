// What a volunteer may do with a person besides texting. Each leaves the screen at once and is handed in after.
import { words } from "./page.js";
import { say } from "../../ui/js/toasts.js";

const UNDO_SECONDS = 55;

/** Takes effect at once; a slip of the thumb can be taken back for a minute. */
export function stopTexting(queue, who) {
  const onAction = () => ask(queue, who, "undo-stop");
  ask(queue, who, "stop");
  say(words("stopped", { name: who.name }), { action: words("undo"), onAction, seconds: UNDO_SECONDS });
}

export const giveAway = errand("give-away", "gave");
export const askLeader = errand("escalate", "asked");
export const takeOffScreen = errand("hide", "hidden");
export const needsNoAnswer = errand("no-answer", "no_answer");
export const wrongNumber = errand("wrong-number", "wrong");

function errand(what, wordsFor) {
  return (queue, who) => {
    ask(queue, who, what);
    say(words(wordsFor, { name: who.name }));
  };
}

function ask(queue, { conversation, key, name }, what) {
  queue.add({ id: `${what} ${key}`, about: conversation, path: `conversations/${conversation}/${what}` }, name);
}
