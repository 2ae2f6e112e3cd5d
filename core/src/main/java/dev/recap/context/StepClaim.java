package dev.recap.context;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ways in which a sentence says that a tool's step was done, made of the tool's name: of {@code
 * set_priority} "priority set" and "prioritised", of {@code route_to_team} "routed".
 */
final class StepClaim {
  private static final String DONE =
      "(?:done|complete|completed|finished|succeeded|confirmed|executed|called|saved|written|sent"
          + "|\u2713|\u2714|\u2705|\u2611|\\[x])";
  private static final String WAS = "(?:have|has|had|was|were|been|is|are|already)";

  /** Verbs that say little without what they act on. */
  private static final Set<String> GENERAL =
      Set.of(
          "set", "get", "mark", "make", "add", "save", "send", "update", "create", "write", "do",
          "put", "change", "assign", "perform", "run", "give", "take", "apply");

  private static final Set<String> LITTLE =
      Set.of("to", "the", "a", "an", "of", "by", "for", "with", "from", "in", "on", "as");

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("set", "set"),
          Map.entry("put", "put"),
          Map.entry("get", "got|gotten"),
          Map.entry("make", "made"),
          Map.entry("send", "sent"),
          Map.entry("write", "wrote|written"),
          Map.entry("do", "did"),
          Map.entry("run", "ran"),
          Map.entry("give", "gave|given"),
          Map.entry("take", "took|taken"),
          Map.entry("find", "found"),
          Map.entry("pay", "paid"));

  private final String participle;
  private final Pattern claims;

  StepClaim(String tool) {
    List<String> words =
        Arrays.stream(tool.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    String verb = words.isEmpty() ? tool : words.getFirst();
    List<String> objects = words.stream().skip(1).filter(word -> !LITTLE.contains(word)).toList();
    this.participle = "(?:%s)".formatted(participle(verb));
    String name = Pattern.quote(tool.toLowerCase(Locale.ROOT));
    String named = "(?<![\\w-])%s(?![\\w-])".formatted(name);
    String byName = "(?=.*%s).*(?<!\\w)%s(?!\\w)".formatted(named, DONE);
    String byVerb = GENERAL.contains(verb) ? byObjects(objects) : "\\b%s\\b".formatted(participle);
    String byNoun = "\\b%s\\b\\W+(?:(?:was|is|has been|been)\\W+)?%s(?!\\w)".formatted(verb, DONE);
    this.claims = Pattern.compile(String.join("|", byName, byVerb, byNoun), Pattern.DOTALL);
  }

  /** Whether a sentence in lower case says that it was done. */
  boolean in(String sentence) {
    return claims.matcher(sentence).find();
  }

  /** What says in one word that it was done, as a regular expression. */
  String participle() {
    return participle;
  }

  /** Of "set priority" an order says the same words as a claim: what was set has to come first. */
  private String byObjects(List<String> objects) {
    if (objects.isEmpty()) {
      return "(?!)";
    }
    String all = objects.stream().map(Pattern::quote).collect(Collectors.joining("\\W+"));
    String derived = objects.getLast().replaceAll("[ye]$", "");
    String ends = Set.of("complet", "don").contains(derived) ? "(?!)" : "(?:i[sz]ed|ed)\\b";
    return "\\b%s\\b[^.]{0,40}\\b%s\\b|\\b%s\\W+(?:\\w+\\W+)?%s\\b[^.]{0,40}\\b%s\\b|\\b%s%s"
        .formatted(all, participle, WAS, participle, all, Pattern.quote(derived), ends);
  }

  private static String participle(String verb) {
    String known = IRREGULAR.get(verb);
    if (known != null) {
      return known;
    }
    if (verb.endsWith("e")) {
      return Pattern.quote(verb + "d");
    }
    return Pattern.quote(
        verb.matches(".*[^aeiou]y") ? verb.substring(0, verb.length() - 1) + "ied" : verb + "ed");
  }
}
