package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Entry;
import dev.recap.model.ToolSpec;
import dev.recap.testing.Replies;
import dev.recap.tool.CallContext;
import dev.recap.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose run it is: what the caller hands to its tools, and what listeners are told. */
class GivenToToolsTest {
  record Tenant(String name) {}

  static final class Whose {
    final List<String> told = new ArrayList<>();

    @Tool("Tells for whom.")
    public String whose(CallContext call) {
      told.add(call.given(Tenant.class).map(Tenant::name).orElse("nobody"));
      return call.runId();
    }
  }

  static final class Other {
    @Tool("Does something else.")
    public String other() {
      return "";
    }
  }

  private final Whose whose = new Whose();

  @Test
  void eachRunHandsItsOwnValueToTheToolsAndTheModelSeesNone() {
    try (var model =
        model(
            calls("whose", "{}"), Replies.saying("1"), calls("whose", "{}"), Replies.saying("2"))) {
      Agent agent = Agent.builder(model).tools(whose).compaction(Compaction.none()).build();

      agent.with(new Tenant("ann")).start("Go.").result();
      agent.with(new Tenant("bob")).start("Go.").result();

      assertThat(whose.told).containsExactly("ann", "bob");
      assertThat(model.requests().toString()).doesNotContain("ann", "bob");
    }
  }

  @Test
  void listenersAreToldWhoseRunItIsAndHowItEnded() {
    List<String> heard = new ArrayList<>();
    var listener =
        new RunListener() {
          @Override
          public void appended(String runId, Entry entry) {
            heard.add(runId);
          }

          @Override
          public void ended(String runId, RunResult result) {
            heard.add(runId + " " + result.name());
          }
        };
    try (var model = model(Replies.saying("1"))) {
      Run run = Agent.builder(model).listener(listener).runIds(() -> "run-7").build().start("Go.");
      run.result();

      assertThat(run.id()).isEqualTo("run-7");
      assertThat(heard).endsWith("run-7", "run-7 Answered").allMatch(h -> h.startsWith("run-7"));
    }
  }

  static final class Curious {
    final List<Object> found = new ArrayList<>();

    @Tool("Takes whatever there is.")
    public String rummage(CallContext call) {
      call.given(Object.class).ifPresent(found::add);
      return "done";
    }
  }

  @Test
  void aToolFindsNothingOfTheRuntimes() {
    var curious = new Curious();
    try (var model = model(calls("rummage", "{}"), Replies.saying("Done."))) {
      Agent.builder(model).tools(curious).build().start("Go.").result();
    }

    assertThat(curious.found).isEmpty();
  }

  @Test
  void toolsAddUp() {
    try (var model = model(Replies.saying("1"))) {
      Agent.builder(model)
          .tools(whose)
          .tools(new Other())
          .withoutRecall()
          .build()
          .start("Go.")
          .result();

      assertThat(model.lastRequest().tools())
          .extracting(ToolSpec::name)
          .containsExactly("whose", "other");
    }
  }

  @Test
  void whatCannotFitFailsWhenTheAgentIsBuilt() {
    try (var model = model()) {
      assertThatThrownBy(() -> Agent.builder(model).maxOutputTokens(10_000_000).build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a reply up to 10000000");
      assertThatThrownBy(() -> Agent.builder(model).maxOutputTokens(0).build())
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Agent.builder(model).tools(whose).tools(whose).build())
          .hasMessageContaining("two named 'whose'");
    }
  }
}
