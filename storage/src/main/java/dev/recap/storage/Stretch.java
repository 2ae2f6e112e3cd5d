package dev.recap.storage;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult;
import dev.recap.agent.RunResult.ApprovalNeeded;
import dev.recap.agent.Turn;
import dev.recap.conversation.Media;
import dev.recap.journal.Decided;
import dev.recap.journal.RunEnded;
import dev.recap.journal.UserSaid;
import dev.recap.storage.Inbox.Letter;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One holder's stretch of work on a conversation, as long as there is something to go on with. */
final class Stretch {
  private final Agent agent;
  private final SqlJournal journal;
  private final boolean asItIs;
  private final Inbox inbox;
  private final ConversationRows rows;
  private @Nullable Said said;
  private final Set<String> seen = new HashSet<>();

  Stretch(Store store, Agent agent, SqlJournal journal, boolean asItIs) {
    this.agent = agent.with(journal.fence());
    this.journal = journal;
    this.asItIs = asItIs;
    this.inbox = new Inbox(store, journal.conversation());
    this.rows = new ConversationRows(store);
  }

  /** Works until nothing is left that it could go on with. */
  void work() {
    if (isRunning()) {
      SortedSet<String> changed = changed();
      if (!changed.isEmpty() && !asItIs) {
        said = new Said.AgentChanged(changed);
        return;
      }
      rows.setAgent(journal.conversation(), told());
    }
    Optional<Run> next = next();
    while (next.isPresent()) {
      said = yielded(drive(next.get()));
      next = next();
    }
  }

  /** What came of it; empty where there was nothing to do. */
  Optional<Said> said() {
    return Optional.ofNullable(said);
  }

  private Said yielded(RunResult result) {
    rows.setPaused(journal.conversation(), result.pauses());
    return result.pauses() ? new Said.Paused(result) : new Said.Ended(result);
  }

  /** The run that there is to go on with; empty when nothing is left, or what is left waits. */
  private Optional<Run> next() {
    boolean paused = said instanceof Said.Paused;
    if (isRunning() && !paused) {
      return Optional.of(agent.resume(journal));
    }
    List<Letter> letters = letters();
    if (!isRunning()) {
      // There is nothing to decide or to cancel any more.
      letters.stream().filter(letter -> !isMessage(letter)).forEach(inbox::pass);
    } else if (said instanceof Said.Paused(ApprovalNeeded needed)) {
      return letters.stream().anyMatch(letter -> concerns(letter, needed))
          ? Optional.of(agent.resume(journal))
          : Optional.empty();
    } else if (letters.stream().anyMatch(letter -> letter.said() instanceof RunEnded)) {
      return Optional.of(agent.resume(journal));
    }
    return letters.stream().filter(Stretch::isMessage).findFirst().map(this::begin);
  }

  private static boolean isMessage(Letter letter) {
    return letter.said() instanceof UserSaid;
  }

  private static boolean concerns(Letter letter, ApprovalNeeded needed) {
    return letter.said() instanceof RunEnded
        || (letter.said() instanceof Decided decided
            && needed.calls().stream().anyMatch(call -> call.id().equals(decided.callId())));
  }

  private Run begin(Letter letter) {
    var said = (UserSaid) letter.said();
    Media[] shown = said.media().toArray(Media[]::new);
    rows.setAgent(journal.conversation(), told());
    journal.takesWithNext(letter.id());
    return journal.size() == 0
        ? agent.start(journal, said.text(), shown)
        : agent.send(journal, said.text(), shown);
  }

  /** Runs it until it yields, and past each pause that the inbox has the answer to. */
  private RunResult drive(Run run) {
    takeDecisions(run);
    while (true) {
      Iterator<Turn> turns = run.iterator();
      takeCancellation(run);
      while (turns.hasNext()) {
        turns.next();
        takeCancellation(run);
      }
      RunResult result = run.result();
      if (!(result instanceof ApprovalNeeded) || !takeDecisions(run)) {
        return result;
      }
    }
  }

  private void takeCancellation(Run run) {
    for (Letter letter : letters()) {
      if (letter.said() instanceof RunEnded) {
        journal.takesWithNext(letter.id());
        run.cancel();
      }
    }
  }

  /** Puts on record what was said about calls that wait; whether there was anything. */
  private boolean takeDecisions(Run run) {
    boolean any = false;
    for (Letter letter : letters()) {
      if (letter.said() instanceof RunEnded) {
        any = true; // It is taken when the run goes on.
      } else if (letter.said() instanceof Decided decided) {
        if (inbox.isPending(decided.callId())) {
          journal.takesWithNext(letter.id());
          run.decide(decided.callId(), decided.word());
          any = true;
        } else {
          inbox.pass(letter);
        }
      }
    }
    return any;
  }

  private List<Letter> letters() {
    List<Letter> letters = inbox.letters();
    letters.forEach(letter -> seen.add(letter.id()));
    return letters;
  }

  /** Whether something has come that was not there when it was looked for last. */
  boolean hasNews() {
    return inbox.letters().stream().anyMatch(letter -> !seen.contains(letter.id()));
  }

  private boolean isRunning() {
    return rows.find(journal.conversation())
        .filter(conversation -> conversation.state() == Conversation.State.RUNNING)
        .isPresent();
  }

  /** What the agent is told and may do, as text. */
  private String told() {
    return agent.fingerprints().entrySet().stream()
        .map(part -> part.getValue() + " " + part.getKey())
        .collect(Collectors.joining("\n"));
  }

  private SortedSet<String> changed() {
    TreeMap<String, String> before = new TreeMap<>();
    rows.agent(journal.conversation())
        .lines()
        .forEach(line ->
            before.put(
                line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' '))));
    SortedSet<String> parts = new TreeSet<>();
    if (!before.isEmpty()) {
      parts.addAll(before.keySet());
      parts.addAll(agent.fingerprints().keySet());
      parts.removeIf(part -> agent.fingerprints().getOrDefault(part, "").equals(before.get(part)));
    }
    return parts;
  }
}
