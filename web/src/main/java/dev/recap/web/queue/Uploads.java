package dev.recap.web.queue;

import dev.recap.desk.ticket.ImportFile;
import dev.recap.web.people.Secrets;
import dev.recap.web.route.FilePart;
import dev.recap.web.route.Refusal;
import dev.recap.web.route.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;

/** Files that were sent and not yet taken in, for an hour, under names that nobody can guess. */
public final class Uploads {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final String NAMES = "[A-Za-z0-9_-]{16,64}";

  private final Path folder;
  private final InstantSource clock;

  private Uploads(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Those of the desk in a folder. */
  public static Uploads in(Path desk, InstantSource clock) {
    return new Uploads(desk.resolve("uploads"), clock);
  }

  /**
   * The file with tickets that a form has sent.
   *
   * @throws Refusal with status 400 when it is missing or empty
   */
  public static FilePart sent(Visit visit) throws IOException {
    return visit
        .file("file")
        .filter(file -> file.bytes() > 0)
        .orElseThrow(
            () -> Refusal.ofField("file", "file is missing, but a CSV or JSON lines was expected"));
  }

  /** Keeps a file; its name is for people alone. */
  public String keep(FilePart part) throws IOException {
    Files.createDirectories(folder);
    forget();
    String token = Secrets.next();
    try (InputStream in = part.content().open()) {
      Files.copy(in, folder.resolve(token));
    }
    return token;
  }

  /** A file that was kept, by the name that people know. */
  public ImportFile find(String token, String name) {
    return ImportFile.of(name, path(token));
  }

  /** Where a file that was kept lies. */
  public Path path(String token) {
    Path file = folder.resolve(token);
    if (!token.matches(NAMES) || !Files.isRegularFile(file)) {
      throw Refusal.notFound("the file is not here any more: send it again");
    }
    return file;
  }

  /** Deletes all of them: whoever was about to take one in has to send it again. */
  public void forgetAll() {
    if (Files.isDirectory(folder)) {
      try {
        forgetBefore(Instant.MAX);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void forget() throws IOException {
    forgetBefore(clock.instant().minus(KEPT));
  }

  private void forgetBefore(Instant old) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
