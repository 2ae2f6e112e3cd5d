package dev.recap.lab.scenario;

import dev.recap.journal.Journal;
import dev.recap.lab.job.Site;
import dev.recap.model.Model;
import java.util.function.Supplier;

/**
 * Where one strategy works: a place of its own, and a model that knows nothing of the other runs.
 *
 * @param journals one for each conversation of the library
 */
public record Bench(Site site, Model model, Recording recording, Supplier<Journal> journals) {

  /** Journals in memory. */
  public Bench(Site site, Model model, Recording recording) {
    this(site, model, recording, Journal::inMemory);
  }
}
