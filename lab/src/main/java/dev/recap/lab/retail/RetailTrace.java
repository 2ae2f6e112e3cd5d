package dev.recap.lab.retail;

import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Entry;
import dev.recap.journal.Replied;
import dev.recap.journal.UserSaid;
import dev.recap.lab.replay.ReadOnlyNames;
import dev.recap.lab.replay.RecordedRun;
import dev.recap.lab.replay.RecordedRuns;
import dev.recap.lab.replay.ToolSpecs;
import dev.recap.model.ModelReply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One recorded conversation of the shop.
 *
 * @param said what the user said, each with the replies to it; the last has at least one
 * @param calls all calls by their ids, in the order of their answers
 */
public record RetailTrace(
    String id, String model, String instructions, List<Said> said, Map<String, TraceCall> calls) {
  private static final String DOMAIN = "retail";

  /**
   * Words of the user, and what came back until the user spoke again.
   *
   * @param replies all but the last of them wait for tools
   */
  record Said(String text, List<ModelReply> replies) {}

  /**
   * What a file holds.
   *
   * @param passedOver traces of other domains
   */
  public record File(List<RetailTrace> traces, int passedOver) {
    public File {
      traces = List.copyOf(traces);
    }
  }

  public RetailTrace {
    said = List.copyOf(said);
  }

  /**
   * Reads the traces of a file of JSON lines.
   *
   * @throws IllegalArgumentException when a line is none, naming file, line and field
   */
  public static File read(Path file) {
    List<RetailTrace> traces = new ArrayList<>();
    var reader = new RecordedRuns(ReadOnlyNames.usual(), new ToolSpecs(List.of()), "");
    int passedOver = reader.readDomain(file, DOMAIN, run -> traces.add(of(run)));
    return new File(traces, passedOver);
  }

  /**
   * Of a run that was read.
   *
   * @throws IllegalArgumentException when it cannot be played again
   */
  static RetailTrace of(RecordedRun run) {
    var reading = new Reading();
    run.entries().forEach(reading::entry);
    return new RetailTrace(
        run.id(), run.model(), run.instructions(), reading.said(), reading.calls);
  }

  /** What came of the call with this id; empty for one that the recorded run did not make. */
  Optional<TraceCall> call(String callId) {
    return Optional.ofNullable(calls.get(callId));
  }

  /** How often the model was asked. */
  int requests() {
    return said.stream().mapToInt(words -> words.replies().size()).sum();
  }

  /** One reading of a run's entries. */
  private static final class Reading {
    private final List<Said> turns = new ArrayList<>();
    private final Map<String, ToolCall> asked = new LinkedHashMap<>();
    private final Map<String, TraceCall> calls = new LinkedHashMap<>();

    void entry(Entry entry) {
      if (entry instanceof UserSaid words) {
        user(words.text());
      }
      if (entry instanceof Replied replied) {
        replied.reply().calls().forEach(this::ask);
        turns.getLast().replies().add(replied.reply());
      }
      if (entry instanceof Answered answer) {
        answered(answer);
      }
    }

    private void user(String text) {
      if (turns.isEmpty() || !turns.getLast().replies().isEmpty()) {
        if (!turns.isEmpty() && turns.getLast().replies().getLast().waitsForTools()) {
          throw new IllegalArgumentException(
              "field messages must have results of tools and words of the user apart, but beside results stands '%s'"
                  .formatted(text.length() > 60 ? text.substring(0, 60) + "..." : text));
        }
        turns.add(new Said(text, new ArrayList<>()));
      } else {
        String before = turns.removeLast().text();
        turns.add(new Said(before + "\n" + text, new ArrayList<>()));
      }
    }

    private void ask(ToolCall call) {
      if (asked.put(call.id(), call) != null) {
        throw new IllegalArgumentException(
            "field messages must have calls with different ids, but %s is there twice"
                .formatted(call.id()));
      }
    }

    private void answered(Answered answer) {
      ToolCall call = asked.get(answer.callId());
      if (call != null) {
        String result = answer.result().content();
        boolean error = answer.standing() == Standing.FAILED || result.startsWith(TraceCall.ERROR);
        calls.put(call.id(), new TraceCall(call, result, error, false));
      }
    }

    /** Words that nobody replied to are left out. */
    List<Said> said() {
      List<String> open = asked.keySet().stream().filter(id -> !calls.containsKey(id)).toList();
      if (!open.isEmpty()) {
        throw new IllegalArgumentException(
            "field messages must have a result for each call, but has none for " + open);
      }
      return turns.stream()
          .filter(words -> !words.replies().isEmpty())
          .map(words -> new Said(words.text(), List.copyOf(words.replies())))
          .toList();
    }
  }
}
