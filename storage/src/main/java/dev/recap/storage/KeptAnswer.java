package dev.recap.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.line.LineFormat;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.ToolAnswer.WorkChange;
import dev.recap.work.Fact;
import dev.recap.work.Outcome;
import dev.recap.work.WorkItem;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tool's answer as it stands beside its effect until the journal has it: a line as an entry has
 * one, and what it says of a work item.
 */
record KeptAnswer(Lease lease) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

  void write(Connection connection, ToolAnswer answer) throws SQLException {
    var media = new MediaRows(lease.store().database());
    var entry =
        new Answered(
            new ToolResult(answer.callId(), answer.text(), false, answer.media()),
            answer.text(),
            Standing.CONFIRMED,
            null,
            null);
    byte[] line = format(media).line(0, 0, entry);
    MediaRows.write(connection, lease.conversation(), media.taken());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO recap_answer (conversation, call_id, answer, change) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, lease.conversation());
      insert.setString(2, answer.callId());
      insert.setString(3, NewRows.withoutEnd(line));
      insert.setString(4, change(answer.change()));
      insert.executeUpdate();
    }
  }

  Optional<ToolAnswer> read(Connection connection, String callId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT answer, change FROM recap_answer WHERE conversation = ? AND call_id = ?")) {
      select.setString(1, lease.conversation());
      select.setString(2, callId);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(answer(row.getString(1), row.getString(2)))
            : Optional.empty();
      }
    }
  }

  private ToolAnswer answer(String line, @Nullable String change) {
    var media = new MediaRows(lease.store().database());
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    var answered = (Answered) format(media).entry(bytes, "a kept answer");
    return new ToolAnswer(
        answered.callId(),
        answered.whole(),
        Outcome.CONFIRMED,
        change(change),
        answered.result().media());
  }

  private static LineFormat format(MediaRows media) {
    return new LineFormat("recap-answer", media);
  }

  private static @Nullable String change(@Nullable WorkChange change) {
    return switch (change) {
      case WorkChange.Opens(WorkItem item) -> "opens " + item.key();
      case WorkChange.Closes(List<Fact> facts) -> "closes " + json(facts);
      case null -> null;
    };
  }

  private static @Nullable WorkChange change(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String said = text.substring(text.indexOf(' ') + 1);
    return text.startsWith("opens ")
        ? new WorkChange.Opens(new WorkItem(said))
        : new WorkChange.Closes(facts(said));
  }

  private static String json(List<Fact> facts) {
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("facts are records of texts", e);
    }
  }

  private static List<Fact> facts(String json) {
    try {
      return JSON.readValue(json, FACTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept answer is not as it was written", e);
    }
  }
}
