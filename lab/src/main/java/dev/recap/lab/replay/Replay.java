package dev.recap.lab.replay;

import dev.recap.compaction.Compaction;
import dev.recap.compactor.Compactor;
import dev.recap.conversation.Message;
import dev.recap.conversation.Usage;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.model.ModelRequest.Breakpoint;
import dev.recap.projection.ProjectedJournal;
import dev.recap.projection.RequestFrame;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Plays one recorded run under one policy. */
final class Replay {
  private static final InstantSource NO_CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final ReplayBench bench;

  Replay(ReplayBench bench) {
    this.bench = bench;
  }

  /**
   * What came of it.
   *
   * @param compactions rewrites of the view that were recorded; others shorten each request anew
   */
  record Played(Tally tally, int compactions) {}

  /** A request of the run as it was, and the reply to it. */
  record Exchange(ModelRequest whole, Replied replied) {}

  /** Each request as it would be with nothing left out. */
  List<Exchange> exchanges() {
    RequestFrame frame = bench.frame(List.of());
    var journal = new ProjectedJournal(Journal.inMemory(), frame.tokens(), entry -> {});
    List<Exchange> exchanges = new ArrayList<>();
    for (Entry entry : bench.run().entries()) {
      if (entry instanceof Replied replied) {
        exchanges.add(new Exchange(frame.request(journal.view()), replied));
      }
      journal.append(entry);
    }
    return exchanges;
  }

  /** As others shorten. */
  Played as(PeerPolicy peer, List<Exchange> exchanges) {
    RequestFrame frame = bench.frame(List.of());
    var tally = new Tally(bench, fixedTokens(frame));
    for (Exchange exchange : exchanges) {
      List<Message> messages = peer.shortened(exchange.whole().messages());
      tally.exchange(
          request(messages, frame),
          exchange.replied().reply().content(),
          exchange.replied().turn(),
          (call, inView) -> "");
    }
    return new Played(tally, 0);
  }

  /** As we compact, with the view and the stages of the core. */
  Played as(Compaction compaction, Supplier<String> summaries) {
    RequestFrame frame = bench.frame(Recalling.tool(compaction));
    var tally = new Tally(bench, fixedTokens(frame));
    var model = new StandIn(bench.profile(), summaries, tally);
    var compactor = new Compactor(compaction, frame, model, NO_CLOCK);
    int[] compactions = {0};
    var journal =
        new ProjectedJournal(
            Journal.inMemory(),
            frame.tokens(),
            entry -> compactions[0] += entry instanceof Compacted ? 1 : 0);
    for (Entry entry : bench.run().entries()) {
      journal.append(
          entry instanceof Replied replied
              ? played(replied, journal, compactor, frame, tally)
              : entry);
    }
    return new Played(tally, compactions[0]);
  }

  /** The reply as it was, to the prompt as it would have been. */
  private Replied played(
      Replied replied,
      ProjectedJournal journal,
      Compactor compactor,
      RequestFrame frame,
      Tally tally) {
    compactor.beforeRequest(journal);
    ModelReply reply = replied.reply();
    Usage usage =
        tally.exchange(
            frame.request(journal.view()),
            reply.content(),
            replied.turn(),
            (call, inView) -> Recalling.answer(call, inView, journal.entries(), journal.view()));
    return new Replied(
        replied.turn(),
        new ModelReply(reply.content(), reply.stopReason(), usage, reply.requestId()),
        replied.at());
  }

  private long fixedTokens(RequestFrame frame) {
    return bench.counts().fixed(frame.instructions(), frame.tools());
  }

  /** With breakpoints where ours are: the first message, the end of the one before, the end. */
  static ModelRequest request(List<Message> messages, RequestFrame frame) {
    Set<Breakpoint> at = new LinkedHashSet<>();
    at.add(endOf(messages, 0));
    at.add(endOf(messages, Math.max(0, messages.size() - 3)));
    at.add(endOf(messages, messages.size() - 1));
    return new ModelRequest(
        frame.instructions(), frame.tools(), messages, at, frame.maxOutputTokens());
  }

  private static Breakpoint endOf(List<Message> messages, int message) {
    return new Breakpoint(message, messages.get(message).content().size() - 1);
  }
}
