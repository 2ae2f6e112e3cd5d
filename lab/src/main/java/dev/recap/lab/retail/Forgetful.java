package dev.recap.lab.retail;

import dev.recap.conversation.Block;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.Usage;
import dev.recap.lab.retail.RetailTrace.Said;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelReply.StopReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recorded conversation whose model has forgotten what it did: after each reply that changed
 * something it makes all changing calls so far again, in their order and under other ids.
 */
final class Forgetful {
  private final RetailTrace trace;
  private final Map<String, TraceCall> calls;
  private final List<TraceCall> changes = new ArrayList<>();

  private Forgetful(RetailTrace trace) {
    this.trace = trace;
    this.calls = new LinkedHashMap<>(trace.calls());
  }

  /** The conversation with the calls that are made again. */
  static RetailTrace of(RetailTrace trace) {
    var forgetful = new Forgetful(trace);
    List<Said> said = trace.said().stream().map(forgetful::said).toList();
    return new RetailTrace(trace.id(), trace.model(), trace.instructions(), said, forgetful.calls);
  }

  private Said said(Said words) {
    List<ModelReply> replies = new ArrayList<>();
    for (ModelReply reply : words.replies()) {
      replies.add(reply);
      List<TraceCall> more =
          reply.calls().stream()
              .flatMap(call -> trace.call(call.id()).stream())
              .filter(TraceCall::changed)
              .toList();
      changes.addAll(more);
      if (!more.isEmpty()) {
        List<Block> again = changes.stream().map(this::again).toList();
        replies.add(new ModelReply(again, StopReason.TOOL_USE, Usage.NONE, ""));
      }
    }
    return new Said(words.text(), replies);
  }

  private Block again(TraceCall recorded) {
    String id = recorded.call().id();
    while (calls.containsKey(id)) {
      id += "_again";
    }
    var call = new ToolCall(id, recorded.call().tool(), recorded.call().arguments());
    calls.put(id, new TraceCall(call, recorded.result(), false, true));
    return call;
  }
}
