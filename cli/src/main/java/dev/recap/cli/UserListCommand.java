package dev.recap.cli;

import dev.recap.web.people.Account;
import dev.recap.web.people.Accounts;
import dev.recap.web.people.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Everybody, and their tokens. */
@Command(name = "list", description = "A line for each person and each token.")
final class UserListCommand extends UserAction {
  UserListCommand() {}

  @Override
  void act(Accounts accounts) throws IOException {
    List<Account> people = accounts.people().all();
    List<Tokens.Listed> tokens = accounts.tokens().all();
    List<String> lines = new ArrayList<>();
    people.forEach(account -> lines.add(line(account)));
    tokens.forEach(token -> lines.add(line(token)));
    if (lines.isEmpty()) {
      lines.add("Nobody: the desk answers this machine's user alone, as a lead.");
    }
    print(
        Map.of(
            "people",
            people.stream().map(UserListCommand::figures).toList(),
            "tokens",
            tokens.stream().map(UserListCommand::figures).toList()),
        lines);
  }

  private static String line(Account account) {
    return "%-20s %-10s%s"
        .formatted(
            account.person().name(),
            account.person().role().label(),
            account.disabledAt() == null ? "" : "disabled since " + account.disabledAt());
  }

  private static String line(Tokens.Listed token) {
    return "%-20s token %s, %s, %s"
        .formatted(
            token.person(),
            token.label(),
            token.scope().label(),
            token.over() ? "over" : "until " + token.expires());
  }

  private static Map<String, Object> figures(Account account) {
    return Map.of(
        "name",
        account.person().name(),
        "role",
        account.person().role().label(),
        "createdAt",
        account.createdAt().toString(),
        "disabled",
        account.disabledAt() != null);
  }

  private static Map<String, Object> figures(Tokens.Listed token) {
    return Map.of(
        "name",
        token.person(),
        "label",
        token.label(),
        "scope",
        token.scope().label(),
        "expires",
        token.expires().toString(),
        "over",
        token.over());
  }
}
