// Lines that appear and go; one with an action stays until it is used or closed.
const words = document.body.dataset;

export function say(text, { action = "", onAction = () => {}, seconds = 6 } = {}) {
  const toast = document.createElement("div");
  toast.className = "toast";
  const line = document.createElement("span");
  line.textContent = text;
  toast.append(line);
  if (action) {
    const button = document.createElement("button");
    button.className = "button small";
    button.type = "button";
    button.textContent = action;
    button.addEventListener("click", () => {
      toast.remove();
      onAction();
    });
    toast.append(button);
  }
  document.getElementById("toasts").append(toast);
  setTimeout(() => toast.remove(), seconds * 1000);
  return toast;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-dismisses]")) event.target.closest(".toast").remove();
});

document.addEventListener("htmx:sendError", () => say(words.offline));
document.addEventListener("problem", (event) => say(event.detail.words));
document.addEventListener("htmx:responseError", (event) => {
  if (!event.detail.xhr.getResponseHeader("HX-Trigger")) say(words.failed);
});
