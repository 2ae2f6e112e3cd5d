package dev.recap.lab.crashes;

/** One life of the process: from its start until it ends or dies. Once dead it does nothing. */
final class Life {
  private final int number;
  private volatile boolean dead;
  private volatile boolean replaced;

  Life(int number) {
    this.number = number;
  }

  /** Ends it. */
  Death die(String where) {
    dead = true;
    return new Death(where);
  }

  /** Comes before whatever it does to the world. */
  void check() {
    if (dead) {
      throw new Death("life " + number + " is over");
    }
  }

  boolean isDead() {
    return dead;
  }

  /** Another holder has taken over, while this one slept. */
  void replace() {
    replaced = true;
  }

  boolean isReplaced() {
    return replaced;
  }
}
