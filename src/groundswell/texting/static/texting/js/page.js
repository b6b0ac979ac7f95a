// Small hands for the page: words from the page itself, named slots, templates, and which view is shown.
const sheet = JSON.parse(document.getElementById("words").textContent);

/** words("progress", {sent: 3}) fills {sent} in the translated sentence of that name. */
export function words(name, values = {}) {
  const sentence = sheet[name] ?? name;
  return sentence.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

export function slot(name, root = document) {
  return root.querySelector(`[data-slot="${name}"]`);
}

export function fill(values, root = document) {
  for (const [name, value] of Object.entries(values)) {
    for (const place of root.querySelectorAll(`[data-slot="${name}"]`)) {
      if ("value" in place && place.matches("input, textarea, progress")) place.value = value;
      else place.textContent = value;
    }
  }
}

export function stamp(name, values = {}) {
  const copy = document.getElementById(name).content.firstElementChild.cloneNode(true);
  fill(values, copy);
  return copy;
}

/** Shows every part that belongs to a view and hides the rest; data-view may name several. */
export function show(view) {
  document.body.dataset.showing = view;
  for (const part of document.querySelectorAll("[data-view]")) {
    part.hidden = !part.dataset.view.split(" ").includes(view);
  }
  for (const tab of document.querySelectorAll("[data-goes]")) {
    if (tab.dataset.goes === view) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
}

export function on(name, action) {
  document.addEventListener("click", (event) => {
    const place = event.target.closest(`[data-does="${name}"]`);
    if (place && !place.disabled) action(place, event);
  });
}

/** Tells a screen reader, and nobody else. */
export function tell(text) {
  slot("heard").textContent = text;
}

/** "2 minutes", in the reader's language. */
export function since(moment) {
  const minutes = Math.max(0, Math.round((Date.now() - new Date(moment)) / 60_000));
  const [count, unit] = minutes < 60 ? [minutes, "minute"] : [Math.round(minutes / 60), "hour"];
  const format = new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit, unitDisplay: "long" });
  return format.format(count);
}

/** The time of day as the reader's own device writes it. */
export function clock(moment) {
  return new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(new Date(moment));
}
