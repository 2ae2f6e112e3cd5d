package dev.recap.projection;

import dev.recap.bytes.Packer;
import dev.recap.bytes.Unpacker;
import dev.recap.journal.Journal;
import dev.recap.ledger.Ledger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the projections of a journal were just before one of its replies. Whoever has it, and reads
 * the journal from that reply on, has what the whole journal gives.
 *
 * @param size entries before the reply
 * @param heard what the listener had made of them
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares snapshots, or changes one.
record Snapshot(
    long size,
    Ledger ledger,
    View view,
    Breaker breaker,
    Pace pace,
    int turnOfLastAsk,
    byte[] heard) {
  /**
   * Of the bytes and of what is projected: another release that makes something else of the same
   * entries has another one, and what an earlier one kept is made anew.
   */
  static final int VERSION = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

  /** Whether it can be kept: images and documents stay with the journal. */
  boolean fits() {
    return PackedView.fits(view.state);
  }

  /**
   * As bytes, in pieces that stand in memory once, however large the ledger is.
   *
   * @param empty the view before anything was said, on which all later ones depend
   */
  List<byte[]> packed(View empty) {
    Packer to = new Packer().number(VERSION).bytes(packed(empty.state)).bytes(packed(view.state));
    to.pieces(ledger.packed());
    to.each(
        breaker.shortfalls().entrySet(),
        one -> to.text(one.getKey()).number(one.getValue().times()).number(one.getValue().below()));
    to.maybe(
        breaker.claim(),
        claim -> to.each(claim.stages(), to::text).number(claim.before()).number(claim.gain()));
    to.number(pace.turnsSinceRewrite()).number(pace.lastPrompt()).number(pace.grown());
    to.number(pace.comparisons()).number(pace.summaryTokens());
    return to.number(turnOfLastAsk).bytes(heard).pieces();
  }

  /** What was packed; empty where another release did it, or on another empty view. */
  static Optional<Snapshot> unpacked(Journal.Snapshot kept, View empty) {
    try {
      var from = new Unpacker(kept.bytes());
      if (from.number() != VERSION || !Arrays.equals(from.bytes(), packed(empty.state))) {
        return Optional.empty();
      }
      View view = View.of(PackedView.read(new Unpacker(from.bytes())));
      Ledger ledger = Ledger.unpacked(from.bytes());
      Breaker breaker = breaker(from);
      var pace = new Pace(from.small(), from.number(), from.number(), from.small(), from.number());
      return Optional.of(
          new Snapshot(kept.size(), ledger, view, breaker, pace, from.small(), from.bytes()));
    } catch (RuntimeException e) {
      LOG.warn("a snapshot cannot be read, so the whole journal is: {}", e.toString());
      return Optional.empty();
    }
  }

  private static byte[] packed(ViewState view) {
    var to = new Packer();
    PackedView.write(view, to);
    return to.bytes();
  }

  private static Breaker breaker(Unpacker from) {
    PMap<String, Breaker.Shortfall> shortfalls = HashTreePMap.empty();
    for (int left = from.small(); left > 0; left--) {
      shortfalls = shortfalls.plus(from.text(), new Breaker.Shortfall(from.small(), from.number()));
    }
    return new Breaker(
        shortfalls,
        from.maybe(() ->
            new Breaker.Claim(
                HashTreePSet.from(from.each(from::text)), from.number(), from.number())));
  }
}
