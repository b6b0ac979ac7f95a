// What every page shares. Each module waits for its own data attribute and does one thing.
import "./keys.js";
import "./dialogs.js";
import "./toasts.js";
import "./copies.js";
import "./drops.js";
import "./leaving.js";
import "./ticks.js";

document.querySelector("[data-focuses]")?.focus();
