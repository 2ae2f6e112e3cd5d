import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.simulator.SimulatorOptions;
import dev.recap.simulator.SimulatorServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader sees who runs the README's programs against the local server. */
class ProgramsTest {
  private SimulatorServer server;

  @BeforeEach
  void start() {
    server = SimulatorServer.start(SimulatorOptions.defaults());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String printed(String main) throws IOException, InterruptedException {
    Program run = Program.run(main, server.baseUri());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("ERROR", "Exception", "SLF4J");
    return run.out();
  }

  @Test
  void theFirstToolIsCalledOnceForEachParcelAndTheReadmeShowsIt() throws Exception {
    String out = printed("FirstTool");

    long called =
        server.exchanges().stream()
            .filter(exchange -> exchange.responseJson().contains("\"name\":\"hold_parcel\""))
            .count();
    assertThat(called).as("calls of six parcels, through a compaction").isEqualTo(6);
    assertThat(Readme.read().blocks("text"))
        .as("the README shows what FirstTool prints")
        .contains(out);
  }

  @Test
  void theTutorialsRunGoesOnFromItsSummary() throws Exception {
    String out = printed("FromTheTutorial");

    assertThat(out).containsPattern("Compaction: \\d+ messages became 1\n");
    for (int ticket = 1; ticket <= 5; ticket++) {
      assertThat(out).containsOnlyOnce("TICKET-" + ticket + " complete: category ");
    }
  }

  @Test
  void everyInvoiceIsPaidOnce() throws Exception {
    Program run = Program.run("PayInvoicesOnce", server.baseUri());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Answered
            With a look-up: 100 payments of 100 invoices
            20 calls threw and wait; the rest is paid in the same run
            Without one: 100 payments of 100 invoices
            Two workers on one journal: the second is refused, IN_USE
            Two workers, two journals: 100 payments of 100 invoices
            """);
  }

  @Test
  void ofARefundThatBrokeOffNothingStays() throws Exception {
    Program run = Program.run("RefundInOneTransaction", server.baseUri());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            Ended[result=Answered[text=It is refunded.]]
            2 tries, 1 refund
            """);
  }
}
