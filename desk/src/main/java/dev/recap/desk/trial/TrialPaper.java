package dev.recap.desk.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.recap.desk.rules.DeskRules;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a trial's folder says of its order, so that another process goes on with the same one and
 * with nothing else. Of the tickets and what people made of them it has a hash and no word.
 *
 * @param at ISO 8601
 * @param tickets a hash, as rules and knowledge
 */
record TrialPaper(
    int form,
    String id,
    String name,
    String by,
    String at,
    String model,
    String tickets,
    String rules,
    String knowledge) {
  private static final int FORM = 1;

  static TrialPaper of(String id, TrialOrder order, String knowledge) {
    return new TrialPaper(
        FORM,
        id,
        order.made().name(),
        order.made().by(),
        order.made().at().toString(),
        order.who().model(),
        hash(TrialJson.text(order.tickets().stream().map(TrialPaper::words).toList())),
        hash(TrialJson.text(words(order.rules()))),
        hash(knowledge));
  }

  /** Without when it came, which may be the day of the import. */
  private static List<@Nullable String> words(Answered each) {
    Decisions human = each.human();
    return Arrays.asList(
        each.ticket().externalId(),
        each.ticket().customer().name(),
        each.ticket().customer().email(),
        each.ticket().subject(),
        each.ticket().description(),
        human.category(),
        human.priority(),
        human.team(),
        human.reply());
  }

  /** Of sets in an order that is the same in every process. */
  private static List<Object> words(DeskRules rules) {
    return List.of(
        rules.categories(),
        rules.priorities(),
        rules.teams(),
        new TreeSet<>(rules.steps()),
        new TreeSet<>(rules.forPeople()),
        rules.guidance());
  }

  static TrialPaper read(String json) {
    try {
      TrialPaper paper = TrialJson.MAPPER.readValue(json, TrialPaper.class);
      Objects.requireNonNull(paper.id, "id");
      return paper;
    } catch (JsonProcessingException | NullPointerException e) {
      throw new IllegalArgumentException("is no order of a trial: " + e.getMessage(), e);
    }
  }

  String json() {
    return TrialJson.text(this);
  }

  /**
   * Makes sure that this is the paper of that order.
   *
   * @throws IllegalArgumentException naming what is another one
   */
  void check(TrialPaper asked, Object folder) {
    same("tickets", "other tickets or other decisions", tickets.equals(asked.tickets), folder);
    same("rules", "other rules", rules.equals(asked.rules), folder);
    same("knowledge", "other articles", knowledge.equals(asked.knowledge), folder);
    same("model", "model '%s'".formatted(model), model.equals(asked.model), folder);
    if (form != asked.form) {
      throw new IllegalArgumentException(
          "%s has a trial of another release of this program; name another folder"
              .formatted(folder));
    }
  }

  private static void same(String what, String its, boolean same, Object folder) {
    if (!same) {
      throw new IllegalArgumentException(
          "%s has a trial with %s: go on with the same %s, or name another folder"
              .formatted(folder, its, what));
    }
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
