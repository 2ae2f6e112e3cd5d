package dev.recap.lab.replay;

import dev.recap.conversation.Usage;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.journal.UserSaid;
import dev.recap.model.ToolSpec;
import java.util.List;
import java.util.Objects;

/**
 * One conversation that took place.
 *
 * @param model the name of the model that replied; empty when it is not known
 * @param instructions the system prompt; empty for none
 * @param tools what the model was told about its tools, or specs made up from its calls
 * @param entries what happened, with no compaction in it
 */
public record RecordedRun(
    String id, String model, String instructions, List<ToolSpec> tools, List<Entry> entries) {
  public RecordedRun {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(instructions, "instructions");
    tools = List.copyOf(tools);
    entries = List.copyOf(entries);
  }

  /** The text that must stand in every request; empty when the run has no task. */
  public String task() {
    return entries.stream()
        .filter(entry -> entry instanceof UserSaid said && said.pinned())
        .map(entry -> ((UserSaid) entry).text())
        .findFirst()
        .orElse("");
  }

  /** What the provider counted for the replies; nothing where that was not recorded. */
  public Usage counted() {
    return entries.stream()
        .filter(Replied.class::isInstance)
        .map(entry -> ((Replied) entry).reply().usage())
        .reduce(Usage.NONE, Usage::plus);
  }

  /** Replies in it. */
  public int turns() {
    return (int) entries.stream().filter(Replied.class::isInstance).count();
  }
}
