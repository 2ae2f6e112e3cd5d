package dev.recap.lab.count;

import java.util.List;

/**
 * What became of the calls of one run.
 *
 * @param asked tool calls in delivered replies
 * @param executed rows that the tools wrote, reads included
 * @param guarded calls answered with a receipt
 * @param events each call that was lost, repeated or redone
 */
public record CallCounts(int asked, int executed, int guarded, List<CallEvent> events) {
  public CallCounts {
    events = List.copyOf(events);
  }

  public int lost() {
    return of(CallEvent.Kind.LOST).size();
  }

  public int repeated() {
    return of(CallEvent.Kind.REPEATED).size();
  }

  public int redone() {
    return of(CallEvent.Kind.REDONE).size();
  }

  public List<CallEvent> of(CallEvent.Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).toList();
  }
}
