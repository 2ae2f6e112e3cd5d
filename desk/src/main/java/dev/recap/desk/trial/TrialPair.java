package dev.recap.desk.trial;

import dev.recap.desk.review.Finding;
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
 * @param ground what is known about the agent's draft
 * @param differs the fields in which both decided, and not the same
 */
public record TrialPair(
    int number,
    String ticket,
    String subject,
    String text,
    Decisions human,
    Decisions agent,
    Ground ground,
    List<String> differs) {

  /**
   * What a draft rests on, and what a person would be told about it.
   *
   * @param forPerson why it would have gone to a person; null where a look would do
   * @param evidence what the agent read of articles
   * @param findings places in it that a reviewer is shown, such as amounts that stand in no source
   */
  public record Ground(
      @Nullable String forPerson, List<Evidence> evidence, List<Finding> findings) {
    public Ground {
      evidence = List.copyOf(evidence);
      findings = List.copyOf(findings);
    }
  }

  public TrialPair {
    differs = List.copyOf(differs);
  }

  /** The same under another name, without a word of the customer or to the customer. */
  TrialPair withoutWords(String name) {
    return new TrialPair(
        number,
        name,
        "",
        "",
        human.withoutReply(),
        agent.withoutReply(),
        new Ground(ground.forPerson, List.of(), List.of()),
        differs);
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
