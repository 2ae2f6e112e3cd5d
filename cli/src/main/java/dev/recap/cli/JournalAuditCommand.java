package dev.recap.cli;

import dev.recap.storage.AuditLine;
import dev.recap.storage.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Who did what. */
@Command(
    name = "audit",
    description = "A line for each deed: who did what, when, to which item, by which call.",
    exitCodeList = {"0:done", "1:the store failed", "2:wrong usage or unusable input"})
final class JournalAuditCommand extends JournalAction {
  JournalAuditCommand() {}

  @Override
  void act(Store opened, String id, boolean asJson) throws IOException {
    List<AuditLine> lines = new ArrayList<>();
    AuditLine.of(opened, id, lines::add);
    if (asJson) {
      writeJson(STANDARD_OUTPUT, lines.stream().map(JournalAuditCommand::fields).toList());
    } else {
      lines.forEach(line -> out().println(Plain.of(String.join("  ", fields(line).values()))));
    }
  }

  /** In the order in which a line says them. */
  private static Map<String, String> fields(AuditLine line) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("entry", String.valueOf(line.sequence()));
    fields.put("at", line.at() == null ? "" : line.at().toString());
    fields.put("run", line.run());
    fields.put("who", line.who());
    fields.put("what", line.what());
    fields.put("tool", line.tool());
    fields.put("item", line.item());
    fields.put("call", line.callId());
    return fields;
  }
}
