package dev.recap.desk.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.QueueCounts;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NextTicketTest {
  private final Desk desk = new Desk(3);

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void opensTheTicketAndShowsItWithoutAnyDecision() {
    ToolAnswer answer = desk.next("r");

    assertThat(answer.change()).isEqualTo(new WorkChange.Opens(new WorkItem("TICKET-1")));
    assertThat(Desk.json(answer).fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "customer",
            "customer_name",
            "customer_email",
            "subject",
            "description",
            "category",
            "priority",
            "status",
            "created_at",
            "assigned_team",
            "notes");
    assertThat(Desk.json(answer).get("status").asText()).isEqualTo("in_progress");
    for (String undecided : List.of("category", "priority", "assigned_team")) {
      assertThat(Desk.json(answer).get(undecided).isNull()).as(undecided).isTrue();
    }
  }

  @Test
  void givesTheTicketAgainThatTheRunHoldsWithWhatIsDecided() {
    desk.next("r");
    desk.classify("r", "TICKET-1");
    desk.draft("r", "TICKET-1");

    JsonNode again = Desk.json(desk.next("r"));

    assertThat(again.get("id").asText()).isEqualTo("TICKET-1");
    assertThat(again.get("category").asText()).isEqualTo("billing");
    assertThat(again.get("notes").get(0).asText()).isEqualTo("a draft of 32 characters is saved");
    assertThat(desk.store().counts()).isEqualTo(new QueueCounts(2, 1, 0));
  }

  @Test
  void namesTheClosedTicketsOfTheSameCustomer() {
    List<NewTicket> some = new TicketGenerator(1).generate(5);
    NewTicket ann = some.getFirst();
    NewTicket bob =
        some.stream().filter(t -> !t.customer().equals(ann.customer())).findFirst().orElseThrow();
    try (var again = new Desk(List.of(ann, bob, ann, ann))) {
      again.handle("r", "TICKET-1");
      again.handle("r", "TICKET-2");
      JsonNode third = Desk.json(again.next("r"));
      again.handle("r", "TICKET-3");

      assertThat(third.get("same_customer_closed").toString()).isEqualTo("[\"TICKET-1\"]");
      assertThat(Desk.json(again.next("r")).get("same_customer_closed").toString())
          .isEqualTo("[\"TICKET-3\",\"TICKET-1\"]");
    }
  }

  @Test
  void saysHowManyWereProcessedWhenTheQueueIsEmpty() {
    for (String id : List.of("TICKET-1", "TICKET-2", "TICKET-3")) {
      desk.handle("r", id);
    }

    ToolAnswer answer = desk.next("r");

    assertThat(answer.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(answer.text())
        .isEqualTo("{\"error\":\"the queue is empty\",\"processed\":3,\"total\":3}");
  }

  @Test
  void neverGivesOneTicketToTwoRuns() throws Exception {
    Set<String> handedOut = ConcurrentHashMap.newKeySet();
    try (var many = new Desk(60);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs =
          IntStream.range(0, 60)
              .mapToObj(i ->
                  threads.submit(
                      () -> handedOut.add(Desk.json(many.next("run-" + i)).get("id").asText())))
              .toList();
      for (var run : runs) {
        assertThat(run.get()).isTrue();
      }
    }
    assertThat(handedOut).hasSize(60);
  }
}
