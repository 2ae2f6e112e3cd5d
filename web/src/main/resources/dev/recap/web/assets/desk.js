"use strict";
// Keys: every element with data-key is pressed by its letter, unless somebody is typing.
(() => {
  const typing = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

  const press = (element) => {
    if (element instanceof HTMLDetailsElement) {
      element.open = true;
      element.querySelector("textarea, select, input:not([type=hidden])")?.focus();
    } else if (element instanceof HTMLTextAreaElement) {
      element.focus();
    } else if (!element.disabled) {
      element.click();
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("search")?.focus();
      return;
    }
    if (event.key === "?") {
      const keys = document.getElementById("keys");
      if (keys) {
        event.preventDefault();
        keys.open ? keys.close() : keys.showModal();
      }
      return;
    }
    const found = document.querySelector(
      `[data-key="${CSS.escape(event.key)}"], [data-keys="${CSS.escape(event.key)}"]`);
    if (found) {
      event.preventDefault();
      press(found);
    }
  });

  // A toast that can be undone stays as long as it can be.
  for (const toast of document.querySelectorAll(".toast")) {
    const seconds = toast.querySelector("form") ? 30 : 8;
    setTimeout(() => toast.remove(), seconds * 1000);
  }
})();
