package dev.recap.lab.crashes;

/** What breaks, and when. */
record Strike(Moment moment, Blow blow) {
  @Override
  public String toString() {
    return "%s at %s".formatted(blow, moment);
  }
}
