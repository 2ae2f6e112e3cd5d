package dev.recap.lab.replay;

import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.JournalException;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.ThinkingVoided;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Waiting;
import dev.recap.journal.Weighed;
import dev.recap.journal.line.LineFormat;
import dev.recap.lab.record.RecordFile;
import dev.recap.model.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conversations of a {@link RecordFile}, one line after the other. */
final class RecordLines {
  private final String file;
  private final LineFormat format;
  private String model = "";
  private final Map<Integer, Conversation> conversations = new LinkedHashMap<>();

  private record Conversation(String run, List<ToolSpec> tools, List<Entry> entries) {}

  /** Nothing is read yet. */
  RecordLines(String file) {
    this.file = file;
    this.format = RecordFile.entries(Path.of(file));
  }

  /**
   * Reads one more line.
   *
   * @param number of the line in the file, counted from 1
   * @throws IllegalArgumentException when it is none of a record, or a later release wrote it,
   *     naming the field
   */
  void read(int number, TraceField line) {
    if (number == 1) {
      checkVersion(line.at("version"));
      model = line.at("model").text();
    } else if (line.value().has("run")) {
      begin(line);
    } else {
      Conversation begun = conversations.get(line.at("conversation").value().asInt());
      if (begun == null) {
        throw line.at("conversation").wrong("the number of one that has begun");
      }
      begun.entries().add(entry(line.at("line")));
    }
  }

  private static void checkVersion(TraceField version) {
    if (version.value().asInt() != RecordFile.VERSION) {
      throw version.wrong("%d in this release".formatted(RecordFile.VERSION));
    }
  }

  private void begin(TraceField line) {
    var begun =
        new Conversation(
            line.at("run").text(), ToolSpecs.specs(line.at("tools")), new ArrayList<>());
    int number = line.at("conversation").value().asInt();
    if (conversations.putIfAbsent(number, begun) != null) {
      throw line.at("conversation").wrong("a number that no conversation has yet");
    }
  }

  private Entry entry(TraceField line) {
    try {
      return format.entry(line.value().toString().getBytes(StandardCharsets.UTF_8), line.path());
    } catch (JournalException e) {
      throw line.wrong("an entry as a journal has it (%s)".formatted(e.getMessage()));
    }
  }

  /** Those with a task and a reply, as far as they got. */
  List<RecordedRun> runs() {
    return conversations.values().stream()
        .filter(conversation -> isOne(conversation.entries()))
        .map(conversation ->
            new RecordedRun(
                "%s:%s".formatted(file, conversation.run()),
                model,
                "",
                conversation.tools(),
                withoutCompactions(conversation.entries())))
        .toList();
  }

  /** What happened, whoever compacted; thinking that left at that is there again. */
  static List<Entry> withoutCompactions(List<Entry> entries) {
    return entries.stream()
        .filter(entry ->
            switch (entry) {
              case Compacted c -> false;
              case SummaryAsked asked -> false;
              case Weighed weighed -> false;
              case ThinkingVoided voided -> false;
              case RunStarted started -> true;
              case UserSaid said -> true;
              case Replied replied -> true;
              case Waiting waiting -> true;
              case Decided decided -> true;
              case Intended intended -> true;
              case Answered answered -> true;
              case Settled settled -> true;
              case RunEnded ended -> true;
              case Entry.Erased erased -> true;
            })
        .toList();
  }

  /** Whether there is anything to play back. */
  static boolean isOne(List<Entry> entries) {
    return entries.stream().anyMatch(Replied.class::isInstance)
        && entries.stream().anyMatch(entry -> entry instanceof UserSaid said && said.pinned());
  }
}
