package dev.recap.desk.trial;

import dev.recap.desk.batch.Address;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.storage.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Where one trial is kept: a desk of its own, the journal, its order, and in the end the result.
 * All of it is for its owner alone. What people decided is in the result and in nothing that the
 * agent's tools or another process read.
 */
public final class TrialFolder implements AutoCloseable {
  /** The result as JSON. */
  public static final String JSON = "trial.json";

  /** The result as a page. */
  public static final String PAGE = "trial.html";

  private static final String ORDER = "trial-order.json";
  private static final String DESK = "trial-desk.db";
  private static final String JOURNAL = "trial-journal.db";
  private static final int ID_LENGTH = 8;

  private final Path folder;
  private final TicketStore tickets;
  private final Store journals;
  private final Batches batches;

  private TrialFolder(Path folder) {
    this.folder = folder;
    tickets = TicketStore.open(folder.resolve(DESK));
    try {
      var address = new Address(folder.resolve(JOURNAL).toString());
      journals = address.store();
      batches = Batches.in(address.source());
    } catch (RuntimeException e) {
      tickets.close();
      throw e;
    }
  }

  /** Whether a trial has begun there. */
  static boolean isThere(Path folder) {
    return Files.exists(folder.resolve(ORDER));
  }

  /**
   * The folder, which is made where it is missing.
   *
   * @throws IllegalArgumentException when it has files of these names that are of no trial
   * @throws UncheckedIOException when it cannot be made
   */
  public static TrialFolder open(Path folder) {
    try {
      OwnerOnly.folder(folder);
      if (!isThere(folder)) {
        refuseFilesOfOthers(folder);
      }
      for (String database : List.of(DESK, JOURNAL)) {
        OwnerOnly.file(folder.resolve(database));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TrialFolder(folder);
  }

  /** The databases alone are left by a process that died before it had its order on record. */
  private static void refuseFilesOfOthers(Path folder) {
    for (String name : List.of(JSON, PAGE)) {
      if (Files.exists(folder.resolve(name))) {
        throw new IllegalArgumentException(
            "%s has a %s but no %s, so it is no trial's: name another folder"
                .formatted(folder, name, ORDER));
      }
    }
  }

  /**
   * The paper of an order: the one that lies here, or a new one.
   *
   * @throws IllegalArgumentException when another order lies here, naming what differs
   */
  TrialPaper paper(TrialOrder order, String knowledge) {
    return paper(UUID.randomUUID().toString().substring(0, ID_LENGTH), order, knowledge);
  }

  /** The same; a new one has this id. */
  TrialPaper paper(String id, TrialOrder order, String knowledge) {
    var asked = TrialPaper.of(id, order, knowledge);
    Path file = folder.resolve(ORDER);
    try {
      OwnerOnly.create(file, asked.json());
      return asked;
    } catch (FileAlreadyExistsException there) {
      TrialPaper paper = read(file);
      paper.check(asked, folder);
      return paper;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrialPaper read(Path file) {
    try {
      return TrialPaper.read(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the result there as JSON and as a page, each whole or as it was. */
  public void write(TrialResult result) {
    try {
      OwnerOnly.replace(folder.resolve(JSON), TrialJson.text(result) + "\n");
      OwnerOnly.replace(folder.resolve(PAGE), TrialPage.of(result));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the page is, once there is a result. */
  public Path page() {
    return folder.resolve(PAGE);
  }

  String desk() {
    return folder.resolve(DESK).toString();
  }

  TicketStore tickets() {
    return tickets;
  }

  Store journals() {
    return journals;
  }

  Batches batches() {
    return batches;
  }

  @Override
  public void close() {
    journals.close();
    tickets.close();
  }
}
