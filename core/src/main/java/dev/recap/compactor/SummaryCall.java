package dev.recap.compactor;

import dev.recap.compaction.Compaction.Redaction;
import dev.recap.compaction.Compaction.Summarizer;
import dev.recap.compaction.Stage.Proposal.Ask;
import dev.recap.conversation.Block;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Usage;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.SummaryAsked.Written;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelOptions;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.RequestFrame;
import dev.recap.projection.View;
import dev.recap.words.TokenEstimate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for a summary, not too often, and says what is wrong with the reply. A failure never costs
 * the run.
 */
final class SummaryCall {
  private static final Logger LOG = LoggerFactory.getLogger(SummaryCall.class);

  /** Turns between two summaries, unless the view has outgrown its threshold by a lot. */
  private static final int LEAST_DISTANCE = 4;

  private static final String EMPTY = "empty";

  /** A view that fills so much of the agent's window with a reply waits no longer either. */
  private static final double MOST_OF_THE_WINDOW = 0.8;

  private final RequestFrame frame;
  private final int ownWindow;
  private final Model model;
  private final Summarizer summarizer;
  private final InstantSource clock;

  /**
   * A call.
   *
   * @param own the agent's model, which writes unless there is another
   */
  SummaryCall(RequestFrame frame, Model own, Summarizer summarizer, InstantSource clock) {
    this.frame = frame;
    this.ownWindow = own.profile().windowTokens();
    this.model = summarizer.other().orElse(own);
    this.summarizer = summarizer;
    this.clock = clock;
  }

  /**
   * What came back.
   *
   * @param written for the record
   * @param inView for the view
   * @param objection why it cannot be used; empty when it can
   * @param failure what the provider refused the request with; null for anything else
   */
  record Taken(
      Written written,
      Written inView,
      String objection,
      Usage usage,
      Duration took,
      @Nullable ModelException failure) {
    Taken(Written written, Written inView, String objection, Usage usage, Duration took) {
      this(written, inView, objection, usage, took, null);
    }

    static Taken nothing(String objection, Usage usage, Duration took) {
      return new Taken(Written.NOTHING, Written.NOTHING, objection, usage, took);
    }
  }

  /** Whether the view has grown enough since the last summary was asked for. */
  boolean isDue(ProjectedJournal journal, Demand demand) {
    View view = journal.view();
    if (demand.isForced()) {
      return true;
    }
    // A large message that has just come says nothing for asking: it cannot leave yet.
    if (view.usedBesidesNewest() < view.askMark()) {
      LOG.debug("no summary is asked for until the view has {} tokens", view.askMark());
      return false;
    }
    return !isSoonAfterOne(journal) || isPressing(view, demand);
  }

  /** Whether a summary was asked for a moment ago. */
  static boolean isSoonAfterOne(ProjectedJournal journal) {
    return journal.view().askMark() > 0 && journal.turnsSinceAsk() < LEAST_DISTANCE;
  }

  private boolean isPressing(View view, Demand demand) {
    long grownFrom = Math.max(demand.thresholdTokens(), view.askMark());
    return view.usedBesidesNewest() >= grownFrom * Candidate.OUTGROWN
        || view.usedTokens() + frame.maxOutputTokens() >= ownWindow * MOST_OF_THE_WINDOW;
  }

  /** Why this cannot be asked for; empty when it can, and fits who writes. */
  Optional<String> misfit(View view, Ask ask) {
    if (ask.isProviders()) {
      Optional<String> amiss = noneOfTheProviders();
      if (amiss.isPresent()) {
        return amiss;
      }
    }
    int window = model.profile().windowTokens();
    String instruction = ask.instruction() == null ? "" : ask.instruction();
    long prompt = view.usedTokens() + TokenEstimate.of(instruction);
    return prompt + frame.maxOutputTokens() <= window
        ? Optional.empty()
        : Optional.of(
            "a summary request of about %d tokens and %d of output do not fit the window of %d"
                .formatted(prompt, frame.maxOutputTokens(), window));
  }

  private Optional<String> noneOfTheProviders() {
    if (summarizer.other().isPresent()) {
      return Optional.of("another model writes summaries");
    }
    if (!summarizer.redaction().equals(Redaction.NONE)) {
      return Optional.of("a redaction is set, and a provider's own summary cannot be redacted");
    }
    return model.profile().compacts()
        ? Optional.empty()
        : Optional.of("model '%s' has no summary of its own".formatted(model.profile().name()));
  }

  /**
   * Asks and waits.
   *
   * @throws ModelException only when the thread was interrupted
   */
  Taken take(View view, Ask ask) {
    Instant from = clock.instant();
    ModelRequest request = frame.summaryRequest(view, ask.staying(), ask.instruction());
    try {
      request = redacted(request);
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      // Without its message, which may hold the very text that was to be hidden.
      LOG.warn(
          "no summary was asked for: the redaction failed with {}", failure.getClass().getName());
      return Taken.nothing("not asked: the redaction failed", Usage.NONE, since(from));
    }
    try {
      ModelReply reply = Objects.requireNonNull(model.ask(request), "the reply is null");
      return judged(reply, since(from));
    } catch (ModelException failure) {
      if (failure.category() == ModelException.Category.INTERRUPTED) {
        throw failure;
      }
      String objection = "failed: " + failure.getMessage();
      return new Taken(
          Written.NOTHING, Written.NOTHING, objection, Usage.NONE, since(from), failure);
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      LOG.warn("a model that was to summarize threw; the run goes on", failure);
      return Taken.nothing("failed: " + failure, Usage.NONE, since(from));
    }
  }

  /** What goes on record of it. */
  SummaryAsked asked(View view, Taken taken, String objection) {
    return new SummaryAsked(
        view.usedTokens(),
        taken.written(),
        objection.isEmpty() ? null : objection,
        taken.usage(),
        taken.took(),
        summarizer.other().map(other -> other.profile().name()).orElse(null));
  }

  private Taken judged(ModelReply reply, Duration took) {
    @Nullable Opaque block = reply.text().isBlank() && isTheAgents() ? ownBlock(reply) : null;
    try {
      var written = new Written(RedactedRequest.text(summarizer.redaction(), reply.text()), block);
      String objection = objection(reply, written);
      if (!objection.isEmpty()) {
        return new Taken(written, written, objection, reply.usage(), took);
      }
      String filtered = block == null ? summarizer.filter().apply(written.text()) : written.text();
      var inView = new Written(filtered, block);
      return new Taken(written, inView, inView.isEmpty() ? EMPTY : "", reply.usage(), took);
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      LOG.warn(
          "a summary was dropped: its redaction or filter threw {}", failure.getClass().getName());
      return Taken.nothing("its redaction or filter failed", reply.usage(), took);
    }
  }

  /** A provider's summary of its own making, which is no text. */
  private static @Nullable Opaque ownBlock(ModelReply reply) {
    for (Block block : reply.content()) {
      if (block instanceof Opaque opaque && !opaque.isThinking()) {
        return opaque;
      }
    }
    return null;
  }

  /** Whether the agent's own model writes, and of what it is sent itself. */
  private boolean isTheAgents() {
    return summarizer.redaction().equals(Redaction.NONE) && summarizer.other().isEmpty();
  }

  private ModelRequest redacted(ModelRequest request) {
    return isTheAgents()
        ? request
        : RedactedRequest.of(
            request,
            summarizer.redaction(),
            summarizer.other().isPresent() ? ModelOptions.NONE : request.options());
  }

  private Duration since(Instant from) {
    return Duration.between(from, clock.instant());
  }

  private static String objection(ModelReply reply, Written written) {
    String ended =
        switch (reply.stopReason()) {
          case END_TURN, STOP_SEQUENCE -> "";
          case TOOL_USE -> "called a tool instead";
          case MAX_TOKENS -> "truncated at the output limit";
          case REFUSAL -> "refused by the model";
          case PAUSE_TURN -> "paused before it was whole";
          case WINDOW_EXCEEDED -> "cut off at the end of the window";
        };
    if (!ended.isEmpty()) {
      return ended;
    }
    if (!reply.calls().isEmpty()) {
      return "called a tool instead";
    }
    return written.isEmpty() ? EMPTY : "";
  }
}
