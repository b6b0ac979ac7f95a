// One human gesture is one text: a held key repeats nothing, and two taps in a row are one.

document.addEventListener(
  "keydown",
  (event) => {
    if (event.repeat && event.target.closest("button")) event.preventDefault();
  },
  true,
);

/** A gate that lets one gesture through and then rests for so many seconds. */
export function steady(seconds) {
  let restUntil = 0;
  return () => {
    const now = performance.now();
    if (now < restUntil) return false;
    restUntil = now + 1000 * Math.max(seconds, 0.35);
    return true;
  };
}
