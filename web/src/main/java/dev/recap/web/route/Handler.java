package dev.recap.web.route;

import java.io.IOException;

/** Answers a request that was let through. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers by one method of the visit.
   *
   * @throws Refusal for what the visitor can mend; it becomes a page, or a problem for a program
   * @throws IOException when the visitor is gone
   */
  void handle(Visit visit) throws IOException;
}
