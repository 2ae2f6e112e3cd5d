package dev.recap.cli;

import dev.recap.web.people.Accounts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets somebody in no more. */
@Command(
    name = "disable",
    description =
        "Lets somebody in no more: their sessions and tokens end, what they did stays under their"
            + " name.")
final class UserDisableCommand extends UserAction {
  @Parameters(index = "0", paramLabel = "NAME", description = "Who it is.")
  private String name;

  @SuppressWarnings("NullAway.Init")
  UserDisableCommand() {}

  @Override
  void act(Accounts accounts) throws IOException {
    accounts.people().disable(name);
    print(
        Map.of("name", name, "disabled", true),
        List.of("%s may not sign in any more.".formatted(name)));
  }
}
