package dev.recap.web.route;

/** Some pages that belong together, and what is done on them. */
@FunctionalInterface
public interface Section {
  /** Says what it answers to; called once, before the server starts. */
  void addTo(Routes routes);
}
