package dev.recap.lab.scenario;

import dev.recap.journal.Journal;
import dev.recap.model.ToolSpec;
import java.util.List;

/** Where the library's conversations go on record; those of other loops have no journal. */
@FunctionalInterface
public interface Journals {

  /** In memory, as long as a conversation lasts. */
  Journals IN_MEMORY = (run, tools) -> Journal.inMemory();

  /** One for a new conversation of this run, whose model is told of these tools. */
  Journal open(String run, List<ToolSpec> tools);
}
