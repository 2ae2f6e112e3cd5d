package dev.recap.cli;

import dev.recap.web.people.Accounts;
import dev.recap.web.people.Passwords;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A new password for somebody. */
@Command(
    name = "password",
    description = "Asks for another password for somebody, and ends their sessions.")
final class UserPasswordCommand extends UserAction {
  @Parameters(index = "0", paramLabel = "NAME", description = "Who it is.")
  private String name;

  @SuppressWarnings("NullAway.Init")
  UserPasswordCommand() {}

  @Override
  void act(Accounts accounts) throws IOException {
    accounts.people().changePassword(name, new Passwords().keep(NewPassword.ask("for " + name)));
    print(Map.of("name", name), List.of("%s has another password now.".formatted(name)));
  }
}
