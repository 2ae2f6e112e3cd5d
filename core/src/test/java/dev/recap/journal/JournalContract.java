package dev.recap.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every journal does, wherever it keeps its entries. */
public abstract class JournalContract {
  static final List<Entry> KINDS = EntryTest.everyKind();

  /** An empty one. */
  protected abstract Journal journal();

  static List<Entry> from(Journal journal, long from) {
    List<Entry> read = new ArrayList<>();
    journal.read(from, read::add);
    return read;
  }

  @Test
  void givesBackEveryKindOfEntryAsItWas() {
    Journal journal = journal();
    KINDS.forEach(journal::append);

    assertThat(journal.entries()).isEqualTo(KINDS);
  }

  @Test
  void takesSeveralEntriesInOrder() {
    Journal journal = journal();
    journal.append(KINDS.subList(0, 4));
    journal.append(List.of());
    journal.append(KINDS.subList(4, KINDS.size()));

    assertThat(journal.entries()).isEqualTo(KINDS);
    assertThat(journal.size()).isEqualTo(KINDS.size());
  }

  @Test
  void replacesAllItsEntriesAndGoesOnBehindThem() {
    Journal journal = journal();
    KINDS.forEach(journal::append);
    List<Entry> others = new ArrayList<>(KINDS.reversed());
    others.add(new RunEnded("replaced"));
    journal.replace(others);

    assertThat(journal.size()).isEqualTo(others.size());
    assertThat(journal.entries()).isEqualTo(others);
    journal.append(KINDS.subList(0, 2));
    assertThat(from(journal, others.size())).isEqualTo(KINDS.subList(0, 2));
    assertThat(from(journal, others.size() - 1)).hasSize(3).startsWith(new RunEnded("replaced"));
  }

  @Test
  void isReadFromASequenceOn() {
    Journal journal = journal();
    for (int i = 0; i < 300; i++) {
      assertThat(journal.size()).isEqualTo(i);
      journal.append(new RunEnded("end " + i));
    }

    for (int from : new int[] {0, 1, 63, 64, 65, 200, 299}) {
      assertThat(from(journal, from)).hasSize(300 - from).startsWith(new RunEnded("end " + from));
    }
    assertThat(from(journal, 300)).isEmpty();
    assertThat(from(journal, 1_000)).isEmpty();
    assertThatThrownBy(() -> from(journal, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sequences count from 0, but from was -1");
  }

  @Test
  void handsOutWhatWasThereWhenItWasAskedAlthoughTheReaderAppends() {
    Journal journal = journal();
    journal.append(KINDS.subList(0, 3));
    journal.read(0, journal::append);

    assertThat(journal.size()).isEqualTo(6);
    assertThat(from(journal, 3)).isEqualTo(KINDS.subList(0, 3));
  }

  @Test
  void handsOutCopiesThatLaterEntriesDoNotChange() {
    Journal journal = journal();
    journal.append(KINDS.getFirst());
    List<Entry> before = journal.entries();
    journal.append(KINDS.getLast());

    assertThat(before).containsExactly(KINDS.getFirst());
  }

  @Test
  void takesNothingOfAListWithANullInIt() {
    Journal journal = journal();
    List<Entry> entries = new ArrayList<>(KINDS.subList(0, 2));
    entries.add(null);

    assertThatThrownBy(() -> journal.append(entries)).isInstanceOf(NullPointerException.class);
    assertThat(journal.size()).isZero();
  }

  @Test
  void handsBackTheLastSnapshotThatItKeptIfItKeepsAny() {
    Journal journal = journal();
    assertThat(journal.snapshot()).isEmpty();
    journal.append(KINDS);

    for (int size = 1; size <= KINDS.size(); size++) {
      byte[] bytes = new byte[size * 1_000];
      Arrays.fill(bytes, (byte) size);
      int half = bytes.length / 2;
      List<byte[]> pieces =
          List.of(Arrays.copyOf(bytes, half), Arrays.copyOfRange(bytes, half, bytes.length));
      journal.keepSnapshot(size, () -> pieces);
      if (keepsSnapshots()) {
        assertThat(journal.snapshot()).hasValueSatisfying(of(size, bytes));
      } else {
        assertThat(journal.snapshot()).isEmpty();
      }
    }
    assertThat(journal.entries()).isEqualTo(KINDS);
  }

  /** Whether it keeps what opens it faster. */
  protected boolean keepsSnapshots() {
    return true;
  }

  private static Consumer<Journal.Snapshot> of(long size, byte[] bytes) {
    return snapshot -> {
      assertThat(snapshot.size()).isEqualTo(size);
      assertThat(snapshot.bytes()).isEqualTo(bytes);
    };
  }
}
