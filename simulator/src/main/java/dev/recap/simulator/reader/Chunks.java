package dev.recap.simulator.reader;

import dev.recap.simulator.reader.Signs.Named;
import dev.recap.simulator.reader.Signs.Value;
import dev.recap.simulator.reader.StepWords.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which steps and values of a sentence are said of which parts of the item. A step binds the parts
 * behind it, up to the next step; where a clause begins with a part, the parts before it; where
 * there are none, those of its surroundings. A clause that names no part, or no step, goes on with
 * what stands before it.
 */
final class Chunks {
  /** A step, a value or a part; {@code clause} counts the clauses from 0. */
  private record Token(MatchResult found, int clause) {
    Optional<String> part() {
      return Optional.ofNullable(found.group(4)).map(part -> part.toUpperCase(Locale.ROOT));
    }

    boolean step() {
      return found.group(1) != null;
    }

    boolean value() {
      return found.group(3) != null;
    }
  }

  private static final Pattern AND = Words.words("\\band\\b");

  private final Vocabulary vocabulary;
  private final List<String> parts;
  private final Pattern token;
  private final List<List<Token>> chunks = new ArrayList<>(List.of(new ArrayList<>()));
  private boolean partFirst;
  private int clauses;

  Chunks(Vocabulary vocabulary, List<String> parts) {
    this.vocabulary = vocabulary;
    this.parts = parts;
    this.token = Words.words(Signs.STEP + "|(" + Signs.VALUE + ")|(" + vocabulary.part() + ")");
  }

  void add(String clause) {
    for (String half : AND.split(clause, -1)) {
      List<Token> tokens =
          token.matcher(half).results().map(found -> new Token(found, clauses)).toList();
      boolean parts = tokens.stream().anyMatch(one -> one.part().isPresent());
      if (parts && says(tokens) && says(chunks.getLast())) {
        chunks.add(new ArrayList<>());
      }
      tokens.forEach(this::add);
    }
    clauses++;
  }

  /** Whether there is more than names of parts. */
  private static boolean says(List<Token> tokens) {
    return tokens.stream().anyMatch(one -> one.part().isEmpty());
  }

  private void add(Token next) {
    List<Token> last = chunks.getLast();
    if (last.isEmpty()) {
      partFirst = next.part().isPresent();
    } else if (partFirst
        ? next.part().isPresent() && last.getLast().part().isEmpty()
        : next.step()) {
      chunks.add(new ArrayList<>());
    }
    chunks.getLast().add(next);
  }

  List<Named> steps(int clause) {
    List<Named> steps = new ArrayList<>();
    for (List<Token> chunk : chunks) {
      List<String> named = chunk.stream().flatMap(one -> one.part().stream()).toList();
      chunk.stream()
          .filter(one -> one.clause() == clause && one.step())
          .forEach(one ->
              steps.add(
                  new Named(
                      vocabulary.steps().get(Integer.parseInt(one.found().group(1))),
                      Form.of(one.found().group(2)),
                      named.isEmpty() ? parts : named)));
    }
    return steps;
  }

  List<Value> values(int clause) {
    List<Value> values = new ArrayList<>();
    for (List<Token> chunk : chunks) {
      String part =
          chunk.stream().flatMap(one -> one.part().stream()).findFirst().orElse(parts.getFirst());
      for (Token one : chunk) {
        part = one.part().orElse(part);
        if (one.clause() == clause && one.value()) {
          String[] value = Signs.plain(one.found().group(3)).split("=", 2);
          values.add(new Value(part, value[0], value[1]));
        }
      }
    }
    return values;
  }
}
