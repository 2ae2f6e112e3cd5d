package dev.recap.cli;

import dev.recap.desk.ticket.TicketStore;
import dev.recap.web.people.Accounts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One thing that is done about the people of a desk, also while it is served. */
@Command(exitCodeList = {"0:done", "1:the database failed", "2:wrong usage or unusable input"})
abstract class UserAction extends Subcommand {
  @Mixin private DeskPlace place = new DeskPlace();

  @Option(names = "--json", description = "Says it as JSON on standard output and nothing else.")
  private boolean json;

  UserAction() {}

  abstract void act(Accounts accounts) throws IOException;

  @Override
  public final Integer call() throws IOException {
    InstantSource clock = InstantSource.system();
    try (TicketStore store = place.open().tickets(clock)) {
      act(Accounts.in(store, clock));
    }
    out().flush();
    return 0;
  }

  /** Prints it for people or for programs. */
  final void print(Object figures, List<String> lines) throws IOException {
    if (json) {
      writeJson(STANDARD_OUTPUT, figures);
    } else {
      lines.forEach(out()::println);
    }
  }
}
