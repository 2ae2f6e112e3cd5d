package dev.recap.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.recap.ledger.LedgerEffect;
import dev.recap.ledger.OpeningRecord;
import dev.recap.ledger.OpeningRecord.Closing;
import dev.recap.work.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short value that stands on record under a name: an argument of a confirmed call, or a fact of
 * the closing.
 *
 * @param name in words, such as {@code draft length}
 * @param participle what says in one word that the call was made; empty where that does not tell
 *     which value follows
 */
record StatedValue(String name, String value, String participle) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._:@+-]{1,40}");

  private static final String LINK =
      "(?:\\s*(?:[:=]|->|\u2192|\\b(?:is|was|are|were|set to|set|to|as|now|of|been|has been)\\b))*";
  private static final String VALUE = "\\s*[*_`'(]*([\\p{L}\\p{N}][\\p{L}\\p{N}_@-]{0,39})";
  private static final String END = "(?=[*_`']*\\s*(?:[,.;)!]|$|\\band\\b))";

  /** Words after a name that are no value of it. */
  private static final Set<String> NO_VALUES =
      Set.of(
          "set",
          "done",
          "confirmed",
          "on",
          "in",
          "by",
          "the",
          "a",
          "an",
          "it",
          "this",
          "that",
          "been",
          "now",
          "correct",
          "known",
          "fine",
          "ok",
          "recorded",
          "changed",
          "updated",
          "assigned",
          "given",
          "made",
          "yes",
          "true",
          "stored",
          "saved",
          "written",
          "sent",
          "chosen",
          "found",
          "complete",
          "completed",
          "finished",
          "already",
          "accordingly");

  /** What is on record about this stretch of work; the last value of each name. */
  static List<StatedValue> of(OpeningRecord record) {
    List<StatedValue> values = new ArrayList<>();
    List<LedgerEffect> standing = record.standing();
    standing.stream()
        .filter(effect -> isTheOnlyOne(effect, standing))
        .forEach(effect -> values.addAll(arguments(effect)));
    record
        .closed()
        .map(Closing::facts)
        .ifPresent(facts ->
            facts.stream()
                .filter(fact -> fact.kind() != Fact.Kind.QUOTED && isPlain(fact.value()))
                .forEach(fact -> values.add(new StatedValue(fact.name(), fact.value(), ""))));
    return values;
  }

  /** Where a tool sets parts or did several things, nobody knows which one a sentence means. */
  private static boolean isTheOnlyOne(LedgerEffect effect, List<LedgerEffect> standing) {
    return effect.intended().knownPart().isEmpty()
        && standing.stream().filter(e -> e.call().tool().equals(effect.call().tool())).count() == 1;
  }

  private static List<StatedValue> arguments(LedgerEffect effect) {
    String item = effect.opening().map(opening -> opening.item().key()).orElse("");
    List<StatedValue> plain = new ArrayList<>();
    read(effect)
        .properties()
        .forEach(argument -> {
          String value = argument.getValue().asText();
          if (argument.getValue().isValueNode() && isPlain(value) && !value.equals(item)) {
            plain.add(new StatedValue(argument.getKey().replace('_', ' '), value, ""));
          }
        });
    boolean only = plain.size() == 1;
    return only
        ? List.of(
            new StatedValue(
                plain.getFirst().name,
                plain.getFirst().value,
                new StepClaim(effect.call().tool()).participle()))
        : plain;
  }

  private static JsonNode read(LedgerEffect effect) {
    try {
      return JSON.readTree(effect.call().arguments());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "call %s ran with arguments that are not JSON".formatted(effect.call().id()), e);
    }
  }

  private static boolean isPlain(String value) {
    return PLAIN.matcher(value).matches();
  }

  /** The value that a sentence in lower case states instead; empty when it states none or this. */
  Optional<String> otherIn(String sentence) {
    if (folded(sentence).contains(folded(value))) {
      return Optional.empty();
    }
    String byName = "\\b%s\\b".formatted(Pattern.quote(name.toLowerCase(Locale.ROOT))) + LINK;
    Optional<String> other = first(Pattern.compile(byName + VALUE + END), sentence);
    return other.isPresent() || participle.isEmpty()
        ? other
        : first(
            Pattern.compile(
                "\\b%s\\s+(?:as|to|with)\\b(?:\\s+the\\b)?".formatted(participle) + VALUE + END),
            sentence);
  }

  private Optional<String> first(Pattern pattern, String sentence) {
    Matcher found = pattern.matcher(sentence);
    while (found.find()) {
      String stated = found.group(1);
      boolean same = folded(value).contains(folded(stated));
      if (!same && !NO_VALUES.contains(stated) && !stated.equals(name)) {
        return Optional.of(stated);
      }
    }
    return Optional.empty();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
