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

// What htmx sends carries the form token, as every form does.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector('meta[name="csrf"]');
  if (token) {
    event.detail.headers["X-CSRF-Token"] = token.content;
  }
});

// What happens at the desk: an element with data-topics (several with blanks between them) is told by
// a "desk:event" with {topic, data}, and by "desk:TOPIC", for hx-trigger="desk:queue". After a gap
// that cannot be filled the element is told "desk:reset", and the page is loaded again unless
// somebody is writing on it. A page in the background does not listen.
(() => {
  const listeners = [...document.querySelectorAll("[data-topics]")];
  const topics = [...new Set(listeners.flatMap((one) => one.dataset.topics.split(/\s+/)))]
    .filter((topic) => topic);
  if (topics.length === 0) {
    return;
  }
  let source = null;
  let last = "";

  const tell = (topic, data) => {
    for (const one of listeners) {
      const wanted = topic === "reset" || one.dataset.topics.split(/\s+/).includes(topic);
      if (wanted && one.isConnected) {
        const detail = { topic, data };
        one.dispatchEvent(new CustomEvent("desk:event", { detail, bubbles: true }));
        one.dispatchEvent(new CustomEvent("desk:" + topic, { detail, bubbles: true }));
      }
    }
  };

  const writing = () =>
    [...document.querySelectorAll("textarea, input:not([type=hidden])")].some(
      (field) => field.value !== field.defaultValue);

  // Whoever mends the gap itself says so by preventDefault() on "desk:lost".
  const reset = () => {
    tell("reset", null);
    const lost = new CustomEvent("desk:lost", { cancelable: true });
    if (document.dispatchEvent(lost) && !writing()) {
      location.reload();
    }
  };

  const listen = () => {
    const query = new URLSearchParams(topics.map((topic) => ["topic", topic]));
    if (last) {
      query.set("last", last);
    }
    source = new EventSource("/events?" + query);
    for (const topic of topics) {
      source.addEventListener(topic, (event) => {
        last = event.lastEventId;
        let data = null;
        try {
          data = JSON.parse(event.data);
        } catch {
          data = null;
        }
        tell(topic, data);
      });
    }
    source.addEventListener("reset", (event) => {
      last = event.lastEventId;
      reset();
    });
    // Where the server refuses, the browser gives up: it may be restarting, so try later.
    source.addEventListener("error", () => {
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(() => document.hidden || source || listen(), 5000);
      }
    });
  };

  // A browser keeps six connections to a desk: tabs that nobody looks at leave them to others.
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

  // A part of a page that is told when something of it is new, and then fetched again.
  const live = document.getElementById("live");
  if (live?.dataset.live) {
    const pause = 500;
    let waiting = false;
    const refresh = async () => {
      waiting = false;
      try {
        const answer = await fetch(location.href, { headers: { "X-Live": "1" } });
        if (!answer.ok) {
          return;
        }
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById("live");
        const now = document.getElementById("live");
        if (fresh && !now.contains(document.activeElement)) {
          now.replaceWith(fresh);
        }
      } catch {
        // The server is away: the stream below comes back by itself, and then this does.
      }
    };
    const stirred = () => {
      if (!waiting) {
        waiting = true;
        setTimeout(refresh, pause);
      }
    };
    const stream = new EventSource("/events?topic=" + encodeURIComponent(live.dataset.live));
    stream.onmessage = stirred;
    stream.onopen = stirred;
    stream.addEventListener("reset", stirred);
    stream.addEventListener(live.dataset.live, stirred);
  }
})();
