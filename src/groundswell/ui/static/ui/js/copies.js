document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copies);
  const label = button.querySelector("span");
  const before = label.textContent;
  label.textContent = document.body.dataset.copied;
  setTimeout(() => (label.textContent = before), 2000);
});

document.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-selects]")) event.target.select();
});
