package dev.recap.cli;

import dev.recap.web.people.Accounts;
import dev.recap.web.people.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A token for a program. */
@Command(
    name = "token",
    description =
        "Makes a token for the API, which may no more than the person may, and prints it this once.")
final class UserTokenCommand extends UserAction {
  private static final int MOST_DAYS = 3_650;

  @Parameters(index = "0", paramLabel = "NAME", description = "Whose it is.")
  private String name;

  @Option(
      names = "--scope",
      paramLabel = "S",
      required = true,
      description = "One of read, write: the latter may also change things.")
  private String scope;

  @Option(
      names = "--label",
      paramLabel = "L",
      description = "What tells it from the person's other ones (default api).")
  private String label = "api";

  @Option(names = "--days", paramLabel = "N", description = "How long it lasts (default 90).")
  private int days = 90;

  @SuppressWarnings("NullAway.Init")
  UserTokenCommand() {}

  @Override
  void act(Accounts accounts) throws IOException {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "days is %d, but 1 to %,d were expected".formatted(days, MOST_DAYS));
    }
    String secret = accounts.tokens().issue(name, label, Scope.of(scope), Duration.ofDays(days));
    print(Map.of("name", name, "label", label, "token", secret), List.of(secret));
  }
}
