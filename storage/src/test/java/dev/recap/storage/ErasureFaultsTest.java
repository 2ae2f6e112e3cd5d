package dev.recap.storage;

import static dev.recap.storage.ErasureTest.ITEM;
import static dev.recap.storage.ErasureTest.WORD;
import static dev.recap.storage.ErasureTest.conversations;
import static dev.recap.storage.ErasureTest.entries;
import static dev.recap.storage.ErasureTest.filesWith;
import static dev.recap.storage.ErasureTest.read;
import static dev.recap.storage.ErasureTest.texts;
import static dev.recap.storage.ErasureTest.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.journal.JournalException;
import dev.recap.storage.FaultySource.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever statement an erasure fails at, it stands whole or not, and is brought to its end. */
class ErasureFaultsTest {
  private static final int LEAST_COMMITS = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void anErasureStandsWholeOrNotAtAllAndTheNextOpeningFinishesIt(Databases database) {
    var source = new FaultySource(database.in(folder));
    for (Fault fault : Fault.values()) {
      int nth = 0;
      while (isTriedAt(source, fault, nth)) {
        nth++;
      }
      assertThat(nth).isGreaterThanOrEqualTo(LEAST_COMMITS);
    }
  }

  /** Whether the erasure got as far as the fault. */
  private boolean isTriedAt(FaultySource source, Fault fault, int nth) {
    String id = fault + " " + nth;
    boolean reached;
    try (Store store = Store.of(source)) {
      write(store, id);
      source.fail(fault, nth);
      tryToErase(store, id);
      reached = source.heals();
    }
    Databases.letLeasesRunOut(source);
    try (Store again = Store.of(source)) {
      assertThat(texts(source, "SELECT id FROM recap_cleaning")).isEmpty();
      if (read(again, id).equals(entries())) {
        conversations(again).erase(id, ITEM, "Pat");
      }
      assertThat(read(again, id)).hasSize(entries().size() + 1);
      assertThat(texts(source, "SELECT line FROM recap_entry")).noneMatch(l -> l.contains(WORD));
      assertThat(filesWith(folder, WORD)).isEmpty();
    }
    return reached;
  }

  private static void tryToErase(Store store, String id) {
    try {
      conversations(store).erase(id, ITEM, "Pat");
    } catch (JournalException e) {
      assertThat(e.reason()).isEqualTo(JournalException.Reason.IO);
    }
  }
}
