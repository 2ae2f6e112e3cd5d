package dev.recap.cli;

import dev.recap.web.DeskFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a desk is that is served. */
final class DeskPlace {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The desk's folder, which is made (default recap-data).")
  private Path data = Path.of("recap-data");

  @Option(
      names = "--database",
      paramLabel = "URL",
      defaultValue = "${env:RECAP_DATABASE}",
      description =
          "A PostgreSQL database for the desk's tables, jdbc:postgresql://HOST:PORT/DATABASE, in the"
              + " place of files in the folder, which remembers it (default what RECAP_DATABASE"
              + " says).")
  private @Nullable String database;

  DeskPlace() {}

  DeskFolder open() throws IOException {
    DeskFolder folder = DeskFolder.at(data);
    return database == null || database.isBlank() ? folder : folder.in(database);
  }
}
