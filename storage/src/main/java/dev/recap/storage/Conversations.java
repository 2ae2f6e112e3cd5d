package dev.recap.storage;

import dev.recap.agent.Agent;
import dev.recap.conversation.Media;
import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.work.WorkItem;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many conversations of one agent, each under an id of the application's, in one {@link Store}.
 * Whoever says something need not know how a conversation stands: it is started, resumed or gone on
 * with as its journal needs it.
 *
 * <p>Any process may leave messages, decisions and cancellations; whoever holds a conversation's
 * lease takes them between two turns and puts them on record. Safe for many threads; what works on
 * a conversation runs on the thread that asked.
 *
 * <p>Failures of the database are {@link JournalException}s, those of the model come out as they
 * are; the conversation can be gone on with afterwards.
 */
public final class Conversations {
  private static final int MOST = 1_000;

  private final Store store;
  private final Agent agent;

  private Conversations(Store store, Agent agent) {
    this.store = store;
    this.agent = agent;
  }

  /** Those in a store, worked on by this agent. */
  public static Conversations of(Store store, Agent agent) {
    return new Conversations(store, agent);
  }

  /** The same whose tools are given this value: who asks, for whom, with which rights. */
  public Conversations with(Object value) {
    return new Conversations(store, agent.with(value));
  }

  /**
   * Says something and works until the agent yields. The first thing that is said is the task. A
   * run that was left is finished first; where one waits for somebody the message waits, too.
   *
   * @param shown images and documents that come with it
   */
  public Said say(String id, String message, Media... shown) {
    leave(id, message, "", shown);
    return goOn(id);
  }

  /**
   * Leaves a message in the inbox, without working on it; {@link #goOn} does, or whoever writes the
   * conversation now.
   *
   * @param by who says it, for the record
   */
  public void leave(String id, String message, String by, Media... shown) {
    inbox(id).message(message, List.of(shown), by);
  }

  /**
   * Goes on with what there is: a run that was left or waited, and what is in the inbox. Takes the
   * lease for as long, and gives it up when the agent yields or the run waits for somebody.
   */
  public Said goOn(String id) {
    return work(id, false);
  }

  /** The same although the run in progress began with other instructions or tools. */
  public Said goOnAsItIs(String id) {
    return work(id, true);
  }

  private Said work(String id, boolean asItIs) {
    Said said = new Said.NothingToDo();
    try {
      Stretch stretch;
      do {
        stretch = stretch(id, asItIs);
        said = stretch.said().orElse(said);
        // Who came while the lease was still held has left a message, and relies on it.
      } while (stretch.hasNews());
      return said;
    } catch (JournalException e) {
      if (e.reason() == Reason.IN_USE) {
        return new Said.HeldElsewhere(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private Stretch stretch(String id, boolean asItIs) {
    try (SqlJournal journal = store.open(id)) {
      var stretch = new Stretch(store, agent, journal, asItIs);
      stretch.work();
      return stretch;
    }
  }

  /** Asks for the end of the run in progress, at the end of its turn at the latest. */
  public void cancel(String id, String by) {
    inbox(id).cancellation(by);
  }

  /** Calls that wait for a person and about which nobody has said anything yet, up to 1,000. */
  public List<PendingCall> pending() {
    try {
      return store.database().read(connection -> PendingCalls.undecided(connection, MOST));
    } catch (SQLException e) {
      throw store.failed("list", "*", e);
    }
  }

  /**
   * Says that a call may run, as it was shown. Nothing runs before somebody goes on with the
   * conversation; whether it is still in time is checked again then.
   *
   * @param by who says so, for the record
   */
  public Verdict approve(PendingCall call, String by) {
    return inbox(call.conversation()).decision(call, true, by, "");
  }

  /**
   * Says that a call may not run.
   *
   * @param reason what the model is told; may be empty
   */
  public Verdict deny(PendingCall call, String by, String reason) {
    return inbox(call.conversation()).decision(call, false, by, reason);
  }

  /** How a conversation stands; empty where there is none. */
  public Optional<Conversation> find(String id) {
    return rows().find(Store.checked(id));
  }

  /**
   * The newest first.
   *
   * @param after the last one of the page before; null for the first page
   */
  public List<Conversation> list(int most, @Nullable Conversation after) {
    return search("", most, after);
  }

  /**
   * Those in which the user or the agent has said these words, in any case of the letters A to Z,
   * the newest first.
   */
  public List<Conversation> search(String words, int most, @Nullable Conversation after) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException(
          "a page has 1 to %d conversations, but most was %d".formatted(MOST, most));
    }
    return rows().page(words, most, after);
  }

  /**
   * Those that nobody works on although there is something to go on with: a run that was left by a
   * process that died, a message, a decision. For a worker that goes on with each.
   */
  public List<Conversation> left(int most) {
    return rows().left(most);
  }

  /**
   * Takes what a conversation says of a work item out of it and out of the database's files, for
   * good; what was done stays on record without its text. Other conversations that worked on the
   * item have to be asked, too.
   *
   * @param by who wants it, for the record
   * @return the entry that says so, with the item's new name
   * @throws IllegalArgumentException when there is no such conversation or item
   * @throws IllegalStateException when a call about it is not answered, or nobody knows what became
   *     of one
   * @throws JournalException when somebody writes the conversation; or when it was erased, but what
   *     the database's files keep of it could not be taken out: then {@link Store} does so when it
   *     is opened next
   */
  public Entry.Erased erase(String id, WorkItem item, String by) {
    if (find(id).isEmpty()) {
      throw new IllegalArgumentException("there is no conversation '%s'".formatted(id));
    }
    try (SqlJournal journal = store.open(id)) {
      return Agent.erase(journal, item, by, store.database().read(inbox(id)::now));
    } catch (SQLException e) {
      throw store.failed("erase something from", id, e);
    }
  }

  /**
   * Takes a conversation away, with its inbox and what only it shows.
   *
   * @return false where there was none
   * @throws JournalException when somebody writes it
   */
  public boolean delete(String id) {
    return rows().delete(Store.checked(id));
  }

  private Inbox inbox(String id) {
    return new Inbox(store, Store.checked(id));
  }

  private ConversationRows rows() {
    return new ConversationRows(store);
  }
}
