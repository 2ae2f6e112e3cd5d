package dev.recap.lab.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailTraceTest {
  private static final String CALL =
      "{'role':'assistant','content':[{'type':'tool_use','id':'c','name':'think','input':{'thought':''}}]}";
  private static final String RESULT =
      "{'role':'user','content':[{'type':'tool_result','tool_use_id':'c','content':''}]}";
  private static final String TASK = "{'role':'user','content':'Hello.'}";

  @TempDir private Path dir;

  private RetailTrace.File read(String text) throws IOException {
    return RetailTrace.read(Files.writeString(dir.resolve("traces.jsonl"), text));
  }

  @Test
  void isTurnsOfTheUserEachWithItsReplies() {
    RetailTrace trace =
        new TraceLines("t-1")
            .user("Hello.")
            .calls("think", "{'thought':'Hm.'}", "")
            .says("Hello.")
            .user("Bye.")
            .says("Bye.")
            .user("###STOP###")
            .in(dir);

    assertThat(trace.said()).extracting(RetailTrace.Said::text).containsExactly("Hello.", "Bye.");
    assertThat(trace.said().getFirst().replies()).hasSize(2);
    assertThat(trace.requests()).isEqualTo(3);
    assertThat(trace.calls()).containsOnlyKeys("call_1");
  }

  @Test
  void ofOtherDomainsArePassedOverAndCounted() throws IOException {
    String retail = new TraceLines("t-1").user("Hello.").says("Hello.").line();

    RetailTrace.File file =
        read(retail + "\n{\"domain\":\"airline\",\"messages\":4}\n{\"id\":\"none\"}\n");

    assertThat(file.traces()).extracting(RetailTrace::id).containsExactly("t-1");
    assertThat(file.passedOver()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "no | line 1: is not JSON",
        "[] | line 1: must be a JSON object, but is ARRAY",
        "{'domain':7} | line 1: field domain must be a text, but is 7",
        "{'domain':'airline'} | holds no trace whose field domain is retail; 1 others",
        "{'domain':'retail'} | line 1: field messages must be an array, but is missing",
        "{'domain':'retail','messages':[TASK]} | line 1: field messages must be a conversation with at least one reply",
        "{'domain':'retail','messages':[TASK,{'role':'tool'}]} | line 1: field messages[1].role must be user or assistant, but is \"tool\"",
        "{'domain':'retail','messages':[TASK,CALL]} | line 1: field messages must have a result for each call, but has none for [c]",
        "{'domain':'retail','messages':[TASK,CALL,RESULT,CALL,RESULT]} | line 1: field messages must have calls with different ids, but c is there twice",
        "{'domain':'retail','messages':[TASK,CALL,RESULT,TASK,CALL]} | line 1: field messages must have results of tools and words of the user apart"
      })
  void thatIsUnfitIsRefusedByFileLineAndField(String line, String message) {
    String json =
        line.replace("TASK", TASK)
            .replace("CALL", CALL)
            .replace("RESULT", RESULT)
            .replace('\'', '"');

    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("traces.jsonl")
        .hasMessageContaining(message);
  }
}
