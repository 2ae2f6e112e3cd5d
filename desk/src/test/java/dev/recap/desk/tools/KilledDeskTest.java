package dev.recap.desk.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.agent.Agent;
import dev.recap.agent.RunResult;
import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolResult;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.journal.Answered;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.ledger.Ledger;
import dev.recap.model.Model;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.work.WorkItem;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The process dies after a tool has committed its change and before the answer is on record, and
 * another process goes on.
 */
class KilledDeskTest {
  private final Desk desk = new Desk(2);
  private final Journal journal = Journal.inMemory();

  @AfterEach
  void close() {
    desk.close();
  }

  /** The process is gone. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Dies instead of taking the answer to one call. */
  private final class MortalJournal implements Journal {
    private int left;

    MortalJournal(int answers) {
      this.left = answers;
    }

    @Override
    public void append(List<? extends Entry> entries) {
      for (Entry entry : entries) {
        if (entry instanceof Answered && left-- == 0) {
          throw new Killed();
        }
        journal.append(entry);
      }
    }

    @Override
    public long size() {
      return journal.size();
    }

    @Override
    public void read(long from, Consumer<? super Entry> each) {
      journal.read(from, each);
    }
  }

  private static final List<Replies> STEPS =
      List.of(
          Replies.calling("get_next_ticket", "{}"),
          calls("classify_ticket", "'category':'billing'"),
          calls("set_priority", "'priority':'high'"),
          calls("route_to_team", "'team':'billing-team'"),
          calls("draft_response", "'response_text':'Dear customer, it is on its way.'"),
          calls("mark_complete", ""));

  private static Replies calls(String tool, String more) {
    String comma = more.isEmpty() ? "" : ",";
    return Replies.calling(
        tool, "{'ticket_id':'TICKET-1'%s%s}".formatted(comma, more).replace('\'', '"'));
  }

  private static ScriptedModel saying(List<Replies> replies) {
    var model = new ScriptedModel();
    replies.forEach(model::then);
    return model;
  }

  private Agent agent(Model model) {
    return Agent.builder(model).toolbox(desk.tools()).compaction(Compaction.none()).build();
  }

  private List<String> executed() {
    return desk.store().calls().stream().map(RecordedCall::call).map(call -> call.tool()).toList();
  }

  private void diesIn(int step) {
    Agent mortal = agent(saying(STEPS.subList(0, step + 1)));
    assertThatThrownBy(() -> mortal.start(new MortalJournal(step), "Work.").result())
        .isInstanceOf(Killed.class);
    assertThat(executed()).hasSize(step + 1);
  }

  private void goesOnAfter(int step) {
    ScriptedModel rest = saying(STEPS.subList(step + 1, STEPS.size()));
    rest.then(Replies.saying("Done."));
    assertThat(agent(rest).resume(journal).result()).isEqualTo(new RunResult.Answered("Done."));
    rest.close();
  }

  /** What each call of an undisturbed desk is answered. */
  private static List<String> answersOfAQuietDay() {
    try (var quiet = new Desk(2)) {
      var journal = Journal.inMemory();
      ScriptedModel model = saying(STEPS);
      model.then(Replies.saying("Done."));
      Agent.builder(model)
          .toolbox(quiet.tools())
          .compaction(Compaction.none())
          .build()
          .start(journal, "Work.")
          .result();
      return answers(journal);
    }
  }

  private static List<String> answers(Journal journal) {
    return journal.entries().stream()
        .filter(Answered.class::isInstance)
        .map(entry -> ((Answered) entry).result())
        .map(ToolResult::content)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void theCallIsAnsweredAsIfNothingHadHappenedAndNothingIsDoneTwice(int step) {
    diesIn(step);
    goesOnAfter(step);

    assertThat(executed())
        .containsExactly(
            "get_next_ticket",
            "classify_ticket",
            "set_priority",
            "route_to_team",
            "draft_response",
            "mark_complete");
    assertThat(desk.ticket("TICKET-1").status()).isEqualTo(TicketStatus.NEEDS_PERSON);
    assertThat(answers(journal)).isEqualTo(answersOfAQuietDay());
  }

  @Test
  void theLedgerHasTheTicketClosedAlthoughItsAnswerWasLookedUp() {
    diesIn(5);
    goesOnAfter(5);

    assertThat(Ledger.of(journal.entries()).latest(new WorkItem("TICKET-1")).orElseThrow().isOpen())
        .isFalse();
  }

  /** The record shows what the value was before, whatever it is by now. */
  @Test
  void aPriorityThatWasSetTwiceIsAnsweredWithTheOneBefore() {
    List<Replies> steps =
        List.of(
            STEPS.get(0),
            calls("set_priority", "'priority':'low'"),
            calls("set_priority", "'priority':'high'"));
    Agent mortal = agent(saying(steps));
    assertThatThrownBy(() -> mortal.start(new MortalJournal(2), "Work.").result())
        .isInstanceOf(Killed.class);

    agent(saying(List.of(Replies.saying("Done.")))).resume(journal).result();

    assertThat(answers(journal).getLast())
        .contains("\"old_priority\":\"low\"", "\"new_priority\":\"high\"");
  }

  /** A refused completion has a row too, and it says that nothing has changed. */
  @Test
  void aCallThatTheDeskRefusedHasNotHappened() {
    List<Replies> steps = List.of(STEPS.get(0), calls("draft_response", "'response_text':' '"));
    Agent mortal = agent(saying(steps));
    assertThatThrownBy(() -> mortal.start(new MortalJournal(1), "Work.").result())
        .isInstanceOf(Killed.class);

    agent(saying(List.of(Replies.saying("Done.")))).resume(journal).result();

    // Idempotent, so it runs again and is refused again.
    assertThat(answers(journal).getLast()).startsWith("response_text was blank");
    assertThat(desk.ticket("TICKET-1").handling().draft()).isNull();
  }
}
