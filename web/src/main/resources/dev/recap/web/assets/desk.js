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

// A part of the page that is told when something of it is new, and then fetched again: #live, with
// the topic in data-live. It waits while somebody is writing in it, and while nobody looks: a
// browser keeps six connections to a desk.
(() => {
  const topic = document.getElementById("live")?.dataset.live;
  if (!topic) {
    return;
  }
  const pause = 500;
  let source = null;
  let waiting = false;

  const show = (fresh) => {
    const now = document.getElementById("live");
    if (!fresh || now.contains(document.activeElement)) {
      return;
    }
    const open = [...now.querySelectorAll("details")].map((one) => one.open);
    fresh.querySelectorAll("details").forEach((one, at) => { one.open = open[at] ?? one.open; });
    now.replaceWith(fresh);
  };

  const refresh = async () => {
    waiting = false;
    try {
      const answer = await fetch(location.href);
      if (answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        show(page.getElementById("live"));
      }
    } catch {
      // The server is away: the stream comes back by itself, and then this does.
    }
  };

  const stirred = () => {
    if (!waiting) {
      waiting = true;
      setTimeout(refresh, pause);
    }
  };

  const listen = () => {
    source = new EventSource("/events?topic=" + encodeURIComponent(topic));
    source.onopen = stirred;
    source.addEventListener(topic, stirred);
    source.addEventListener("reset", stirred);
    // Where the server refuses, the browser gives up: it may be restarting, so try later.
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(() => document.hidden || source || listen(), 5000);
      }
    };
  };

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      listen();
    }
  });
  if (!document.hidden) {
    listen();
  }
})();
