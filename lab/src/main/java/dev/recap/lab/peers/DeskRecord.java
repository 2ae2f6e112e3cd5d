package dev.recap.lab.peers;

import dev.recap.desk.ticket.RecordedCall;
import dev.recap.lab.scenario.ToolServer;
import java.util.List;

/**
 * What one run did at the desk, read off the store.
 *
 * @param calls the rows of the {@code tool_call} table
 * @param rejected ids of calls that were answered with an error without running
 * @param completed how many tickets are completed
 */
record DeskRecord(List<RecordedCall> calls, List<String> rejected, int completed) {
  DeskRecord {
    calls = List.copyOf(calls);
    rejected = List.copyOf(rejected);
  }

  static DeskRecord of(ToolServer tools) {
    return new DeskRecord(tools.calls(), tools.rejected(), tools.counts().completed());
  }
}
