package dev.recap.lab.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.desk.rules.DeskRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one request says about tickets, whoever said it: results of tools, ledger lines, roll-ups,
 * summary.
 *
 * <p>A statement is a line of text, or a whole tool result, that names exactly one ticket: what it
 * says of customer, category, priority and team is said of that ticket, and the latest word counts.
 * A ticket that is handed out may name closed ones of the same customer. A roll-up names a range
 * and says how many of it had which value. Calls are not read: what an agent meant to do is no
 * evidence.
 */
final class Evidence {
  private static final Pattern TICKET = Pattern.compile("TICKET-([0-9]{1,9})");
  private static final Pattern CUSTOMER = Pattern.compile("\\bcustomer\"?[: ]+([0-9]{1,9})\\b");
  private static final Pattern SAME_CUSTOMER =
      Pattern.compile("\\\\?\"same_customer_closed\\\\?\":\\[[^\\]]*\\]");
  private static final Pattern ROLL_UP =
      Pattern.compile("TICKET-[0-9]+ to TICKET-[0-9]+ closed earlier \\([0-9]+\\): (.*)");
  private static final Map<String, Pattern> CHOICES =
      Map.of(
          "category", choice("category", DeskRules.standard().categories()),
          "priority", choice("priority", DeskRules.standard().priorities()),
          "team", choice("team", DeskRules.standard().teams()));
  private static final Pattern COUNT = Pattern.compile("([a-z][a-z-]*) ([0-9]{1,9})");

  private final Map<Integer, Integer> customers = new HashMap<>();
  private final Map<Integer, Map<String, String>> choices = new HashMap<>();
  private final Map<String, Integer> rolledUp = new HashMap<>();

  private Evidence() {}

  /** Of a request's body. */
  static Evidence of(JsonNode request) {
    var evidence = new Evidence();
    for (JsonNode message : request.path("messages")) {
      evidence.content(message.path("content"));
    }
    return evidence;
  }

  /** The customer of a ticket; empty when the request does not say. */
  OptionalInt customer(int ticket) {
    Integer customer = customers.get(ticket);
    return customer == null ? OptionalInt.empty() : OptionalInt.of(customer);
  }

  /** How many tickets had which value, as {@code category billing}; what is in view and no more. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>(rolledUp);
    choices
        .values()
        .forEach(
            of -> of.forEach((name, value) -> counts.merge(name + " " + value, 1, Integer::sum)));
    return counts;
  }

  private void content(JsonNode content) {
    if (content.isTextual()) {
      content.asText().lines().forEach(this::statement);
    }
    for (JsonNode block : content) {
      switch (block.path("type").asText()) {
        case "text" -> block.path("text").asText().lines().forEach(this::statement);
        case "tool_result" -> result(block.path("content"));
        default -> {}
      }
    }
  }

  private void result(JsonNode content) {
    if (content.isTextual()) {
      statement(content.asText());
    }
    content.forEach(block -> statement(block.path("text").asText()));
  }

  private void statement(String said) {
    Matcher rollUp = ROLL_UP.matcher(said);
    if (rollUp.find()) {
      rollUp(rollUp.group(1));
      return;
    }
    Matcher hint = SAME_CUSTOMER.matcher(said);
    List<Integer> closed = hint.find() ? tickets(hint.group()) : List.of();
    List<Integer> tickets = tickets(hint.replaceAll(""));
    if (tickets.size() != 1) {
      return;
    }
    first(CUSTOMER, said)
        .ifPresent(number -> closed.forEach(c -> customers.put(c, Integer.valueOf(number))));
    int ticket = tickets.getFirst();
    first(CUSTOMER, said).ifPresent(number -> customers.put(ticket, Integer.valueOf(number)));
    CHOICES.forEach((name, pattern) ->
        first(pattern, said)
            .ifPresent(value ->
                choices.computeIfAbsent(ticket, unknown -> new HashMap<>()).put(name, value)));
  }

  private static List<Integer> tickets(String said) {
    return TICKET.matcher(said).results().map(m -> Integer.valueOf(m.group(1))).distinct().toList();
  }

  private void rollUp(String counts) {
    for (String part : counts.split(";", -1)) {
      String name = part.strip().split(" ", 2)[0];
      Matcher count = COUNT.matcher(part.strip().substring(name.length()));
      while (count.find()) {
        rolledUp.merge(name + " " + count.group(1), Integer.parseInt(count.group(2)), Integer::sum);
      }
    }
  }

  private static Optional<String> first(Pattern pattern, String said) {
    Matcher matcher = pattern.matcher(said);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Pattern choice(String name, List<DeskRules.Choice> choices) {
    String any =
        DeskRules.names(choices).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile("\\b" + name + "\"?[: ]+\"?(" + any + ")\\b");
  }
}
