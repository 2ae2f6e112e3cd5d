package dev.recap.desk.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.QueueCounts;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.tool.ToolFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the agent is refused, in words for the model. */
final class Refusals {
  /** The most characters of a reply, as long as eight printed pages. */
  static final int MAX_REPLY = 20_000;

  private static final int MAX_SHOWN = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<Step, String> SETTERS =
      Map.of(
          Step.CATEGORY, "classify_ticket",
          Step.PRIORITY, "set_priority",
          Step.TEAM, "route_to_team",
          Step.DRAFT, "draft_response");

  private Refusals() {}

  /** The tool that does a step. */
  static String setter(Step step) {
    return Objects.requireNonNull(SETTERS.get(step));
  }

  private static String told(Step step) {
    return "%s (%s)".formatted(step.name().toLowerCase(Locale.ROOT), setter(step));
  }

  static void unlessDone(Ticket ticket, Set<Step> steps) {
    List<Step> missing = ticket.handling().missing(steps);
    if (!missing.isEmpty()) {
      throw new ToolFailure(
          "%s cannot be completed yet. Still to do: %s."
              .formatted(
                  ticket.id(),
                  missing.stream().map(Refusals::told).collect(Collectors.joining(", "))));
    }
  }

  static void whatAPersonSet(Ticket ticket, Step part) {
    String person = ticket.handling().byPeople().get(part);
    if (person != null) {
      throw new ToolFailure(
          "%s set the %s of %s, and it stays as it is; go on with the next step"
              .formatted(person, part.name().toLowerCase(Locale.ROOT), ticket.id()));
    }
  }

  static void unlessHandedTo(Ticket ticket, String run) {
    if (ticket.care().owner() != null) {
      throw new ToolFailure(
          "%s has taken %s over: leave it and call get_next_ticket"
              .formatted(ticket.care().owner(), ticket.id()));
    }
    if (ticket.status() == TicketStatus.ANSWERED || ticket.status() == TicketStatus.CLOSED) {
      throw new ToolFailure(ticket.id() + " was answered: leave it and call get_next_ticket");
    }
    if (ticket.status() == TicketStatus.NEW) {
      throw new ToolFailure(
          ticket.id() + " has not been handed out yet; get_next_ticket gives the next one");
    }
    if (!run.equals(ticket.run())) {
      throw new ToolFailure(
          ticket.id() + " was handed to another run; get_next_ticket gives one of your own");
    }
  }

  static void unlessAReply(String responseText) {
    if (responseText.isBlank() || responseText.length() > MAX_REPLY) {
      throw new ToolFailure(
          "response_text %s, but the whole text of a reply with 1 to %,d characters was expected"
              .formatted(
                  responseText.isBlank()
                      ? "was blank"
                      : "had %,d characters".formatted(responseText.length()),
                  MAX_REPLY));
    }
  }

  static ToolFailure unknown(String ticketId) {
    return new ToolFailure(
        "ticket_id was '%s', but no ticket has that id; ids look like TICKET-1"
            .formatted(shown(ticketId)));
  }

  /** Foreign text inside a message of ours: on one line and not long. */
  static String shown(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", " ");
    return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "...";
  }

  static ToolFailure empty(QueueCounts counts) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", "the queue is empty");
    answer.put("processed", counts.completed());
    answer.put("total", counts.total());
    try {
      return new ToolFailure(JSON.writeValueAsString(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers can always be written", e);
    }
  }
}
