package dev.recap.desk.trial;

import dev.recap.desk.ticket.Evidence;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket that the agent has worked again, and what a person had made of it.
 *
 * @param number the ticket's place in the file, from 1
 * @param ticket its name
 * @param text what the customer wrote
 * @param forPerson why the agent's draft would have gone to a person; null where a look would do
 * @param evidence what the agent read of articles
 * @param differs the fields in which both decided, and not the same
 */
public record TrialPair(
    int number,
    String ticket,
    String subject,
    String text,
    Decisions human,
    Decisions agent,
    @Nullable String forPerson,
    List<Evidence> evidence,
    List<String> differs) {

  public TrialPair {
    evidence = List.copyOf(evidence);
    differs = List.copyOf(differs);
  }

  /** Fields in which a person decided and the agent did not say the same. */
  static List<String> differing(Decisions human, Decisions agent) {
    return Arrays.stream(Field.values())
        .filter(field -> {
          String decided = human.of(field);
          return decided != null && !decided.equals(agent.of(field));
        })
        .map(Field::label)
        .toList();
  }
}
