package dev.recap.journal;

import static dev.recap.journal.JournalFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.journal.JournalException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two workers on one file erased each other's entries without a word. Now the second is refused.
 */
class WriterLockTest {
  private static final String ME = "process " + ProcessHandle.current().pid() + " on ";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("journal.jsonl");
  }

  private static void isRefused(Path path, String holder) {
    assertThatThrownBy(() -> JsonLinesJournal.open(path))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.IN_USE))
        .hasMessageContaining("journal.jsonl has a writer already: ")
        .hasMessageContaining(holder)
        .hasMessageMatching("(?s).*, since \\d{4}-\\d\\d-\\d\\dT.*");
  }

  @Nested
  class InOneProcess {
    @Test
    void theSecondIsRefusedUntilTheFirstHasClosed() {
      try (var first = JsonLinesJournal.open(file)) {
        isRefused(file, "this process, " + ME);
        first.append(new RunEnded("first"));
      }
      try (var second = JsonLinesJournal.open(file)) {
        second.append(new RunEnded("second"));
      }

      assertThat(read(file)).containsExactly(new RunEnded("first"), new RunEnded("second"));
    }

    @Test
    void theSecondIsRefusedByWhateverPathItComes() throws IOException {
      Path link = Files.createSymbolicLink(folder.resolve("link"), file);
      Path folderLink = Files.createSymbolicLink(folder.resolve("folder"), folder);
      try (var first = JsonLinesJournal.open(file)) {
        first.append(new RunEnded("first"));
        Path here = Path.of("").toAbsolutePath();

        for (Path other :
            List.of(
                link,
                folderLink.resolve("journal.jsonl"),
                folder.resolve("./../" + folder.getFileName() + "/journal.jsonl"),
                here.relativize(file.toRealPath()))) {
          isRefused(other, "this process");
        }
        assertThat(read(link)).hasSize(1);
      }
      try (var second = JsonLinesJournal.open(link)) {
        isRefused(file, "this process");
        assertThat(second.size()).isEqualTo(1);
      }
    }

    @Test
    void anOpeningThatFailsHoldsNothing() throws IOException {
      Files.writeString(file, "My thesis");
      assertThatThrownBy(() -> JsonLinesJournal.open(file)).hasMessageContaining("not a journal");
      Files.delete(file);

      JsonLinesJournal.open(file).close();
      JsonLinesJournal.open(file).close();
    }

    @Test
    void oneOfManyThatComeTogetherWins() throws InterruptedException {
      List<JsonLinesJournal> open = Collections.synchronizedList(new ArrayList<>());
      List<Reason> refused = Collections.synchronizedList(new ArrayList<>());
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        threads.add(
            Thread.startVirtualThread(() -> {
              try {
                open.add(JsonLinesJournal.open(file));
              } catch (JournalException e) {
                refused.add(e.reason());
              }
            }));
      }
      for (Thread thread : threads) {
        thread.join();
      }

      assertThat(open).hasSize(1);
      assertThat(refused).hasSize(15).containsOnly(Reason.IN_USE);
      open.forEach(JsonLinesJournal::close);
    }
  }

  @Nested
  class InAnotherProcess {
    @Test
    void theSecondIsRefusedAndTheHolderNamed() throws Exception {
      try (var child = new Child(file)) {
        assertThat(child.says()).isEqualTo("open");
        isRefused(file, "process " + child.pid() + " on ");

        assertThat(child.does("append")).isEqualTo("appended");
        assertThat(read(file)).hasSize(1);
        assertThat(child.does("close")).isEqualTo("closed");
        try (var mine = JsonLinesJournal.open(file)) {
          mine.append(new RunEnded("mine"));
          assertThat(child.does("open"))
              .startsWith("IN_USE " + file + " has a writer already: " + ME);
        }
        assertThat(child.does("open")).isEqualTo("open");
      }
    }

    /** On POSIX a process gives its lock up when it closes any handle of the locked file. */
    @Test
    void theLockOutlivesWhatTheHolderDoesWithTheJournalsFile() throws Exception {
      try (var mine = JsonLinesJournal.open(file);
          var child = new Child(file)) {
        assertThat(child.says()).startsWith("IN_USE ");
        mine.append(new RunEnded("mine"));
        assertThat(Files.readAllBytes(file)).isNotEmpty();
        assertThat(read(file)).hasSize(1);
        isRefused(file, "this process");
        assertThatThrownBy(() -> JsonLinesJournal.repair(file)).hasMessageContaining("a writer");

        assertThat(child.does("open")).startsWith("IN_USE ");
      }
    }

    /** As a container does that loads an application twice. */
    @Test
    void theLockOutlivesASecondLoadingOfTheClasses() throws Exception {
      try (var mine = JsonLinesJournal.open(file);
          var twice = new Twice();
          var child = new Child(file)) {
        assertThat(child.says()).startsWith("IN_USE ");
        assertThat(twice.open(file)).hasMessageContaining("this process, " + ME);
        assertThat(twice.open(file)).hasMessageContaining("under another class loader");
        System.gc();

        assertThat(child.does("open")).startsWith("IN_USE ");
        mine.append(new RunEnded("mine"));
      }
    }

    @Test
    void aKilledHolderHoldsNothing() throws Exception {
      try (var child = new Child(file)) {
        assertThat(child.says()).isEqualTo("open");
        assertThat(child.does("append")).isEqualTo("appended");
      } // killed here

      try (var mine = JsonLinesJournal.open(file)) {
        assertThat(mine.entries()).containsExactly(new RunEnded("theirs"));
        mine.append(new RunEnded("mine"));
      }
    }
  }

  /** The journal's classes, loaded once more. */
  private static final class Twice extends URLClassLoader {
    Twice() {
      super(urls(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] urls() {
      return new URL[] {JsonLinesJournal.class.getProtectionDomain().getCodeSource().getLocation()};
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      return name.startsWith("dev.recap.")
          ? super.findClass(name)
          : WriterLockTest.class.getClassLoader().loadClass(name);
    }

    Throwable open(Path file) throws ReflectiveOperationException {
      Class<?> journal = loadClass("dev.recap.journal.JsonLinesJournal");
      assertThat(journal).isNotSameAs(JsonLinesJournal.class);
      try {
        return new AssertionError(
            "opened: " + journal.getMethod("open", Path.class).invoke(null, file));
      } catch (InvocationTargetException e) {
        return e.getCause();
      }
    }
  }

  /** A process that opens a journal and then does what it is told, a line at a time. */
  private static final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    Child(Path file) throws IOException {
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              Worker.class.getName(),
              file.toString());
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      out = process.inputReader();
    }

    long pid() {
      return process.pid();
    }

    String says() throws IOException {
      return out.readLine();
    }

    String does(String what) throws IOException {
      process.outputWriter().write(what + "\n");
      process.outputWriter().flush();
      return says();
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  /** What the other process runs. */
  static final class Worker {
    private Worker() {}

    public static void main(String[] args) throws IOException {
      Path file = Path.of(args[0]);
      JsonLinesJournal journal = open(file, null);
      var in = new BufferedReader(new InputStreamReader(System.in));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        switch (line) {
          case "open" -> journal = open(file, journal);
          case "append" -> {
            journal.append(new RunEnded("theirs"));
            System.out.println("appended");
          }
          case "close" -> {
            journal.close();
            System.out.println("closed");
          }
          default -> throw new IllegalArgumentException(line);
        }
      }
    }

    private static JsonLinesJournal open(Path file, JsonLinesJournal otherwise) {
      try {
        JsonLinesJournal journal = JsonLinesJournal.open(file);
        System.out.println("open");
        return journal;
      } catch (JournalException e) {
        System.out.println(e.reason() + " " + e.getMessage());
        return otherwise;
      }
    }
  }
}
