package dev.recap.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.bytes.Packer;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A journal opened by each snapshot that could have been kept of it. */
public final class SnapshotCuts {
  private static final View EMPTY = View.empty(17);

  /** Has all entries and one snapshot, and is not to be read before it. */
  private record Kept(List<Entry> entries, Snapshot kept) implements Journal {
    @Override
    public void append(List<? extends Entry> more) {
      throw new IllegalStateException("it is only read");
    }

    @Override
    public long size() {
      return entries.size();
    }

    @Override
    public void read(long from, Consumer<? super Entry> each) {
      assertThat(from).isEqualTo(kept.size());
      entries.subList((int) from, entries.size()).forEach(each);
    }

    @Override
    public Optional<Snapshot> snapshot() {
      return Optional.of(kept);
    }
  }

  private SnapshotCuts() {}

  /** Each of them and the rest give what the whole journal gives. */
  public static void checkEach(List<Entry> entries) {
    Journal all = Journal.inMemory();
    var carried = new ProjectedJournal(all, EMPTY, entry -> {});
    ProjectedJournal whole = whole(entries);
    dev.recap.projection.@Nullable Snapshot last = null;
    for (Entry entry : entries) {
      carried.append(entry);
      var cut = carried.beforeReply();
      if (cut != null && cut != last && cut.fits()) {
        check(new Journal.Snapshot(cut.size(), Packer.joined(cut.packed(EMPTY))), entries, whole);
      }
      last = cut;
    }
  }

  private static ProjectedJournal whole(List<Entry> entries) {
    Journal all = Journal.inMemory();
    all.append(entries);
    ProjectedJournal whole = new ProjectedJournal(all, EMPTY, entry -> {});
    assertThat(whole.ledger()).isEqualTo(Ledger.of(entries));
    return whole;
  }

  private static void check(Journal.Snapshot cut, List<Entry> entries, ProjectedJournal whole) {
    var opened = new ProjectedJournal(new Kept(entries, cut), EMPTY, entry -> {});

    assertThat(opened.view()).isEqualTo(whole.view());
    assertThat(opened.view().messages()).isEqualTo(whole.view().messages());
    assertThat(opened.ledger()).isEqualTo(whole.ledger());
    assertThat(opened.breaker()).isEqualTo(whole.breaker());
    assertThat(opened.pace()).isEqualTo(whole.pace());
    assertThat(opened.turns()).isEqualTo(whole.turns());
    assertThat(opened.turnsSinceAsk()).isEqualTo(whole.turnsSinceAsk());
    assertThat(opened.unfinished()).isEqualTo(whole.unfinished());
    assertThat(opened.lastReply()).isEqualTo(whole.lastReply());
  }
}
