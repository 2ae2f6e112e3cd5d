package dev.recap.lab.crashes;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.lab.crashes.Call.Step;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.testing.Replies;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The model: fixed rules that know only what the request says. It pays each invoice and closes it,
 * as many at once as the schedule wants. It is not careful: what was refused it tries once more,
 * and what it is told of an invoice makes it try to close it. That nothing happens twice is up to
 * the runtime.
 */
record Clerk(Work work, Life life, Requests requests) implements Model {
  /** Names no invoice, so that what names one is news. */
  static final String TASK = "Pay all invoices, numbers 1 to %d, and close each.";

  private static final int WINDOW = 1_000_000;

  /** What was last heard of an invoice. */
  private enum News {
    NOTHING,
    PAID,
    REFUSED,
    REFUSED_AGAIN,
    TOLD,
    NOT_CLOSED,
    CLOSED
  }

  @Override
  public ModelProfile profile() {
    return new ModelProfile("clerk", WINDOW, 0, null);
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    life.check();
    requests.ask(request.messages());
    Map<Integer, News> heard = heard(request.messages());
    List<Call> next =
        IntStream.rangeClosed(1, work.invoices())
            .mapToObj(invoice -> next(invoice, heard.getOrDefault(invoice, News.NOTHING)))
            .flatMap(Optional::stream)
            .limit(work.calls().atOnce())
            .toList();
    if (next.isEmpty()) {
      return Replies.saying("All that could be done is done.").using(1, 1).reply();
    }
    Replies reply = Replies.saying("On it.");
    int seen = request.messages().hashCode();
    next.forEach(call ->
        reply.and(
            new ToolCall(
                "%s-%08x".formatted(call, seen),
                work.tool(call.step()),
                "{\"invoice\":\"%s\"}".formatted(call.item()))));
    return reply.stopping(ModelReply.StopReason.TOOL_USE).using(1, 1).reply();
  }

  private static Optional<Call> next(int invoice, News news) {
    return switch (news) {
      case NOTHING, REFUSED, NOT_CLOSED -> Optional.of(new Call(Step.PAY, invoice));
      case PAID, TOLD -> Optional.of(new Call(Step.CLOSE, invoice));
      case REFUSED_AGAIN, CLOSED -> Optional.empty();
    };
  }

  private Map<Integer, News> heard(List<Message> messages) {
    Map<Integer, News> heard = new HashMap<>();
    Map<String, Call> calls = new HashMap<>();
    for (int at = 0; at < messages.size(); at++) {
      boolean head = at == 0;
      for (Block block : messages.get(at).content()) {
        switch (block) {
          case ToolCall call ->
              calls.put(
                  call.id(),
                  Call.of(
                      call.tool().equals("close") ? Step.CLOSE : Step.PAY,
                      call.arguments().replaceAll("[^A-Z0-9-]", "")));
          case ToolResult result -> {
            Call call = Objects.requireNonNull(calls.get(result.callId()), result.callId());
            heard.merge(call.invoice(), result(call, result.error()), Clerk::after);
          }
          case Text text -> told(text.text(), head ? News.CLOSED : News.TOLD, heard);
          default -> {}
        }
      }
    }
    return heard;
  }

  private static News result(Call call, boolean error) {
    return switch (call.step()) {
      case PAY -> error ? News.REFUSED : News.PAID;
      case CLOSE -> error ? News.NOT_CLOSED : News.CLOSED;
    };
  }

  /** What the head says of a closed invoice holds whatever is left of its turns behind it. */
  private static News after(News before, News now) {
    if (before == News.CLOSED) {
      return before;
    }
    boolean again = before == News.REFUSED || before == News.REFUSED_AGAIN;
    return now == News.REFUSED && again ? News.REFUSED_AGAIN : now;
  }

  /**
   * The head has lines of closed invoices, and one for all of them when the last is closed;
   * elsewhere a remark says what became of one.
   */
  private void told(String text, News news, Map<Integer, News> heard) {
    boolean all = text.endsWith("closed earlier (%d).".formatted(work.invoices()));
    IntStream.rangeClosed(1, work.invoices())
        .filter(invoice -> all || text.contains(Call.item(invoice)))
        .forEach(invoice -> heard.merge(invoice, news, Clerk::after));
  }
}
