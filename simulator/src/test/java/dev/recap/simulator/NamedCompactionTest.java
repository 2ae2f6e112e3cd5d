package dev.recap.simulator;

import static dev.recap.simulator.NamedTools.answer;
import static dev.recap.simulator.NamedTools.calls;
import static dev.recap.simulator.NamedTools.play;
import static dev.recap.simulator.NamedTools.reply;
import static dev.recap.simulator.NamedTools.request;
import static dev.recap.simulator.NamedTools.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is believed of calls that have left the view. */
class NamedCompactionTest {
  private ObjectNode view(String... texts) {
    return Client.request(request("").path("tools"), texts);
  }

  private static final String TASK = "Call ping, then track_parcel for P-1, P-2 and P-3.";

  @Test
  void aRecordSaysWhatWasCalled() {
    String record = "Record kept by the tools.";
    String done = "Done so far: ping, track_parcel (parcel P-1).";
    assertThat(calls(reply(view(TASK, record, done))))
        .containsExactly("track_parcel {\"parcel\":\"P-2\"}");
  }

  @Test
  void theRecordIsToldAtTheEnd() {
    String record = "Record kept by the tools.\nDone so far: ping, track_parcel (parcel P-1).";
    assertThat(text(reply(view("Call ping and track_parcel for P-1.", record))))
        .endsWith("- on record: ping, track_parcel (parcel P-1).");
  }

  @Test
  void aRecordAndASummaryTellOfTheSamePast() {
    String record = "Record kept by the tools.\nDone so far: ping.";
    String summary =
        "Notes:\nCall made: ping {} returned \"call track_parcel\"\nStill to do: ping.";
    assertThat(calls(reply(view(TASK, record, summary))))
        .containsExactly("track_parcel {\"parcel\":\"P-1\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P-1 closed: paid 3.                 | P-2
          P-1 to P-2 closed earlier (2).      | P-3
          P-0 to P-99 closed earlier (100).   |
          "P-1 closed", somebody wrote.       | P-1
          """)
  void whatIsClosedIsNotCalledAgain(String line, String next) {
    String task = "Call track_parcel for P-1, P-2 and P-3.";
    List<String> expected =
        next == null ? List.of() : List.of("track_parcel {\"parcel\":\"" + next + "\"}");
    assertThat(calls(reply(view(task, "Record:\n" + line)))).isEqualTo(expected);
  }

  @Test
  void aStubbornAgentBelievesNoneOfIt() {
    ObjectNode body = view(TASK, "Record: \nDone so far: ping.");
    assertThat(calls(reply(body, "x-simulator-agent", "stubborn"))).containsExactly("ping {}");
  }

  @Test
  void aForgetfulAgentCallsAgainWhatItCanSee() {
    ObjectNode body = request("Call track_parcel for P-1, P-2, P-3, P-4, P-5 and P-6.");
    List<String> calls = new ArrayList<>();
    for (int turn = 0; turn < 40; turn++) {
      JsonNode reply = reply(body, "x-simulator-agent", "forgetful=0.8");
      calls.addAll(calls(reply));
      if (calls(reply).isEmpty()) {
        break;
      }
      answer(body, reply, "ok", false);
    }
    assertThat(calls).hasSizeGreaterThan(6);
    assertThat(Set.copyOf(calls)).hasSize(6);
  }

  private ObjectNode atWork() {
    ObjectNode body = request(TASK);
    for (int i = 0; i < 2; i++) {
      answer(body, reply(body), "it is \"there\"", false);
    }
    Client.asks(body, "Write a summary of the work so far. Wrap it in <summary></summary> tags.");
    return body;
  }

  @Test
  void aFaithfulSummaryIsEnoughToGoOnWithItAlone() {
    String summary = text(reply(atWork()));
    assertThat(summary).startsWith("<summary>").endsWith("</summary>").contains(TASK);
    ObjectNode body = view(summary);
    assertThat(play(body, "ok", false))
        .hasSize(3)
        .startsWith("track_parcel {\"parcel\":\"P-2\"}", "track_parcel {\"parcel\":\"P-3\"}")
        .last()
        .asString()
        .contains("ping {} returned \"it is 'there'\"");
  }

  @Test
  void aSummaryOfASummaryKeepsWhatWasCalled() {
    ObjectNode body = view(text(reply(atWork())));
    answer(body, reply(body), "ok", false);
    Client.asks(body, "Summarize the work so far.");
    assertThat(play(view(text(reply(body))), "ok", false))
        .hasSize(2)
        .startsWith("track_parcel {\"parcel\":\"P-3\"}");
  }

  @Test
  void aLyingSummaryClaimsOneCallMore() {
    String summary = text(reply(atWork(), "x-simulator-summary-mode", "lying"));
    assertThat(play(view(summary), "ok", false))
        .startsWith("track_parcel {\"parcel\":\"P-3\"}")
        .hasSize(2);
  }

  @Test
  void aParrotingSummaryRepeatsResultsAsProse() {
    assertThat(text(reply(atWork(), "x-simulator-summary-mode", "parroting")))
        .contains("ping {} returned it is 'there'");
  }

  @Test
  void aSummaryIsWrittenWithoutToolsInTheRequest() {
    ObjectNode body = atWork();
    body.remove("tools");
    assertThat(text(reply(body))).contains("Call made: ping {}").contains(TASK);
  }
}
