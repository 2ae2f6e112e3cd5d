package dev.recap.lab.crashes;

import dev.recap.journal.Answered;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.journal.JournalException;
import dev.recap.journal.Replied;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What may be wrong between the loop and its journal. */
enum JournalDefects implements Defect {
  /** A resume for which calls that had begun have not. */
  IGNORES_INTENTIONS(good -> without(good, entry -> entry instanceof Intended)),

  /** A call's intention goes on record with its answer. */
  INTENTIONS_AFTER_THE_CALL(Belated::new),

  /** A resume that drops answers, so that calls seem to be in flight. */
  DROPS_ANSWERS(good -> without(good, entry -> entry instanceof Answered)),

  /** A resume that asks again for replies on record. */
  ASKS_AGAIN(good ->
      new JournalOver(good) {
        @Override
        public void read(long from, Consumer<? super Entry> each) {
          List<Entry> all = inner.entries();
          int reply = all.size() - 1;
          while (reply >= 0 && !(all.get(reply) instanceof Replied)) {
            reply--;
          }
          all.subList((int) from, reply < from ? all.size() : reply).forEach(each);
        }
      }),

  /** A failure of the journal's is passed over, as if all was on record. */
  PASSES_OVER_FAILURES(good ->
      new JournalOver(good) {
        private long claimed;

        @Override
        public void append(List<? extends Entry> entries) {
          try {
            super.append(entries);
          } catch (JournalException e) {
            claimed += entries.size();
          }
        }

        @Override
        public long size() {
          return super.size() + claimed;
        }
      });

  private final UnaryOperator<Journal> wrong;

  JournalDefects(UnaryOperator<Journal> wrong) {
    this.wrong = wrong;
  }

  @Override
  public Journal journal(Journal good) {
    return wrong.apply(good);
  }

  private static Journal without(Journal good, Predicate<Entry> hidden) {
    return new JournalOver(good) {
      @Override
      public void read(long from, Consumer<? super Entry> each) {
        inner.read(
            from,
            entry -> {
              if (!hidden.test(entry)) {
                each.accept(entry);
              }
            });
      }
    };
  }

  private static final class Belated extends JournalOver {
    private final List<Entry> withheld = new ArrayList<>();

    Belated(Journal inner) {
      super(inner);
    }

    @Override
    public void append(List<? extends Entry> entries) {
      List<Entry> now = new ArrayList<>(withheld);
      withheld.clear();
      for (Entry entry : entries) {
        (entry instanceof Intended ? withheld : now).add(entry);
      }
      super.append(now);
    }

    @Override
    public long size() {
      return super.size() + withheld.size();
    }
  }
}
