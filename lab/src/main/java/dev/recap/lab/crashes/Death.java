package dev.recap.lab.crashes;

/** The process dies here. Nothing catches it but the experiment. */
final class Death extends Error {
  private static final long serialVersionUID = 1L;

  Death(String where) {
    super(where, null, false, false);
  }
}
