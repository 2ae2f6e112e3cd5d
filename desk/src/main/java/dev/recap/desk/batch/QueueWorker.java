package dev.recap.desk.batch;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult;
import dev.recap.agent.Turn;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.journal.Journal;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works a queue in one conversation, from where its journal ends until the agent yields or somebody
 * wants it to leave off. Whatever happened before, to this process or another one, the journal
 * tells how to go on.
 *
 * @param tickets the desk's, which knows what each run holds
 * @param lot what its tickets were picked under; null for all that wait
 * @param task what the agent is asked first
 */
public record QueueWorker(Agent agent, TicketStore tickets, @Nullable String lot, String task) {
  private static final String GO_ON = "There are tickets left in the queue. Please go on.";

  /** One for all that waits. */
  public QueueWorker(Agent agent, TicketStore tickets, String task) {
    this(agent, tickets, null, task);
  }

  /** What it does after a turn. */
  public enum Next {
    GO_ON,
    /** It leaves the run as it stands, to be resumed. */
    LEAVE_OFF,
    /** It ends the run for good. */
    END
  }

  /**
   * Works.
   *
   * @param next asked before each turn
   * @return how the run ended or why it pauses; empty when it was left as it stands
   */
  public Optional<RunResult> work(Journal journal, Supplier<Next> next) {
    var before =
        new Object() {
          Runs runs = Runs.NONE;
        };
    journal.read(0, entry -> before.runs = before.runs.after(entry));
    return work(journal, before.runs, next);
  }

  private Optional<RunResult> work(Journal journal, Runs before, Supplier<Next> next) {
    if (before.isEnded() && !holds(before.last()) && tickets.counts(lot).waiting() == 0) {
      return Optional.of(new RunResult.Answered(""));
    }
    try (Run run = begun(journal, before)) {
      Iterator<Turn> turns = run.iterator();
      while (true) {
        switch (next.get()) {
          case LEAVE_OFF -> {
            return Optional.empty();
          }
          case END -> {
            run.cancel();
            return Optional.of(run.result());
          }
          case GO_ON -> {
            if (!turns.hasNext()) {
              return Optional.of(run.result());
            }
            turns.next();
          }
        }
      }
    }
  }

  private Run begun(Journal journal, Runs before) {
    if (journal.size() == 0) {
      return agent.start(journal, task);
    }
    Run run = before.isEnded() ? agent.send(journal, GO_ON) : agent.resume(journal);
    // Also where the process died between sending and this.
    before.ids().stream()
        .filter(earlier -> !earlier.equals(run.id()) && holds(earlier) && !holds(run.id()))
        .forEach(earlier -> tickets.handOver(earlier, run.id()));
    return run;
  }

  private boolean holds(String run) {
    return tickets.tickets().stream()
        .anyMatch(
            ticket -> ticket.status() == TicketStatus.IN_PROGRESS && run.equals(ticket.run()));
  }
}
