// data-ticks-all="name": one box that ticks or unticks every box of that name.
document.addEventListener("change", (event) => {
  const name = event.target.dataset?.ticksAll;
  if (!name) return;
  for (const box of document.getElementsByName(name)) box.checked = event.target.checked;
});
