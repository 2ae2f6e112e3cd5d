package dev.recap.desk.batch;

import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.storage.Holder;
import dev.recap.storage.SqlJournal;
import dev.recap.storage.Store;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a conversation over from a process that died: at once where it was one of this machine and
 * is no more, else when its lease has run out. One that says that it is there is left alone.
 */
record Takeover(Store store, Stop stop, Consumer<String> says) {

  /**
   * The journal; empty when it was to stop while it waited.
   *
   * @throws JournalException when somebody who is there has it, naming the holder
   */
  Optional<SqlJournal> take(String conversation) {
    @Nullable Holder waitedFor = null;
    while (!stop.isAsked()) {
      try {
        return Optional.of(store.open(conversation));
      } catch (JournalException refused) {
        if (refused.reason() != Reason.IN_USE) {
          throw refused;
        }
        Optional<Holder> holder = store.holder(conversation);
        if (holder.isEmpty() || isEnded(conversation, holder.get())) {
          continue; // It can be had by now.
        }
        if (isThere(holder.get(), waitedFor)) {
          throw refused;
        }
        waitedFor = holder.get();
        waitFor(conversation, waitedFor);
      }
    }
    return Optional.empty();
  }

  private boolean isEnded(String conversation, Holder holder) {
    boolean dead = ProcessName.parse(holder.name()).filter(ProcessName::isDead).isPresent();
    if (dead) {
      says.accept(
          "%s had %s and is dead: this one takes over".formatted(holder.name(), conversation));
    }
    return dead && store.endLease(conversation, holder);
  }

  /** It runs on this machine, or it renewed its lease while somebody waited. */
  private static boolean isThere(Holder holder, @Nullable Holder before) {
    return (before != null && holder.until().isAfter(before.until()))
        || ProcessName.parse(holder.name()).filter(ProcessName::isOfThisMachine).isPresent();
  }

  private void waitFor(String conversation, Holder holder) {
    says.accept(
        "%s has %s; unless it says something its lease runs out in %d s, and this one waits for that"
            .formatted(holder.name(), conversation, holder.left().toSeconds() + 1));
    stop.within(holder.left().plusMillis(1));
  }
}
