package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.erasure.Whose;
import dev.recap.desk.shift.Models;
import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers, each with a folder of its own, on one database. */
class TwoServersTest {
  private static final String ADA = "ada@example.com";

  @TempDir private Path folder;

  private DeskFolder server(String name, String url) throws IOException {
    return DeskFolder.at(folder.resolve(name)).in(url);
  }

  private static DeskWork begin(DeskFolder server, TicketStore tickets) {
    return DeskWork.open(server, tickets, Models.NONE, topic -> {}, InstantSource.system());
  }

  @Test
  void whatOneErasedLeavesTheFilesOfTheOtherWhenThatOneBeginsNextAndOnlyThen() throws Exception {
    String url = Desks.database();
    DeskFolder left = server("left", url);
    DeskFolder right = server("right", url);
    Path sent = Files.createDirectories(right.path().resolve("uploads")).resolve("sent");
    Files.writeString(sent, "Ada has a lamp");
    try (TicketStore tickets = left.tickets(InstantSource.system());
        DeskWork work = begin(left, tickets)) {
      tickets.add(
          List.of(new NewTicket(new Customer(1, "Ada", ADA), "", "A lamp.", Instant.EPOCH, null)));
      work.erasures().erase(new Whose(null, ADA), "Lea");
    }
    assertThat(sent).exists();

    try (TicketStore tickets = right.tickets(InstantSource.system())) {
      begin(right, tickets).close();
      assertThat(sent).doesNotExist();

      Files.writeString(sent, "Bob has a lamp");
      begin(right, tickets).close();
      assertThat(sent).exists();
    }
  }
}
