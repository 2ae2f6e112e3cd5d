package dev.recap.erasure;

import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.erasure.Belonging.Place;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.Decided;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.ItemChange.ItemBegun;
import dev.recap.journal.ItemChange.ItemClosed;
import dev.recap.journal.ItemChange.ItemOpened;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.RunStarted;
import dev.recap.journal.Settled;
import dev.recap.journal.SummaryAsked;
import dev.recap.journal.SummaryAsked.Written;
import dev.recap.journal.ThinkingVoided;
import dev.recap.journal.UserSaid;
import dev.recap.journal.Waiting;
import dev.recap.journal.Weighed;
import dev.recap.ledger.Ledger;
import dev.recap.model.ModelReply;
import dev.recap.work.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes each entry of a journal anew: with a tombstone for every text of the item, and with its
 * new name wherever its key stood. In order, as the lines of a head are written from what the
 * ledger says by then.
 */
final class Tombstones {
  /** Stands for a text. */
  static final String ERASED = "[erased]";

  private static final String NO_TOOL = "erased_tool";
  private static final String NO_ARGUMENTS = "{}";
  private static final int LONGEST_NAME = 120;

  private final Names names;
  private final Traces traces;
  private final Set<String> tools;
  private Ledger ledger = Ledger.empty();
  private int turn;
  private long sequence;

  /**
   * For one journal.
   *
   * @param tools the names of tools that ran; any other is a text of the model's
   */
  Tombstones(Names names, Traces traces, Set<String> tools) {
    this.names = names;
    this.traces = traces;
    this.tools = tools;
  }

  Entry next(Entry entry) {
    if (entry instanceof Replied replied) {
      turn = replied.turn();
    }
    Entry written = written(entry);
    ledger = ledger.after(written);
    sequence++;
    return written;
  }

  private Entry written(Entry entry) {
    return switch (entry) {
      case RunStarted(var runId, var at, var prompt) ->
          new RunStarted(names.text(runId), at, prompt);
      case UserSaid said ->
          new UserSaid(names.text(said.text()), said.pinned(), shown(said.media()));
      case Replied(var number, var reply, var at) -> new Replied(number, reply(reply), at);
      case Waiting waiting -> waiting(waiting);
      case Decided decided -> decided(decided);
      case Intended intended -> intended(intended);
      case Answered answered -> answered(answered);
      case Settled settled -> settled(settled);
      case SummaryAsked asked -> asked(asked);
      case Compacted compacted ->
          new Heads(names, traces, ledger).written(compacted, traces.seen(sequence));
      case Weighed(var stage, var done, var worth, var words) ->
          new Weighed(stage, done, worth, names.text(words));
      case ThinkingVoided voided -> voided;
      case RunEnded ended -> ended;
      case Entry.Erased erased -> erased;
    };
  }

  private boolean isAbout(String callId) {
    return traces.isAbout(new Place(turn, callId));
  }

  /** A text that goes; where there was none there is none. */
  static String gone(String text) {
    return text.isBlank() ? text : ERASED;
  }

  private String text(String text, boolean goes) {
    return goes ? gone(text) : names.text(text);
  }

  private List<Media> shown(List<Media> media) {
    return media.stream().map(this::renamed).toList();
  }

  private Media renamed(Media media) {
    String name = names.text(media.name());
    return media.named(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
  }

  private ModelReply reply(ModelReply reply) {
    boolean goes = traces.speaksIn(turn);
    List<Block> content = new ArrayList<>();
    for (Block block : reply.content()) {
      switch (block) {
        case Text(var text) -> content.add(new Text(text(text, goes)));
        case Media media -> {
          if (!goes) {
            content.add(renamed(media));
          }
        }
        case ToolCall call -> content.add(call(call));
        case ToolResult result -> {
          if (!goes) {
            content.add(result(result));
          }
        }
        case Opaque opaque -> {
          // Signed as it is: it stands byte for byte or not at all.
          if (!goes && !names.in(opaque.json())) {
            content.add(opaque);
          }
        }
      }
    }
    return new ModelReply(
        content,
        reply.stopReason(),
        reply.usage(),
        reply.requestId(),
        details(reply.details(), goes));
  }

  private ModelReply.@Nullable Details details(ModelReply.@Nullable Details told, boolean goes) {
    if (told == null || told.refusal() == null) {
      return told;
    }
    String refusal = goes ? null : names.text(told.refusal());
    return new ModelReply.Details(told.model(), told.dropped(), refusal);
  }

  private ToolCall call(ToolCall call) {
    if (!isAbout(call.id())) {
      return new ToolCall(call.id(), tool(call.tool()), names.text(call.arguments()));
    }
    return new ToolCall(
        call.id(), tools.contains(call.tool()) ? call.tool() : NO_TOOL, NO_ARGUMENTS);
  }

  /** What a model calls by a name that no tool has. */
  private String tool(String name) {
    return tools.contains(name) ? name : names.text(name);
  }

  private ToolResult result(ToolResult result) {
    return new ToolResult(
        result.callId(), names.text(result.content()), result.error(), shown(result.media()));
  }

  private Waiting waiting(Waiting waiting) {
    boolean goes = traces.isAbout(new Place(waiting.turn(), waiting.callId()));
    return new Waiting(
        waiting.turn(),
        waiting.callId(),
        waiting.tool(),
        goes ? NO_ARGUMENTS : names.text(waiting.arguments()),
        waiting.expires());
  }

  private Decided decided(Decided decided) {
    Decided.Word word = decided.word();
    boolean goes = traces.isAbout(new Place(decided.turn(), decided.callId()));
    String reason = text(word.reason(), goes);
    return new Decided(
        decided.turn(),
        decided.callId(),
        new Decided.Word(word.approved(), reason, names.text(word.by()), word.at()));
  }

  private Intended intended(Intended intended) {
    boolean goes = isAbout(intended.callId());
    String part = intended.part();
    return new Intended(
        intended.callId(),
        intended.tool(),
        intended.effect(),
        goes ? names.of(intended.key()) : intended.key(),
        intended.opening() == null ? null : names.of(intended.opening()),
        part == null ? null : goes ? names.part(part) : names.text(part),
        intended.at());
  }

  private Answered answered(Answered answered) {
    boolean goes = isAbout(answered.callId());
    ToolResult result = answered.result();
    return new Answered(
        goes
            ? new ToolResult(result.callId(), gone(result.content()), result.error())
            : result(result),
        text(answered.whole(), goes),
        answered.standing(),
        answered.about() == null ? null : names.of(answered.about()),
        change(answered.change(), goes));
  }

  private Settled settled(Settled settled) {
    Settled.Subject about = settled.subject();
    boolean goes = traces.isAbout(new Place(about.turn(), about.callId()));
    return new Settled(
        goes ? new Settled.Subject(names.of(about.key()), about.callId(), about.turn()) : about,
        settled.outcome(),
        text(settled.receipt(), goes),
        settled.how(),
        change(settled.change(), goes));
  }

  private @Nullable ItemChange change(@Nullable ItemChange change, boolean goes) {
    return switch (change) {
      case ItemOpened(var opening, var closings) -> new ItemOpened(names.of(opening), closings);
      case ItemBegun(var opening, var closings) -> new ItemBegun(names.of(opening), closings);
      case ItemClosed(var opening, var facts) ->
          new ItemClosed(
              names.of(opening), goes ? List.of() : facts.stream().map(this::fact).toList());
      case null -> null;
    };
  }

  private Fact fact(Fact fact) {
    return new Fact(names.text(fact.name()), names.text(fact.value()), fact.kind());
  }

  private SummaryAsked asked(SummaryAsked asked) {
    boolean goes = traces.hasSummary(sequence);
    Written written = asked.written();
    boolean signed = written.block() != null && (goes || names.in(written.block().json()));
    String text = signed ? ERASED : text(written.text(), goes);
    return new SummaryAsked(
        asked.tokensInView(),
        new Written(text, signed ? null : written.block()),
        asked.rejected() == null ? null : names.text(asked.rejected()),
        asked.usage(),
        asked.took(),
        asked.writer());
  }
}
