package dev.recap.simulator.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A call and what it got. */
public record Exchange(Block.Call call, Block.Result result) {
  /** The calls of a conversation that have a result, in the order of the calls. */
  public static Stream<Exchange> in(List<Message> messages) {
    return IntStream.range(1, messages.size())
        .boxed()
        .flatMap(i -> between(messages.get(i - 1), messages.get(i)));
  }

  /** The calls of a message that the next one answers, in the order of the calls. */
  public static Stream<Exchange> between(Message asking, Message answer) {
    Map<String, Block.Result> results = new HashMap<>();
    answer.results().forEach(result -> results.put(result.callId(), result));
    return asking
        .calls()
        .flatMap(call ->
            Stream.ofNullable(results.get(call.id())).map(result -> new Exchange(call, result)));
  }
}
