package peer;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.adk.Version;
import com.google.adk.agents.LlmAgent;
import com.google.adk.agents.RunConfig;
import com.google.adk.apps.App;
import com.google.adk.events.Event;
import com.google.adk.events.EventCompaction;
import com.google.adk.models.Claude;
import com.google.adk.runner.Runner;
import com.google.adk.sessions.InMemorySessionService;
import com.google.adk.sessions.Session;
import com.google.adk.summarizer.BaseEventSummarizer;
import com.google.adk.summarizer.EventsCompactionConfig;
import com.google.adk.summarizer.LlmEventSummarizer;
import com.google.adk.tools.BaseTool;
import com.google.adk.tools.ToolContext;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.Part;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tickets with Google ADK. Knobs: {@code threshold=N} and {@code keep=N} are the
 * EventsCompactionConfig's token threshold and event retention size (none: no compaction, which is
 * ADK's default); {@code summary=user} gives the summary to the model as the user's words, since
 * the API refuses a conversation that begins with the assistant's; {@code task=system}.
 */
public final class Adk {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String APP = "peer";
  private static final String USER = "clerk";
  private static final String MODEL = "claude-sonnet-5-5";

  private Adk() {}

  public static void main(String[] args) {
    Child.play(args, Version.JAVA_ADK_VERSION, Adk::play);
  }

  private static String play(Orders orders, Desk desk) {
    AnthropicClient client =
        AnthropicOkHttpClient.builder()
            .apiKey("simulator-needs-no-key")
            .baseUrl(orders.modelUrl())
            .timeout(Duration.ofSeconds(60))
            .build();
    List<BaseTool> tools = new ArrayList<>();
    desk.tools().forEach(spec -> tools.add(new OverLoopback(spec, desk)));
    var agent =
        LlmAgent.builder().name("agent").model(new Claude(MODEL, client, 4_096)).tools(tools);
    if (orders.taskInSystemPrompt()) {
      agent.instruction(desk.task());
    }
    var app = App.builder().name(APP).rootAgent(agent.build());
    if (orders.number("threshold") > 0) {
      app.eventsCompactionConfig(compaction(orders, new Claude(MODEL, client, 4_096)));
    }
    String first = orders.taskInSystemPrompt() ? "Process the tickets in the queue." : desk.task();
    return run(app.build(), first, orders.turns());
  }

  private static EventsCompactionConfig compaction(Orders orders, Claude model) {
    var config =
        EventsCompactionConfig.builder()
            .tokenThreshold(orders.number("threshold"))
            .eventRetentionSize(orders.number("keep"));
    if (orders.knob("summary", "").equals("user")) {
      config.summarizer(new AsUser(new LlmEventSummarizer(model)));
    }
    return config.build();
  }

  private static String run(App app, String first, int turns) {
    var sessions = new InMemorySessionService();
    Runner runner = Runner.builder().app(app).sessionService(sessions).build();
    Session session = sessions.createSession(APP, USER).blockingGet();
    var config = RunConfig.builder().maxLlmCalls(turns).build();
    var message = Content.fromParts(Part.fromText(first));
    String how = "no final answer";
    for (Event event : runner.runAsync(USER, session.id(), message, config).blockingIterable()) {
      if (event.finalResponse()) {
        how = "answered";
      }
    }
    return how;
  }

  /** ADK's own summaries, in the role of the user. */
  private record AsUser(LlmEventSummarizer summaries) implements BaseEventSummarizer {
    @Override
    public Maybe<Event> summarizeEvents(List<Event> events) {
      return summaries.summarizeEvents(events).map(AsUser::turned);
    }

    private static Event turned(Event event) {
      EventCompaction compaction = event.actions().compaction().orElseThrow();
      var turned =
          EventCompaction.builder()
              .startTimestamp(compaction.startTimestamp())
              .endTimestamp(compaction.endTimestamp())
              .compactedContent(compaction.compactedContent().toBuilder().role("user").build())
              .build();
      var actions = event.actions().toBuilder().compaction(turned).build();
      return event.toBuilder().actions(actions).build();
    }
  }

  /** A tool of the desk. */
  private static final class OverLoopback extends BaseTool {
    private final Desk.Spec spec;
    private final Desk desk;

    OverLoopback(Desk.Spec spec, Desk desk) {
      super(spec.name(), spec.description());
      this.spec = spec;
      this.desk = desk;
    }

    @Override
    public Optional<FunctionDeclaration> declaration() {
      return Optional.of(
          FunctionDeclaration.builder()
              .name(spec.name())
              .description(spec.description())
              .parametersJsonSchema(JSON.convertValue(spec.schema(), Map.class))
              .build());
    }

    @Override
    public Single<Map<String, Object>> runAsync(Map<String, Object> input, ToolContext context) {
      return Single.fromCallable(() -> {
        String id = context.functionCallId().orElseThrow();
        Desk.Done done = desk.run(id, spec.name(), json(input));
        return Map.of("result", done.content());
      });
    }

    private static String json(Map<String, Object> input) {
      try {
        return JSON.writeValueAsString(input);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
