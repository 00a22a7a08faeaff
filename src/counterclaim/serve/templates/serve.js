"use strict";
(() => {
  const typing = (at) => at && (at.isContentEditable || /^(?:input|select|textarea)$/i.test(at.tagName));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const box = document.getElementById("seek");
    if (event.key === "/" && box && !typing(document.activeElement)) {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "Escape" && document.activeElement === box) {
      box.blur();
    }
  });
  // Empty filters would stand in the address that one sends.
  for (const form of document.querySelectorAll("form.filters, form.seek")) {
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
    });
  }
  addEventListener("pageshow", () => {
    for (const field of document.querySelectorAll("form :disabled")) field.disabled = false;
  });
})();
