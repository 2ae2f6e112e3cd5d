package dev.recap.cli;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.desk.batch.Address;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands on batches are asked for. */
final class BatchOptions {
  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "Where journals and batches are: a file, which is made, or jdbc:postgresql:... (default"
              + " recap.db).")
  private String store = "recap.db";

  @Option(names = "--prices", paramLabel = "FILE", description = "Another price table, as JSON.")
  private @Nullable Path prices;

  @Option(names = "--json", description = "Says it as JSON on standard output and nothing else.")
  private boolean json;

  BatchOptions() {}

  BatchPlace open() {
    return new BatchPlace(new Address(store));
  }

  ModelCatalog catalog() {
    return prices == null ? ModelCatalog.bundled() : ModelCatalog.load(prices);
  }

  boolean json() {
    return json;
  }
}
