package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.lab.retail.RetailPlay.Played;
import dev.recap.lab.retail.RetailWatch.Difference;
import dev.recap.lab.retail.RetailWatch.Fate;
import dev.recap.lab.scenario.Strike;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** All plays of one trace. */
record TracePlays(RetailTrace trace, Played whole, Played every, List<Played> once, Again again) {

  /** The play of the trace whose model has forgotten what it did. */
  record Again(RetailTrace trace, Played played) {
    static Again of(RetailTrace trace) {
      RetailTrace forgetful = Forgetful.of(trace);
      return new Again(forgetful, RetailPlay.struck(forgetful, Strike.beforeEveryTurn()));
    }
  }

  static TracePlays of(RetailTrace trace) {
    return new TracePlays(
        trace,
        RetailPlay.whole(trace),
        RetailPlay.struck(trace, Strike.beforeEveryTurn()),
        IntStream.rangeClosed(1, trace.requests())
            .mapToObj(request -> RetailPlay.struck(trace, Strike.onceBefore(request)))
            .toList(),
        Again.of(trace));
  }

  /** One for each kind of compaction. */
  List<RetailRow> rows() {
    int asked = trace.calls().size();
    return List.of(
        row("none", asked, List.of(whole)),
        row("every", asked, List.of(every)),
        row("once", asked, once),
        row("every, again", again.trace().calls().size(), List.of(again.played())));
  }

  private RetailRow row(String compaction, int asked, List<Played> plays) {
    return new RetailRow(
        trace.id(),
        trace.model(),
        compaction,
        plays.size(),
        sum(plays, play -> play.seen().compacted()),
        plays.size() * asked,
        sum(plays, play -> play.seen().ran()),
        sum(plays, play -> play.seen().heldBack().size()),
        sum(
            plays,
            play ->
                (int)
                    play.seen().heldBack().stream()
                        .filter(held -> held.recorded() == Fate.CARRIED_OUT)
                        .count()),
        sum(plays, play -> play.counts().repeated()),
        sum(plays, play -> play.counts().outages()),
        sum(plays, play -> play.counts().unseen().size()),
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
    all.add(again.played());
    return all;
  }

  /** What a rule needed and the trace never showed, and how often. */
  List<RetailFindings.Unseen> unseen() {
    return counted(all().stream().flatMap(play -> play.counts().unseen().stream()).toList())
        .entrySet()
        .stream()
        .map(thing -> new RetailFindings.Unseen(trace.id(), thing.getKey(), thing.getValue()))
        .toList();
  }

  /** Calls that the guard answered, and how often it did. */
  List<RetailFindings.Held> heldBack() {
    return counted(all().stream().flatMap(play -> play.seen().heldBack().stream()).toList())
        .entrySet()
        .stream()
        .map(held ->
            new RetailFindings.Held(
                trace.id(),
                held.getKey().tool(),
                held.getKey().recorded().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                held.getKey().how(),
                held.getValue(),
                cut(held.getKey().why())))
        .toList();
  }

  /** Results that differ from the recorded ones, and how often. */
  List<RetailFindings.Unlike> differences() {
    Map<Difference, Integer> results =
        counted(all().stream().flatMap(play -> play.seen().differences().stream()).toList());
    List<RetailFindings.Unlike> found = new ArrayList<>();
    results.forEach(
        (one, times) -> found.add(unlike("result of " + one.tool(), times, one.what())));
    counted(all().stream().flatMap(play -> unlike(play).entrySet().stream()).toList())
        .forEach(
            (one, times) -> found.add(unlike("last of " + one.getKey(), times, one.getValue())));
    return found;
  }

  private RetailFindings.Unlike unlike(String what, int times, String how) {
    return new RetailFindings.Unlike(trace.id(), what, times, cut(how));
  }

  /** Compactions of all plays, by the stage that proposed them. */
  Map<String, Integer> stages() {
    Map<String, Integer> stages = new TreeMap<>();
    all()
        .forEach(play ->
            play.seen()
                .compactions()
                .forEach((stage, times) -> stages.merge(stage, times, Integer::sum)));
    return stages;
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
    return text.length() > 100 ? text.substring(0, 100) + "..." : text;
  }
}
