package dev.recap.lab.retail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.recap.tool.CallContext;
import dev.recap.tool.ToolFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers the calls of one play at the shop, one at a time, by the shop's rules. Where a rule needs
 * what the trace never showed, it answers as was recorded; where the recorded service was away, it
 * is away again.
 */
final class ShopClerk {
  private final Shop shop;
  private final RetailTrace trace;
  private final Set<String> done = new HashSet<>();
  private int repeated;
  private int outages;
  private final List<String> unseen = new ArrayList<>();

  ShopClerk(Shop shop, RetailTrace trace) {
    this.shop = shop;
    this.trace = trace;
  }

  /** What a tool does at the shop. A {@link ToolFailure} refuses, and then nothing has changed. */
  @FunctionalInterface
  interface Rule {
    JsonNode at(Shop shop);
  }

  /**
   * How calls were answered.
   *
   * @param repeated once-only effects that a call ran for again after they had happened
   * @param outages because the recorded service was away
   * @param unseen what a rule needed and the trace had never shown, once for each call that was
   *     answered as recorded
   */
  record Counts(int repeated, int outages, List<String> unseen) {}

  /** Answers a call that may be repeated. */
  synchronized String answer(CallContext call, Rule rule) {
    Optional<TraceCall> recorded = trace.call(call.callId());
    if (recorded.filter(TraceCall::isOutage).isPresent()) {
      outages++;
      throw new ToolFailure(recorded.get().result());
    }
    try {
      JsonNode shown = rule.at(shop);
      return shown.isTextual() ? shown.textValue() : shown.toString();
    } catch (Shop.NotSeen unknown) {
      unseen.add(unknown.thing);
      return asRecorded(recorded.orElseThrow(unknown::refusal));
    }
  }

  /** Answers a call whose effect happens once. */
  synchronized String once(CallContext call, Rule rule) {
    String effect = call.tool() + call.arguments();
    if (done.contains(effect)) {
      repeated++;
    }
    String shown = answer(call, rule);
    done.add(effect);
    return shown;
  }

  synchronized Counts counts() {
    return new Counts(repeated, outages, List.copyOf(unseen));
  }

  /** A refusal in the manner of the recorded tools. */
  static ToolFailure refusal(String why) {
    return new ToolFailure(TraceCall.ERROR + " " + why);
  }

  private String asRecorded(TraceCall recorded) {
    if (recorded.error()) {
      throw new ToolFailure(recorded.result());
    }
    Shown.by(recorded).ifPresent(shop::put);
    return recorded.result();
  }
}
