package dev.recap.journal;

import static dev.recap.journal.JournalFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever is appended, and wherever the power fails: what an append promised is there, in order,
 * and of the list that was being appended the first few entries or none.
 */
class CrashPropertyTest {
  private static final int LIVES = 4;

  @Property(tries = 100)
  void whatWasPromisedOutlivesEachCrash(@ForAll Random random) throws IOException {
    Path folder = Files.createTempDirectory("crashes").toRealPath();
    Path file = folder.resolve("journal.jsonl");
    var entries = new RandomEntries(random);
    var disk = new FaultyDisk();
    List<Entry> promised = new ArrayList<>();

    for (int life = 0; life < LIVES; life++) {
      List<Entry> last = List.of();
      try (var journal = JsonLinesJournal.open(file, disk, () -> "some-id")) {
        assertThat(journal.entries()).isEqualTo(promised);
        for (int i = random.nextInt(4); i > 0; i--) {
          List<Entry> some = entries.some(4);
          journal.append(some);
          promised.addAll(some);
        }
        last = entries.some(4);
        disk.syncsFail(random.nextBoolean());
        disk.fullAfter(random.nextBoolean() ? random.nextInt(2_000) : Long.MAX_VALUE);
        journal.append(last);
        promised.addAll(last);
        last = List.of();
      } catch (JournalException e) {
        assertThat(e.reason()).isEqualTo(JournalException.Reason.IO);
      }
      disk.syncsFail(false);
      disk.fullAfter(Long.MAX_VALUE);
      disk.crash(file, random.nextLong(disk.unsynced(file) + 1));

      List<Entry> stand = read(file);
      int more = stand.size() - promised.size();
      assertThat(more).isBetween(0, last.size());
      promised.addAll(last.subList(0, more));
      assertThat(stand).isEqualTo(promised);
    }
    JournalFiles.delete(folder);
  }
}
