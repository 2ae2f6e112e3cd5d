package dev.recap.desk.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.desk.ticket.CallOutcome;
import dev.recap.desk.ticket.RecordedCall;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a ticket, whoever did it: the lines of its timeline.
 *
 * @param person whether it was a person, or else the agent or the runtime
 * @param what a tool's name, a field or a deed
 * @param before null for nothing
 * @param after null for nothing
 * @param refused why nothing came of it; null where something did
 * @param decision the id of the decision; null for anything else
 */
public record Happening(
    Instant at,
    String by,
    boolean person,
    String what,
    @Nullable String before,
    @Nullable String after,
    @Nullable String refused,
    @Nullable Long decision) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Which argument of a tool sets something. */
  private static final Map<String, String> SETS =
      Map.of(
          "classify_ticket", "category",
          "set_priority", "priority",
          "route_to_team", "team",
          "draft_response", "response_text",
          "search_knowledge_base", "query");

  /** All that happened to a ticket, oldest first. */
  public static List<Happening> to(Ticket ticket, TicketStore store) {
    List<Happening> all = new ArrayList<>(byAgent(store.callsAbout(ticket.id())));
    all.addAll(
        store.besides(handle -> {
          List<Happening> people = new ArrayList<>();
          Change.of(handle, ticket.number()).forEach(change -> people.add(of(change)));
          Decision.of(handle, ticket.number()).forEach(decision -> people.add(of(decision)));
          return people;
        }));
    all.sort(Comparator.comparing(Happening::at));
    return List.copyOf(all);
  }

  private static List<Happening> byAgent(List<RecordedCall> calls) {
    Map<String, String> last = new HashMap<>();
    List<Happening> all = new ArrayList<>();
    for (RecordedCall call : calls) {
      String tool = call.call().tool();
      @Nullable String after = argument(call, SETS.getOrDefault(tool, ""));
      boolean done = call.result().outcome() == CallOutcome.CONFIRMED;
      @Nullable String before = done && after != null ? last.put(tool, after) : null;
      all.add(
          new Happening(
              call.at(),
              "agent",
              false,
              tool,
              tool.equals("search_knowledge_base") ? null : before,
              after,
              call.result().reason(),
              null));
    }
    return all;
  }

  private static @Nullable String argument(RecordedCall call, String name) {
    try {
      JsonNode value = JSON.readTree(call.call().arguments()).path(name);
      return value.isTextual() ? value.asText() : null;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("call " + call.seq() + " has arguments that are no JSON", e);
    }
  }

  private static Happening of(Change change) {
    return new Happening(
        change.at(), change.by(), true, change.what(), change.before(), change.after(), null, null);
  }

  private static Happening of(Decision decision) {
    String what = decision.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Happening(
        decision.at(),
        decision.by(),
        decision.kind() != Decision.Kind.EXEMPTED,
        decision.undone() == null ? what : what + ", undone",
        decision.draft(),
        decision.reply() == null ? decision.remark() : decision.reply().text(),
        null,
        decision.id());
  }
}
