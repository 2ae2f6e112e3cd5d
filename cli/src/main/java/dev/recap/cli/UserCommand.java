package dev.recap.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The people of a desk. */
@Command(
    name = "user",
    description =
        "Says who may work at a desk in the browser: add, list, disable, password, token, revoke.",
    mixinStandardHelpOptions = true)
final class UserCommand implements Runnable {
  static final List<Class<?>> ACTIONS =
      List.of(
          UserAddCommand.class,
          UserListCommand.class,
          UserDisableCommand.class,
          UserPasswordCommand.class,
          UserTokenCommand.class,
          UserRevokeCommand.class);

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  UserCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Add, list, disable, password, token or revoke? See recap user --help.");
  }
}
