package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailCommandTest {
  private static final String ASKED =
      """
      {"role":"assistant","content":[{"type":"tool_use","id":"ID",\
      "name":"transfer_to_human_agents","input":{"summary":"Lost."}}]},\
      {"role":"user","content":[{"type":"tool_result","tool_use_id":"ID",\
      "content":"Transfer successful"}]},\
      """;
  private static final String TRACE =
      """
      {"id":"t-1","domain":"retail","model":"nobody","system":"","messages":[\
      {"role":"user","content":"Help."},CALLS{"role":"assistant","content":"Somebody calls."}]}
      {"id":"t-2","domain":"airline"}
      """;

  @TempDir private Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String text, String... more) throws IOException {
    Path file = Files.writeString(dir.resolve("traces.jsonl"), text);
    String[] words = new String[more.length + 3];
    words[0] = "lab";
    words[1] = "retail";
    words[2] = file.toString();
    System.arraycopy(more, 0, words, 3, more.length);
    return RecapCommand.run(new PrintWriter(out), new PrintWriter(err), words);
  }

  private static String trace(String... ids) {
    var calls = new StringBuilder();
    for (String id : ids) {
      calls.append(ASKED.replace("ID", id));
    }
    return TRACE.replace("CALLS", calls);
  }

  @Test
  void saysWhatWasPlayedWhatIsNotMeasuredAndHowItEnded() throws IOException {
    assertThat(run(trace("c1"))).isZero();

    assertThat(out.toString())
        .startsWith("Traces of the shop: 1; of other domains and passed over: 1.")
        .contains("the model's wit after a compaction is not tested")
        .contains("The shop has what the traces showed")
        .contains("The guard held back no call that the recorded run carried out.")
        .endsWith(
            "No effect happened twice, and every play left the shop as the one without compaction.\n");
  }

  @Test
  void showsACallThatTheGuardHeldBackAlthoughItWasCarriedOut() throws IOException {
    assertThat(run(trace("c1", "c2"))).isZero();

    assertThat(out.toString())
        .contains("FINDING: in ")
        .containsPattern("t-1 +transfer_to_human_agents +carried out +receipt +\\d+ +Done already");
  }

  @Test
  void theFindingsAreJson() throws IOException {
    assertThat(run(trace("c1"), "--json", "-")).isZero();

    JsonNode found = new ObjectMapper().readTree(out.toString());
    assertThat(found.at("/rows/0/compaction").asText()).isEqualTo("none");
    assertThat(found.at("/totals/every/asWhole").asInt()).isEqualTo(1);
  }

  @Test
  void aFileWithNoSuchTraceIsUnusable() throws IOException {
    assertThat(run("{\"domain\":\"airline\"}\n")).isEqualTo(2);
    assertThat(err.toString()).contains("holds no trace whose field domain is retail");
  }
}
