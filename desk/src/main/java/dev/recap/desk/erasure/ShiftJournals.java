package dev.recap.desk.erasure;

import dev.recap.agent.Agent;
import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.batch.Progress;
import dev.recap.desk.review.RefusedException;
import dev.recap.desk.review.RefusedException.Reason;
import dev.recap.journal.JournalException;
import dev.recap.storage.Holder;
import dev.recap.storage.SqlJournal;
import dev.recap.storage.Store;
import dev.recap.work.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The journals of all shifts, from which tickets are erased. */
record ShiftJournals(Store store, Batches batches) {

  /**
   * Makes sure that no shift is at work: its journal could not be written anew.
   *
   * @throws RefusedException naming the shift
   */
  void refuseAtWork() {
    for (Batch shift : batches.all()) {
      for (String conversation : shift.conversations()) {
        Optional<Holder> holder = store.holder(conversation);
        if (holder.isPresent() && Progress.mayBeAlive(holder.get())) {
          throw atWork(shift);
        }
      }
    }
  }

  /**
   * Takes tickets out of all journals, and out of the files of the database; those that are in none
   * any more change nothing.
   *
   * @param names of the tickets
   * @throws RefusedException when a shift is at work, or left a call that nobody knows the end of
   */
  void erase(List<String> names, String by, Instant at) {
    for (Batch shift : batches.all()) {
      for (String conversation : shift.conversations()) {
        if (isBegun(conversation)) {
          erase(shift, conversation, names, by, at);
        }
      }
    }
  }

  private void erase(Batch shift, String conversation, List<String> names, String by, Instant at) {
    store
        .holder(conversation)
        .filter(holder -> !Progress.mayBeAlive(holder))
        .ifPresent(dead -> store.endLease(conversation, dead));
    try (SqlJournal journal = store.open(conversation)) {
      for (String name : names) {
        erase(shift, journal, new WorkItem(name), by, at);
      }
    } catch (JournalException failed) {
      if (failed.reason() == JournalException.Reason.IN_USE) {
        throw atWork(shift);
      }
      throw failed;
    }
  }

  private static void erase(
      Batch shift, SqlJournal journal, WorkItem ticket, String by, Instant at) {
    try {
      Agent.erase(journal, ticket, by, at);
    } catch (IllegalStateException unfinished) {
      throw new RefusedException(
          Reason.NOT_NOW, "shift %s: %s".formatted(shift.id(), unfinished.getMessage()));
    } catch (IllegalArgumentException notThere) {
      // It says so of a ticket that this shift has not worked, or that is erased already.
    }
  }

  private boolean isBegun(String conversation) {
    var begun = new AtomicBoolean();
    store.read(conversation, 0, entry -> begun.set(true));
    return begun.get();
  }

  private static RefusedException atWork(Batch shift) {
    return new RefusedException(
        Reason.HELD, "shift %s is at work: stop it, then erase".formatted(shift.id()));
  }
}
