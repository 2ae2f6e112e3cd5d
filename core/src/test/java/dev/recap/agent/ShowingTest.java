package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.ClearToolResults;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Trim;
import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Message;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Journal;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.model.ModelRequest;
import dev.recap.testing.Pictures;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.Key;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images and documents, from the user and from tools. */
class ShowingTest {
  private static final Media PLAN = Pictures.photo("plan.png");
  private static final Media LEASE =
      Media.of("application/pdf", Pictures.pdf(1)).named("lease.pdf");

  private final Journal journal = Journal.inMemory();

  /** Looks at things and draws them. */
  static final class Camera {
    final List<String> drawn = new ArrayList<>();

    @Tool(value = "A photo of a thing.", effect = Effect.READ_ONLY)
    public Media photo(String of) {
      return Pictures.photo(of + ".png");
    }

    @Tool(value = "Draws a thing.", effect = Effect.ONCE)
    public List<Block> draw(@Key String what) {
      drawn.add(what);
      return List.of(new Text("drew the " + what), Pictures.photo(what + "-sketch.png"));
    }
  }

  private static AgentBuilder agent(ScriptedModel model, Object tools) {
    return Agent.builder(model)
        .tools(tools)
        .compaction(Compaction.atTokens(2_000).minimumGain(0).stages(new ClearToolResults()));
  }

  private static Replies photo(String of) {
    return calls("photo", "{'of':'%s'}".formatted(of));
  }

  private static Replies draw(String what) {
    return calls("draw", "{'what':'%s'}".formatted(what));
  }

  private static Replies recall(String words) {
    return calls("recall", "{'words':'%s'}".formatted(words));
  }

  private static Replies done() {
    return Replies.saying("Done.");
  }

  /** Names of what a request shows, in order. */
  private static List<String> shown(ModelRequest request) {
    return request.messages().stream()
        .flatMap(message -> message.content().stream())
        .flatMap(ShowingTest::media)
        .map(Media::name)
        .toList();
  }

  private static Stream<Media> media(Block block) {
    return switch (block) {
      case Media media -> Stream.of(media);
      case ToolResult result -> result.media().stream();
      default -> Stream.of();
    };
  }

  private static String text(ModelRequest request) {
    StringBuilder text = new StringBuilder();
    for (Message message : request.messages()) {
      text.append(message.text()).append('\n');
      message.results().forEach(result -> text.append(result.content()).append('\n'));
    }
    return text.toString();
  }

  @Nested
  class IsSent {
    @Test
    void behindTheTaskInTheSameMessage() {
      try (var model = model(done())) {
        Agent.builder(model).build().start("What is this?", PLAN, LEASE).result();

        assertThat(model.lastRequest().messages())
            .containsExactly(
                new Message(Message.Role.USER, List.of(new Text("What is this?"), PLAN, LEASE)));
      }
    }

    @Test
    void withAMessageThatIsSentLater() {
      try (var model = model(done(), done())) {
        Agent agent = Agent.builder(model).build();
        agent.start(journal, "Wait.").result();
        agent.send(journal, "Here it is.", LEASE).result();

        assertThat(model.lastRequest().messages().getLast().content())
            .containsExactly(new Text("Here it is."), LEASE);
      }
    }

    @Test
    void withWhatAToolSays() {
      try (var model = model(photo("chair"), draw("chair"), done())) {
        agent(model, new Camera()).compaction(Compaction.none()).build().start("Go.").result();

        List<ToolResult> results =
            model.lastRequest().messages().stream().flatMap(m -> m.results().stream()).toList();
        assertThat(results.getFirst().content())
            .isEqualTo("image \"chair.png\" (image/png, 33 bytes)");
        assertThat(results.getLast().content()).isEqualTo("drew the chair");
        assertThat(shown(model.lastRequest())).containsExactly("chair.png", "chair-sketch.png");
      }
    }
  }

  @Nested
  class Leaves {
    @Test
    void beforeAnyWordDoes() {
      try (var model = model(photo("chair"), draw("table"), photo("lamp"), done())) {
        agent(model, new Camera()).build().start("Go.", PLAN).result();
        ModelRequest last = model.lastRequest();

        assertThat(shown(last)).containsExactly("lamp.png");
        assertThat(text(last))
            .contains("Go.\n[no longer shown: image \"plan.png\" (image/png, 33 bytes)]")
            .contains("drew the table\n[no longer shown: image \"table-sketch.png\"")
            .containsPattern(
                "cleared: the result of photo .*about 1,6\\d\\d tokens with image \"chair.png\"");
      }
    }

    @Test
    void andIsShownAgainWhenItIsRecalled() {
      try (var model =
          model(photo("chair"), draw("table"), photo("lamp"), recall("plan.png"), done())) {
        agent(model, new Camera()).build().start("Go.", PLAN).result();
        ToolResult recalled = model.lastRequest().messages().getLast().results().getFirst();

        assertThat(recalled.media()).containsExactly(PLAN);
        assertThat(recalled.content())
            .contains("the user said")
            .contains("[with image \\\"plan.png\\\" (image/png, 33 bytes)]");
      }
    }

    @Test
    void onlyWhereItCanBeRecalled() {
      try (var model = model(photo("chair"), draw("table"), photo("lamp"), done())) {
        agent(model, new Camera()).withoutRecall().build().start("Go.", PLAN).result();

        assertThat(shown(model.lastRequest()))
            .containsExactly("plan.png", "table-sketch.png", "lamp.png");
      }
    }

    @Test
    void butStaysWithAToolThatIsLeftAlone() {
      var clear = new ClearToolResults().except("draw");
      try (var model = model(photo("chair"), draw("table"), photo("lamp"), done())) {
        agent(model, new Camera())
            .compaction(Compaction.atTokens(2_000).minimumGain(0).stages(clear))
            .build()
            .start("Go.")
            .result();

        assertThat(shown(model.lastRequest())).containsExactly("table-sketch.png", "lamp.png");
      }
    }

    @Test
    void withWordsThatMoveIntoTheHead() {
      try (var model =
          model(photo("chair"), done(), photo("lamp"), done(), photo("sofa"), done())) {
        Agent agent =
            agent(model, new Camera())
                .compaction(Compaction.atTokens(2_000).minimumGain(0).stages(new Trim()))
                .build();
        agent.start(journal, "Go.").result();
        agent.send(journal, "This is the lease.", LEASE).result();
        agent.send(journal, "And now?").result();

        assertThat(text(model.lastRequest()))
            .contains("Earlier the user said:\nThis is the lease.\n[no longer shown: document");
        assertThat(shown(model.lastRequest())).containsExactly("sofa.png");
      }
    }
  }

  @Test
  void aLaterRunSeesWhatTheFirstSaw(@TempDir Path folder) {
    Path file = folder.resolve("run.jsonl");
    var camera = new Camera();
    ModelRequest first;
    try (var model = model(photo("chair"), draw("table"));
        var kept = JsonLinesJournal.open(file)) {
      var run = agent(model, camera).compaction(Compaction.none()).build().start(kept, "Go.", PLAN);
      Iterator<Turn> turns = run.iterator();
      turns.next();
      turns.next();
      first = model.lastRequest();
    }
    try (var model = model(done());
        var kept = JsonLinesJournal.open(file)) {
      agent(model, camera).compaction(Compaction.none()).build().resume(kept).result();

      assertThat(model.lastRequest().messages())
          .startsWith(first.messages().toArray(new Message[0]));
      assertThat(shown(model.lastRequest()))
          .containsExactly("plan.png", "chair.png", "table-sketch.png");
      assertThat(camera.drawn).containsExactly("table");
    }
  }

  @Test
  void takesThinkingAlongThatWasBoundToIt() {
    var model =
        new ThoughtfulModel(
            model(photo("chair"), draw("table"), photo("lamp"), photo("sofa"), done()));
    Agent.builder(model)
        .tools(new Camera())
        .compaction(Compaction.atTokens(2_500).minimumGain(0).stages(new ClearToolResults()))
        .build()
        .start(journal, "Go.", PLAN)
        .result();

    assertThat(model.refusals).isEmpty();
    assertThat(shown(model.answered.getLast())).doesNotContain("plan.png");
  }
}
