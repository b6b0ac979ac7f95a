// data-key="s": pressing the key clicks the element, or focuses it when it is a field.
const typing = (target) => target.matches("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.repeat || event.isComposing || event.altKey) return;
  const name = event.ctrlKey || event.metaKey ? `Ctrl+${event.key}` : event.key;
  if (typing(event.target) && !name.startsWith("Ctrl+") && name !== "Escape") return;
  const open = document.querySelector("dialog[open]");
  const scope = open ?? document;
  const wanted = [...scope.querySelectorAll("[data-key]")].find(
    (element) => element.dataset.key.split(" ").includes(name) && !element.disabled && element.checkVisibility(),
  );
  if (!wanted) return;
  if (name === "Enter" && event.target.closest("button, a, summary") && event.target !== wanted) return;
  event.preventDefault();
  if (typing(wanted)) wanted.focus();
  else wanted.click();
});
