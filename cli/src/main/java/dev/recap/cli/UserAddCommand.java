package dev.recap.cli;

import dev.recap.web.people.Accounts;
import dev.recap.web.people.Passwords;
import dev.recap.web.people.Person;
import dev.recap.web.people.Role;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets somebody in. */
@Command(
    name = "add",
    description = {
      "Adds somebody and asks for their password.",
      "Without a terminal the password is the first line of standard input. From the first person on,"
          + " everybody signs in."
    })
final class UserAddCommand extends UserAction {
  @Parameters(index = "0", paramLabel = "NAME", description = "What they sign in with.")
  private String name;

  @Option(
      names = "--role",
      paramLabel = "R",
      required = true,
      description =
          "One of reader, reviewer, lead: looks at everything; works on tickets; decides for the"
              + " desk.")
  private String role;

  @SuppressWarnings("NullAway.Init")
  UserAddCommand() {}

  @Override
  void act(Accounts accounts) throws IOException {
    var person = new Person(name, Role.of(role));
    if (accounts.people().find(name).isPresent()) {
      throw new IllegalArgumentException(
          "name is '%s', but there is somebody of that name already".formatted(name));
    }
    accounts.people().add(person, new Passwords().keep(NewPassword.ask("for " + name)));
    print(
        Map.of("name", name, "role", role),
        List.of("%s may sign in now, with the role %s.".formatted(name, role)));
  }
}
