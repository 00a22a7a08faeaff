"use strict";
(() => {
  const light = (name, on) => {
    for (const piece of document.querySelectorAll(`[data-of~="${CSS.escape(name)}"]`)) piece.classList.toggle("lit", on);
    const note = document.getElementById(name.replace(/^w-/, "n-"));
    if (note) note.classList.toggle("lit", on);
  };
  let last = "";
  const follow = () => {
    if (last) light(last, false);
    last = location.hash.startsWith("#w-") ? location.hash.slice(1) : "";
    if (last) light(last, true);
  };
  addEventListener("hashchange", follow);
  follow();
  addEventListener("beforeprint", () => {
    for (const closed of document.querySelectorAll("details.reasons:not([open]), .timeline details:not([open])")) closed.open = true;
  });
})();
