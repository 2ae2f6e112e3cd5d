package dev.recap.desk.ticket;

/** How many tickets wait, are held by runs, and are completed. */
public record QueueCounts(int waiting, int inProgress, int completed) {
  public QueueCounts {
    if (waiting < 0 || inProgress < 0 || completed < 0) {
      throw new IllegalArgumentException(
          "counts cannot be negative: waiting %d, in progress %d, completed %d"
              .formatted(waiting, inProgress, completed));
    }
  }

  public int total() {
    return waiting + inProgress + completed;
  }
}
