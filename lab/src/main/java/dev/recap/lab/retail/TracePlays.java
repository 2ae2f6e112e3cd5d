package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.lab.retail.RetailPlay.Played;
import dev.recap.lab.retail.RetailWatch.Difference;
import dev.recap.lab.retail.RetailWatch.HeldBack;
import dev.recap.lab.scenario.Strike;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** All plays of one trace. */
record TracePlays(RetailTrace trace, Played whole, Played every, List<Played> once) {

  static TracePlays of(RetailTrace trace) {
    return new TracePlays(
        trace,
        RetailPlay.whole(trace),
        RetailPlay.struck(trace, Strike.beforeEveryTurn()),
        IntStream.rangeClosed(1, trace.requests())
            .mapToObj(request -> RetailPlay.struck(trace, Strike.onceBefore(request)))
            .toList());
  }

  /** One for each kind of compaction. */
  List<RetailRow> rows() {
    return List.of(row("none", List.of(whole)), row("every", List.of(every)), row("once", once));
  }

  private RetailRow row(String compaction, List<Played> plays) {
    return new RetailRow(
        trace.id(),
        trace.model(),
        compaction,
        plays.size(),
        sum(plays, play -> play.seen().compactions()),
        plays.size() * trace.calls().size(),
        sum(plays, play -> play.seen().ran()),
        sum(plays, play -> play.seen().heldBack().size()),
        sum(
            plays,
            play -> (int) play.seen().heldBack().stream().filter(HeldBack::carriedOut).count()),
        sum(plays, play -> play.counts().repeated()),
        sum(plays, play -> play.counts().outages()),
        sum(plays, play -> play.counts().fromRecord()),
        sum(plays, play -> play.seen().differences().size()),
        sum(plays, play -> unlike(play).isEmpty() ? 1 : 0),
        sum(plays, play -> play.state().equals(whole.state()) ? 1 : 0),
        failed(plays));
  }

  private static int sum(List<Played> plays, ToIntFunction<Played> count) {
    return plays.stream().mapToInt(count).sum();
  }

  private String failed(List<Played> plays) {
    for (Played play : plays) {
      if (!play.broken().isEmpty()) {
        return play.broken();
      }
      if (play.counts().repeated() > 0) {
        return "a once-only effect ran again";
      }
      if (!play.state().equals(whole.state())) {
        return "the shop is left otherwise than without a compaction";
      }
    }
    return "";
  }

  /** What the trace showed last otherwise than this play left it, and how. */
  private Map<Thing, String> unlike(Played play) {
    Map<Thing, String> unlike = new LinkedHashMap<>();
    RecordedBooks.after(trace)
        .forEach((thing, recorded) -> {
          ObjectNode here = play.state().get(thing);
          if (here == null) {
            unlike.put(thing, "it is not on the books");
          } else {
            LikeJson.difference(recorded, here).ifPresent(what -> unlike.put(thing, what));
          }
        });
    return unlike;
  }

  private List<Played> all() {
    List<Played> all = new ArrayList<>(List.of(whole, every));
    all.addAll(once);
    return all;
  }

  /** Calls that the guard answered, each with the number of plays in which it did. */
  List<RetailFindings.Held> heldBack() {
    return counted(all().stream().flatMap(play -> play.seen().heldBack().stream()).toList())
        .entrySet()
        .stream()
        .map(held ->
            new RetailFindings.Held(
                trace.id(),
                held.getKey().tool(),
                held.getKey().carriedOut() ? "carried out" : "refused",
                held.getKey().how(),
                held.getValue(),
                cut(held.getKey().why())))
        .toList();
  }

  /** Results that differ from the recorded ones, each with the number of plays. */
  List<RetailFindings.Unlike> differences() {
    Map<Difference, Integer> results =
        counted(all().stream().flatMap(play -> play.seen().differences().stream()).toList());
    List<RetailFindings.Unlike> found = new ArrayList<>();
    results.forEach(
        (one, plays) -> found.add(unlike("result of " + one.tool(), plays, one.what())));
    counted(all().stream().flatMap(play -> unlike(play).entrySet().stream()).toList())
        .forEach(
            (one, plays) -> found.add(unlike("last of " + one.getKey(), plays, one.getValue())));
    return found;
  }

  private RetailFindings.Unlike unlike(String what, int plays, String how) {
    return new RetailFindings.Unlike(trace.id(), what, plays, cut(how));
  }

  /** Calls of the play without compaction, by their tool. */
  Map<String, RetailFindings.ToolRow> tools() {
    Map<String, RetailFindings.ToolRow> tools = new TreeMap<>();
    trace.calls().values().stream()
        .map(call -> call.call().tool())
        .distinct()
        .forEach(tool -> tools.put(tool, tool(tool)));
    return tools;
  }

  private RetailFindings.ToolRow tool(String tool) {
    return new RetailFindings.ToolRow(
        tool,
        (int)
            trace.calls().values().stream().filter(call -> call.call().tool().equals(tool)).count(),
        Objects.requireNonNullElse(whole.seen().executed().get(tool), 0),
        (int) whole.seen().differences().stream().filter(one -> one.tool().equals(tool)).count());
  }

  private static <T> Map<T, Integer> counted(List<T> all) {
    Map<T, Integer> counted = new LinkedHashMap<>();
    all.forEach(one -> counted.merge(one, 1, Integer::sum));
    return counted;
  }

  private static String cut(String text) {
    return text.length() > 160 ? text.substring(0, 160) + "..." : text;
  }
}
