package dev.recap.cli;

import dev.recap.web.people.Accounts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a token. */
@Command(name = "revoke", description = "Ends a token of somebody's, from now on.")
final class UserRevokeCommand extends UserAction {
  @Parameters(index = "0", paramLabel = "NAME", description = "Whose it is.")
  private String name;

  @Option(
      names = "--label",
      paramLabel = "L",
      description = "Which of the person's tokens it is (default api).")
  private String label = "api";

  @SuppressWarnings("NullAway.Init")
  UserRevokeCommand() {}

  @Override
  void act(Accounts accounts) throws IOException {
    accounts.tokens().revoke(name, label);
    print(
        Map.of("name", name, "label", label),
        List.of("The token %s of %s is over.".formatted(label, name)));
  }
}
