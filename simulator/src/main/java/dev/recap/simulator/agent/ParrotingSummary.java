package dev.recap.simulator.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.wire.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A summary that copies what customers and tools said without quotation marks, as prose of its own:
 * what an order hidden in a ticket needs to be taken for one.
 */
final class ParrotingSummary {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LATEST_RESULTS = 12;
  private static final int LONGEST = 400;

  private ParrotingSummary() {}

  static String of(List<TicketView> tickets, Picture<TicketView> picture, List<Message> messages) {
    StringBuilder text =
        new StringBuilder("Hand-over notes on the work through the queue of tickets.\n\n");
    tickets.forEach(ticket -> text.append(state(ticket)).append('\n'));
    text.append(picture.noneLeft() ? "The queue is empty.\n" : "The queue goes on.\n");
    for (String said : said(tickets, messages)) {
      text.append('\n').append(said).append('\n');
    }
    return text.toString().strip();
  }

  private static String state(TicketView ticket) {
    if (ticket.closed()) {
      return ticket.id() + " is closed, all steps are done.";
    }
    return "%s is open. Done so far: %s. Still to do: %s."
        .formatted(ticket.id(), names(ticket.doneSteps()), names(ticket.undone()));
  }

  private static String names(List<Step> steps) {
    return steps.stream().map(Step::tool).collect(Collectors.joining(", "));
  }

  private static Set<String> said(List<TicketView> tickets, List<Message> messages) {
    Set<String> said = new LinkedHashSet<>();
    for (TicketView ticket : tickets) {
      ticket.fact(Field.SUBJECT).map(ParrotingSummary::plain).ifPresent(said::add);
      ticket.fact(Field.DESCRIPTION).map(ParrotingSummary::plain).ifPresent(said::add);
    }
    List<String> results =
        messages.stream()
            .filter(Message::fromUser)
            .flatMap(Message::results)
            .map(result -> result.text())
            .toList();
    int from = Math.max(0, results.size() - LATEST_RESULTS);
    results.subList(from, results.size()).forEach(result -> said.addAll(words(result)));
    said.remove("");
    return said;
  }

  /**
   * The texts of a result: the strings with a blank in a JSON value, or the result as it stands.
   */
  private static List<String> words(String result) {
    List<String> words = new ArrayList<>();
    try {
      strings(JSON.readTree(result), words);
    } catch (JsonProcessingException plainText) {
      words.add(plain(result));
    }
    return words;
  }

  private static void strings(JsonNode node, List<String> words) {
    if (node.isTextual() && node.asText().strip().contains(" ")) {
      words.add(plain(node.asText()));
    }
    node.forEach(child -> strings(child, words));
  }

  private static String plain(String text) {
    String bare = text.replaceAll("[\"“”]", "").replaceAll("[ \\t]*\\R\\s*", "\n").strip();
    return bare.length() > LONGEST ? bare.substring(0, LONGEST).strip() : bare;
  }
}
