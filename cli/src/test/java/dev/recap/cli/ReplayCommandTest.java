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

class ReplayCommandTest {
  private static final String TRACE =
      """
      {"id":"t-1","model":"gpt-x","system":"Be brief.","messages":[\
      {"role":"user","content":"Where is A100?"},\
      {"role":"assistant","content":[{"type":"tool_use","id":"c1","name":"get_order",\
      "input":{"id":"A100"}}]},\
      {"role":"user","content":[{"type":"tool_result","tool_use_id":"c1","content":"on its way"}]},\
      {"role":"assistant","content":"On its way."}]}
      """;

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String text, String... options) throws IOException {
    Path file = Files.writeString(dir.resolve("runs.jsonl"), text);
    String[] words = new String[options.length + 3];
    words[0] = "lab";
    words[1] = "replay";
    words[2] = file.toString();
    System.arraycopy(options, 0, words, 3, options.length);
    return RecapCommand.run(new PrintWriter(out), new PrintWriter(err), words);
  }

  @Test
  void printsRowsTotalsAndWhatWasAssumed() throws IOException {
    assertThat(run(TRACE)).isZero();

    assertThat(out.toString())
        .contains("Assumed: tools of traces are read-only if")
        .contains("says nothing and so keeps no value")
        .contains("fold does nothing on traces")
        .contains("gpt-x as claude-sonnet-5-5")
        .contains("keep-results clears in batches")
        .contains("keep-results=")
        .doesNotContain("real-summary");
    assertThat(err.toString()).contains("replayed 1 of 1: t-1, 2 turns");
  }

  @Test
  void takesSummariesOfADirectoryAndSaysWhose() throws IOException {
    Path summaries = Files.createDirectory(dir.resolve("summaries"));
    Files.writeString(
        summaries.resolve("real.jsonl"), "{\"id\":\"1\",\"summary\":\"A100 was asked for.\"}\n");

    assertThat(run(TRACE, "--summaries", summaries.toString())).isZero();
    assertThat(out.toString())
        .contains("recap+real-summary has what models wrote: 1 of the runs their own")
        .containsPattern("(?m)^recap\\+real-summary ");

    assertThat(run(TRACE, "--policies", "recap+real-summary")).isEqualTo(2);
    assertThat(err.toString()).contains("recap+real-summary needs summaries, but there are none");
  }

  @Test
  void writesJsonAndNothingElseToStandardOutput() throws IOException {
    assertThat(run(TRACE, "--json", "-", "--policies", "none,recap")).isZero();

    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("rows")).hasSize(2);
    assertThat(json.path("rows").get(0).fieldNames())
        .toIterable()
        .contains(
            "trace",
            "policy",
            "model",
            "turns",
            "peakTokens",
            "budget",
            "promptTokens",
            "dollarsUncached",
            "dollarsCached",
            "viewsValid",
            "views",
            "values",
            "inView",
            "retention",
            "recallFound",
            "recallShare");
    assertThat(json.path("totals").path("recap").path("views").asInt()).isEqualTo(2);
  }

  @Test
  void aLineThatIsNoTraceExitsWith2AndIsNamed() throws IOException {
    assertThat(run(TRACE + "{\"messages\":3}\n")).isEqualTo(2);

    assertThat(err.toString())
        .contains("runs.jsonl, line 2: field messages must be an array, but is 3");
  }

  @Test
  void anUnknownPolicyOrBudgetExitsWith2() throws IOException {
    assertThat(run(TRACE, "--policies", "melt")).isEqualTo(2);
    assertThat(run(TRACE, "--budget", "half")).isEqualTo(2);
    assertThat(err.toString()).contains("policy is 'melt'").contains("budget is 'half'");
  }
}
