// Signing out takes along what a device kept for its volunteer.
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-leaves]")) indexedDB.deleteDatabase("groundswell-device");
});
