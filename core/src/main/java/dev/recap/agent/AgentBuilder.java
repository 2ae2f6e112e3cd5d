package dev.recap.agent;

import dev.recap.compaction.Compaction;
import dev.recap.model.Model;
import dev.recap.model.ModelOptions;
import dev.recap.projection.RequestFrame;
import dev.recap.recall.originals.Recall;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Tools;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Describes an agent. Without anything else said: no tools, compaction as it suits the model. */
public final class AgentBuilder {

  private final Model model;
  private final List<RunListener> listeners = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<String> overflowWords = new ArrayList<>();
  private String instructions = "";
  private final List<Object> toolOwners = new ArrayList<>();
  private final List<Toolbox> toolboxes = new ArrayList<>();
  private Compaction compaction = Compaction.standard();
  private Limits limits = Limits.standard();
  private Approval approval = call -> false;
  private @Nullable Duration approveWithin;
  private boolean pausesAtOnce;
  private boolean recall = true;
  private int maxOutputTokens;
  private ModelOptions options = ModelOptions.NONE;
  private InstantSource clock = InstantSource.system();
  private Supplier<String> runIds = () -> UUID.randomUUID().toString();

  AgentBuilder(Model model) {
    this.model = Objects.requireNonNull(model, "model");
    this.maxOutputTokens = model.profile().maxOutputTokens();
  }

  /** The system prompt. */
  public AgentBuilder instructions(String text) {
    this.instructions = Objects.requireNonNull(text, "instructions");
    return this;
  }

  /**
   * Objects with methods marked {@link dev.recap.tool.Tool}, and {@link
   * dev.recap.tool.ForeignTool}s. May be called repeatedly; together they are one set.
   */
  public AgentBuilder tools(Object... owners) {
    toolOwners.addAll(List.of(owners));
    return this;
  }

  /**
   * Tools of another kind, or annotated ones with other time limits, after those of {@link #tools}.
   * May be called repeatedly.
   */
  public AgentBuilder toolbox(Toolbox tools) {
    toolboxes.add(Objects.requireNonNull(tools, "toolbox"));
    return this;
  }

  public AgentBuilder compaction(Compaction policy) {
    this.compaction = Objects.requireNonNull(policy, "compaction");
    return this;
  }

  /**
   * Takes away the tool {@code recall}, with which the model can ask for the original of what a
   * compaction has dropped. It is there from the first request on, unless nothing can be dropped.
   */
  public AgentBuilder withoutRecall() {
    this.recall = false;
    return this;
  }

  public AgentBuilder limits(Limits most) {
    this.limits = Objects.requireNonNull(most, "limits");
    return this;
  }

  /**
   * Calls that need a person's yes, besides those of tools that say so themselves. May be called
   * repeatedly; one policy that says so is enough.
   */
  public AgentBuilder approve(Approval policy) {
    this.approval = approval.or(Objects.requireNonNull(policy, "policy"));
    return this;
  }

  /**
   * How long a call that needs a person's yes waits for it; after that it is answered as not
   * executed. Without this it waits for as long as it takes.
   */
  public AgentBuilder approveWithin(Duration time) {
    if (!time.isPositive()) {
      throw new IllegalArgumentException("approvals need time, but have " + time);
    }
    this.approveWithin = time;
    return this;
  }

  /**
   * Lets a run pause as soon as a call's outcome is unknown. Without this the work on other items
   * goes on, and the run pauses when the agent yields.
   */
  public AgentBuilder pauseAtOnce() {
    this.pausesAtOnce = true;
    return this;
  }

  /** A final answer counts only when this check finds nothing left; may be called repeatedly. */
  public AgentBuilder until(Check check) {
    this.checks.add(Objects.requireNonNull(check, "check"));
    return this;
  }

  /** May be called repeatedly. */
  public AgentBuilder listener(RunListener listener) {
    this.listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * The most tokens of one reply, thinking included; the model's own limit unless it is said. A
   * reply that thought to this limit is asked for once more, up to the model's own.
   */
  public AgentBuilder maxOutputTokens(int tokens) {
    this.maxOutputTokens = tokens;
    return this;
  }

  /** How the model is asked; left to its provider unless it is said. */
  public AgentBuilder options(ModelOptions how) {
    this.options = Objects.requireNonNull(how, "options");
    return this;
  }

  /**
   * More words, in any case, by which a failure of the model says that the prompt does not fit: the
   * view is then compacted and the model asked once more. Those of the better known providers and
   * gateways need no mention. May be called repeatedly.
   */
  public AgentBuilder overflowWords(String... words) {
    for (String word : words) {
      if (word.isBlank()) {
        throw new IllegalArgumentException("blank words are in every failure");
      }
      overflowWords.add(word);
    }
    return this;
  }

  /** Where the times in the journal come from. */
  public AgentBuilder clock(InstantSource source) {
    this.clock = Objects.requireNonNull(source, "clock");
    return this;
  }

  /** Where run ids come from; each must be new among all runs that use the same tools. */
  public AgentBuilder runIds(Supplier<String> ids) {
    this.runIds = Objects.requireNonNull(ids, "runIds");
    return this;
  }

  /**
   * Makes the agent.
   *
   * @throws IllegalArgumentException when something cannot work: two tools share a name, a tool
   *     leaves open what counts, there is a limit in money for a model of unknown prices, the model
   *     does not take an option, or tools, instructions and reply do not fit the model's window
   */
  public Agent build() {
    if (limits.inMoney()) {
      checkPrices(model);
      compaction.summarizer().other().ifPresent(this::checkPrices);
    }
    List<Toolbox> all = new ArrayList<>();
    all.add(Tools.of(toolOwners.toArray()));
    all.addAll(toolboxes);
    boolean recalls = recall && !compaction.stages().isEmpty();
    if (recalls) {
      if (all.stream().anyMatch(tools -> tools.declaration(Recall.NAME).isPresent())) {
        throw new IllegalArgumentException(
            "a tool is named 'recall', as the runtime's own, which returns what has left the view:"
                + " rename it, or switch that off by withoutRecall()");
      }
      all.add(Recall.toolbox());
    }
    Toolbox tools = Toolbox.of(all.toArray(Toolbox[]::new));
    model.profile().check(options);
    String recallTool = recalls ? Recall.NAME : "";
    var frame = new RequestFrame(instructions, tools.specs(), maxOutputTokens, options, recallTool);
    checkWindow(frame);
    var rules =
        new Setup.Rules(
            compaction,
            limits,
            List.copyOf(checks),
            approval,
            approveWithin,
            new Overflow(overflowWords),
            pausesAtOnce);
    return new Agent(new Setup(model, tools, frame, rules, clock), List.of(), listeners, runIds);
  }

  private void checkWindow(RequestFrame frame) {
    int window = model.profile().windowTokens();
    if (frame.tokens() + maxOutputTokens >= window) {
      throw new IllegalArgumentException(
          "tools and instructions take about %d tokens and a reply up to %d, but the window of model '%s' has %d"
              .formatted(frame.tokens(), maxOutputTokens, model.profile().name(), window));
    }
  }

  private void checkPrices(Model priced) {
    if (priced.profile().knownPrices().isEmpty()) {
      throw new IllegalArgumentException(
          "there is a limit of %s dollars, but the prices of model '%s' are not known"
              .formatted(limits.dollars(), priced.profile().name()));
    }
  }
}
