package dev.recap.storage;

import dev.recap.journal.Answered;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One line of an audit: who did what, when, by which call.
 *
 * @param sequence of the entry that says so
 * @param at when; of an entry that has no time of its own the last one before it
 * @param run the run's id
 * @param who the agent, the person who decided, or how an outcome was found out
 * @param what in a word, such as CONFIRMED or approved
 * @param tool empty where no tool was concerned
 * @param item the work item with its opening; empty for none
 * @param callId empty where no call was concerned
 */
public record AuditLine(
    long sequence,
    @Nullable Instant at,
    String run,
    String who,
    String what,
    String tool,
    String item,
    String callId) {

  /** Hands out the lines of a journal, oldest first: runs, calls, their outcomes, decisions. */
  public static void of(Journal journal, Consumer<? super AuditLine> each) {
    var reader = new Reader(each);
    journal.read(0, reader);
  }

  /** The same of a conversation in a store, whether or not somebody writes it. */
  public static void of(Store store, String conversation, Consumer<? super AuditLine> each) {
    store.read(conversation, 0, new Reader(each));
  }

  /** Remembers what a line needs of the entries before its own. */
  private static final class Reader implements Consumer<Entry> {
    private static final String AGENT = "agent";

    private final Consumer<? super AuditLine> each;
    private final Map<String, Intended> calls = new HashMap<>();
    private final Map<String, String> tools = new HashMap<>();
    private long sequence;
    private @Nullable Instant at;
    private String run = "";

    Reader(Consumer<? super AuditLine> each) {
      this.each = each;
    }

    @Override
    public void accept(Entry entry) {
      switch (entry) {
        case RunStarted started -> {
          run = started.runId();
          at = started.at();
          say("caller", "started", "");
        }
        case Replied replied -> {
          at = replied.at();
          replied.reply().calls().forEach(call -> tools.put(call.id(), call.tool()));
        }
        case Waiting waiting -> say(AGENT, "asked for a person's yes", waiting.callId());
        case Decided decided -> {
          at = decided.word().at();
          say(
              decided.word().by(),
              decided.word().approved() ? "approved" : "denied",
              decided.callId());
        }
        case Intended intended -> {
          at = intended.at();
          calls.put(intended.callId(), intended);
          say(AGENT, "called", intended.callId());
        }
        case Answered answered -> say(AGENT, answered.standing().name(), answered.callId());
        case Settled settled ->
            say(settled.how().name(), settled.outcome().name(), settled.subject().callId());
        case RunEnded ended -> say(AGENT, "ended: " + ended.outcome(), "");
        case Entry.Erased erased -> {
          at = erased.at();
          say(erased.by(), "erased " + erased.item(), "");
        }
        default -> {} // What was said and shortened is no deed.
      }
      sequence++;
    }

    private void say(String who, String what, String callId) {
      Intended call = calls.get(callId);
      String item = call == null || call.opening() == null ? "" : call.opening().toString();
      each.accept(
          new AuditLine(
              sequence, at, run, who, what, tools.getOrDefault(callId, ""), item, callId));
    }
  }
}
