package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.exemption.Exemption.Terms;
import dev.recap.desk.knowledge.ArticleFiles;
import dev.recap.desk.rules.Guidance;
import dev.recap.desk.shift.Models;
import dev.recap.desk.shift.Shifts.Order;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.model.ModelProfile;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft that a shift hands in, where its category and priority are exempt. */
class ExemptedShiftTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-30T08:00:00Z"));
  @TempDir private Path folder;

  private static Replies calls(String tool, String more) {
    return Replies.calling(tool, "{'ticket_id':'TICKET-1'%s}".formatted(more).replace('\'', '"'));
  }

  private static ScriptedModel clerk() {
    return new ScriptedModel()
        .then(Replies.calling("get_next_ticket", "{}"))
        .then(Replies.calling("search_knowledge_base", "{\"query\":\"refund\"}"))
        .then(calls("classify_ticket", ",'category':'billing'"))
        .then(calls("set_priority", ",'priority':'low'"))
        .then(calls("route_to_team", ",'team':'billing-team'"))
        .then(calls("draft_response", ",'response_text':'Your refund is on its way.'"))
        .then(calls("mark_complete", ""))
        .then(Replies.saying("Done."));
  }

  private record Scripted(ScriptedModel model) implements Models {
    @Override
    public List<String> names() {
      return List.of("clerk");
    }

    @Override
    public ModelProfile profile(String name) {
      return model.profile();
    }

    @Override
    public boolean isSimulated(String name) {
      return true;
    }

    @Override
    public Open open(String name) {
      return new Open(model, () -> {});
    }
  }

  @Test
  void isLetOutBeforeAnybodyIsToldOfTheHandingIn() throws IOException {
    List<TicketStatus> told = new CopyOnWriteArrayList<>();
    try (ScriptedModel model = clerk();
        TicketStore tickets = TicketStore.open(folder.resolve("desk.db"), clock);
        DeskWork work =
            DeskWork.open(
                DeskFolder.at(folder),
                tickets,
                new Scripted(model),
                shift -> told.add(tickets.ticket("TICKET-1").orElseThrow().status()),
                clock)) {
      work.knowledge().library().take(ArticleFiles.ofTheSample(), "Lea");
      var ada = new Customer(1, "Ada", "ada@example.com");
      tickets.add(List.of(new NewTicket(ada, "Refund", "Where is it?", clock.instant(), null)));
      work.exemptions().add(new Terms("billing", "low", 1, 0), "Lea", Guidance.STANDARD.rules());
      String shift =
          work.shifts()
              .start(new Order(List.of(), "clerk", Way.RECAP, 100_000, Budget.NONE, "Ann"));
      work.shifts().await(shift);

      assertThat(tickets.ticket("TICKET-1").orElseThrow().status())
          .isEqualTo(TicketStatus.ANSWERED);
      assertThat(told).contains(TicketStatus.ANSWERED).doesNotContain(TicketStatus.COMPLETED);
    }
  }
}
