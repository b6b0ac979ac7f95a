// Shows the name of the file that was dropped or chosen.
for (const drop of document.querySelectorAll("[data-drop]")) {
  const input = drop.querySelector("input[type=file]");
  const toggle = (over) => drop.classList.toggle("over", over);
  drop.addEventListener("dragover", () => toggle(true));
  drop.addEventListener("dragleave", () => toggle(false));
  drop.addEventListener("drop", () => toggle(false));
  input.addEventListener("change", () => {
    const names = [...input.files].map((file) => file.name).join(", ");
    if (names) drop.querySelector("[data-drop-name]").textContent = names;
  });
}
