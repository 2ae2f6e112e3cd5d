package dev.recap.lab.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.ToolCall;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.lab.count.AskedCall;
import dev.recap.lab.count.CallCounter;
import dev.recap.tool.CallContext;
import dev.recap.tool.CheckedCall;
import dev.recap.tool.Toolbox.PreparedCall;
import dev.recap.work.IdempotencyKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskJobTest {
  private static final String REFUND =
      "{\"ticket_id\":\"TICKET-1\",\"amount\":49.9,\"reason\":\"charged twice\"}";

  private final DeskJob job = DeskJob.of(new TicketGenerator(47).generate(2));

  @AfterEach
  void close() {
    job.close();
  }

  private static void call(Site site, String id, String tool, String arguments) {
    var call = new ToolCall(id, tool, arguments);
    CheckedCall checked = site.toolbox().check(call);
    assertThat(checked.complaint()).isEmpty();
    var context = CallContext.of("run", new IdempotencyKey(tool + arguments), checked.spelled());
    site.toolbox().runAll(List.of(new PreparedCall(checked, context)));
  }

  @Test
  void opensSitesThatKnowNothingOfEachOther() {
    try (Site one = job.open();
        Site other = job.open()) {
      call(one, "call-1", "get_next_ticket", "{}");

      assertThat(one.calls()).hasSize(1);
      assertThat(other.calls()).isEmpty();
      assertThat(other.progress()).isEqualTo(new Site.Progress(0, 2, 16));
    }
  }

  @Test
  void aRefundThatGetsThroughTwicePaysTwiceAndIsCounted() {
    try (Site site = job.open()) {
      call(site, "call-1", "issue_refund", REFUND);
      call(site, "call-2", "issue_refund", REFUND);

      assertThat(site.state()).containsEntry("refund of TICKET-1", "49.9 + 49.9");
      var counts =
          new CallCounter(site.rules(), List.<AskedCall>of(), site.calls())
              .count(List.of(), List.of());
      assertThat(counts.repeated()).isEqualTo(1);
    }
  }

  @Test
  void anotherQueueIsWorkedOnAtTheSameDesk() {
    try (Job other = job.queue(new TicketGenerator(1).generate(1));
        Site site = other.open()) {
      assertThat(site.progress().items()).isEqualTo(1);
      assertThat(site.words().task()).contains("There are 1 tickets");
    }
  }
}
