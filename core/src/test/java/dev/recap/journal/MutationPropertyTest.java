package dev.recap.journal;

import static dev.recap.journal.JournalFiles.bytes;
import static dev.recap.journal.JournalFiles.put;
import static dev.recap.journal.JournalFiles.read;
import static dev.recap.journal.JournalFiles.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Of 500 one-byte mutations 237 went unseen. None does. */
class MutationPropertyTest {
  private static final int MUTATIONS_A_JOURNAL = 20;

  /** 60 journals, 1,200 mutations. */
  @Property(tries = 60)
  void everyMutationOfOneByteIsNoticed(@ForAll Random random) throws IOException {
    Path folder = Files.createTempDirectory("mutations");
    Path file = folder.resolve("journal.jsonl");
    var entries = new RandomEntries(random);
    write(file, entries.some(3));
    try (var journal = JsonLinesJournal.open(file)) {
      journal.append(entries.some(10));
    }
    byte[] whole = bytes(file);
    List<Entry> written = read(file);

    for (int i = 0; i < MUTATIONS_A_JOURNAL; i++) {
      int at = random.nextInt(whole.length);
      byte[] mutated = whole.clone();
      mutated[at] = other(mutated[at], random);
      put(file, mutated);
      assertThat(noticed(file, written)).describedAs("byte %d of %d", at, whole.length).isTrue();
      assertThat(bytes(file)).isEqualTo(mutated);
    }
    JournalFiles.delete(folder);
  }

  /** Any other byte, often one that means something. */
  private static byte other(byte was, Random random) {
    byte[] telling = {'\n', '\r', ' ', '"', '}', '\\', 0, (byte) (was ^ 0x20)};
    byte is =
        random.nextBoolean() ? telling[random.nextInt(telling.length)] : (byte) random.nextInt(256);
    return is == was ? (byte) (was + 1) : is;
  }

  /** Whether readers and writers are told, and readers got nothing that was not written. */
  private static boolean noticed(Path file, List<Entry> written) {
    List<Entry> read = new ArrayList<>();
    boolean reader = false;
    try {
      JsonLinesJournal.read(file, 0, read::add);
    } catch (JournalException e) {
      reader = e.getMessage().contains(file.toString()) && e.getMessage().contains("line ");
    }
    assertThat(read).isEqualTo(written.subList(0, read.size()));
    try {
      JsonLinesJournal.open(file).close();
      return false;
    } catch (JournalException e) {
      return reader && e.getMessage().contains("line ");
    }
  }

  /** Every byte of one journal, changed in its case and into an end of line. */
  @Example
  void everyByteOfAJournalCounts() throws IOException {
    Path folder = Files.createTempDirectory("mutations");
    Path file = folder.resolve("journal.jsonl");
    List<Entry> written = List.of(new RunEnded("paid"), new UserSaid("\u00e9\n", true));
    write(file, written);
    byte[] whole = bytes(file);

    for (int at = 0; at < whole.length; at++) {
      for (int is : new int[] {'\n', whole[at] ^ 0x20}) {
        if (is != whole[at]) {
          byte[] mutated = whole.clone();
          mutated[at] = (byte) is;
          put(file, mutated);
          assertThat(noticed(file, written)).describedAs("byte %d to %d", at, is).isTrue();
        }
      }
    }
    JournalFiles.delete(folder);
  }
}
