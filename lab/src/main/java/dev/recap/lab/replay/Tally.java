package dev.recap.lab.replay;

import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Message;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.conversation.Usage;
import dev.recap.lab.replay.UsedValues.Use;
import dev.recap.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts what the requests of one replay come to. One thread. */
final class Tally {
  /** Between the steps of a path, and between words. */
  private static final Pattern STEP = Pattern.compile("[\\s/\\\\]+");

  private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Letters or digits; shorter words are in view by chance. */
  private static final int LEAST_LEFT = 3;

  private final ReplayBench bench;
  private final PrefixCache cache;
  private final ViewCheck check;
  private final List<String> broken = new ArrayList<>();
  private Usage usage = Usage.NONE;
  private Views views = new Views(0, 0, 0);
  private Retention retention = new Retention(0, 0, 0);
  private long longestPrompt;

  /** Requests: all of them, those fit to send, and those with signed thinking moved. */
  record Views(int all, int valid, int thinkingMoved) {}

  /** Values that were used: all, those in view, and of the others those that recall found. */
  record Retention(int values, int inView, int recalled) {
    int missing() {
      return values - inView;
    }
  }

  /**
   * Asks recall once for what a call misses; gives the answer, empty where there is none. Told is
   * what is in view of its values: whole ones, and words of the missing ones.
   */
  @FunctionalInterface
  interface Recaller {
    String ask(ToolCall call, List<String> inView);
  }

  Tally(ReplayBench bench, long fixedTokens) {
    this.bench = bench;
    this.cache = new PrefixCache(bench.cacheRules(), bench.counts(), fixedTokens);
    this.check = new ViewCheck(bench.run().task());
  }

  /** A request and what came back. Gives the usage that a provider would have reported. */
  Usage exchange(ModelRequest request, List<Block> reply, int turn, Recaller recaller) {
    List<Message> messages = request.messages();
    List<String> wrong = check.broken(messages);
    wrong.forEach(rule -> broken.add("turn %d: %s".formatted(turn, rule)));
    views =
        new Views(
            views.all + 1,
            views.valid + (wrong.isEmpty() ? 1 : 0),
            views.thinkingMoved + (check.thinkingMoved(messages) ? 1 : 0));
    for (Use use : bench.used().in(turn)) {
      retention = with(use, messages, recaller);
    }
    check.replied(messages, reply);
    return asked(request, reply);
  }

  /** A request that only costs, such as one for a summary. */
  Usage asked(ModelRequest request, List<Block> reply) {
    Usage one = cache.account(request, bench.counts().of(reply));
    usage = usage.plus(one);
    longestPrompt = Math.max(longestPrompt, one.promptTokens());
    return one;
  }

  private Retention with(Use use, List<Message> messages, Recaller recaller) {
    List<String> inView =
        UsedValues.leaves(use.call()).stream().filter(value -> isIn(messages, value)).toList();
    List<String> missing = use.values().stream().filter(v -> !inView.contains(v)).toList();
    Stream<String> left =
        missing.stream()
            .filter(value -> value.length() <= Recalling.MAX_WORD)
            .flatMap(STEP::splitAsStream)
            .filter(step -> !step.isEmpty())
            .flatMap(step -> isIn(messages, step) ? Stream.of(step) : WORD.splitAsStream(step))
            .filter(word -> word.length() >= LEAST_LEFT && isIn(messages, word));
    String answer =
        missing.isEmpty()
            ? ""
            : recaller.ask(use.call(), Stream.concat(inView.stream(), left).distinct().toList());
    int found = (int) missing.stream().filter(v -> Occurrences.search(answer, v)).count();
    return new Retention(
        retention.values + use.values().size(),
        retention.inView + use.values().size() - missing.size(),
        retention.recalled + found);
  }

  private boolean isIn(List<Message> messages, String value) {
    return messages.stream()
        .flatMap(message -> message.content().stream())
        .anyMatch(block -> bench.occurrences().in(text(block), value));
  }

  private static String text(Block block) {
    return switch (block) {
      case Text(var text) -> text;
      case ToolCall call -> call.arguments();
      case ToolResult result -> result.content();
      case Media media -> media.name();
      case Opaque opaque -> opaque.json();
    };
  }

  Usage usage() {
    return usage;
  }

  Views views() {
    return views;
  }

  Retention retention() {
    return retention;
  }

  long longestPrompt() {
    return longestPrompt;
  }

  /** What was wrong with requests, and in which turn. */
  List<String> broken() {
    return List.copyOf(broken);
  }
}
