package dev.recap.storage;

import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.JsonLinesJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries a conversation between a store and a file of JSON lines, which is a journal like any
 * other: entries, and beside it the images and documents.
 */
record Transfer(Store store, String conversation) {
  /** So many entries are held at once. */
  private static final int PIECE = 512;

  /** Writes the file, which must not be there yet; how many entries it has. */
  long toFile(Path file) {
    checkAbsent(file);
    try (JsonLinesJournal journal = JsonLinesJournal.open(file)) {
      List<Entry> piece = new ArrayList<>();
      store.read(
          conversation,
          0,
          entry -> {
            piece.add(entry);
            if (piece.size() == PIECE) {
              journal.append(piece);
              piece.clear();
            }
          });
      journal.append(piece);
      return journal.size();
    }
  }

  private static void checkAbsent(Path file) {
    try {
      if (Files.exists(file) && Files.size(file) > 0) {
        throw new JournalException(
            Reason.NOT_A_JOURNAL, file + " is there already and was not touched");
      }
    } catch (IOException e) {
      throw new JournalException(Reason.IO, "cannot look at %s: %s".formatted(file, e), e);
    }
  }

  /** Reads the file into a conversation that is empty, at once or not at all. */
  long fromFile(Path file) {
    List<Entry> entries = new ArrayList<>();
    long torn = JsonLinesJournal.read(file, 0, entries::add);
    if (torn > 0) {
      throw new JournalException(
          Reason.DAMAGED,
          "%s ends with %d bytes that are no entry; nothing was imported".formatted(file, torn));
    }
    try (SqlJournal journal = store.open(conversation)) {
      if (journal.size() > 0) {
        throw new JournalException(
            Reason.REFUSED,
            "conversation '%s' has %d entries already; nothing was imported"
                .formatted(conversation, journal.size()));
      }
      journal.append(entries);
      return journal.size();
    }
  }
}
