package dev.recap.web.html;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Toasts that wait for the next page of a browser: one each, and only so many. For any thread. */
public final class Toasts {
  private static final int MOST = 1_000;

  private final Map<String, Toast> waiting =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Toast> eldest) {
          return size() > MOST;
        }
      };

  /** Keeps one, in the place of an earlier one. */
  public synchronized void keep(String browser, Toast toast) {
    waiting.put(browser, toast);
  }

  /** Takes the one that waits; null for none. */
  public synchronized @Nullable Toast take(String browser) {
    return waiting.remove(browser);
  }
}
