package dev.recap.simulator.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.recap.simulator.SummaryMode;
import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.wire.ApiError;
import dev.recap.simulator.wire.ApiException;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.Optional;

/** Answers a request for a summary in one of the modes. */
final class Summaries {
  private static final String THINKING =
      "I go through the conversation from its beginning and keep what the work needs.";
  private static final double STOPS_AT = 0.45;

  private final TokenCounter counter;

  Summaries(TokenCounter counter) {
    this.counter = counter;
  }

  Reply of(MessagesRequest request, SummaryAsk ask, SummaryMode mode, Work work) {
    return switch (mode) {
      case FAITHFUL -> Reply.text(faithful(request, ask, work));
      case AMNESIAC -> Reply.text(ask.wrapped(Phrases.of("amnesiac summary").getFirst()));
      case LYING -> Reply.text(lying(request, ask, work));
      case TRUNCATED -> truncated(faithful(request, ask, work));
      case EMPTY -> Reply.text("");
      case THINKING_FIRST -> Reply.text(faithful(request, ask, work)).after(THINKING);
      case VERBOSE -> Reply.text(verbose(request, faithful(request, ask, work)));
      case PARROTING -> Reply.text(work.tell(request, ask).parroting());
      case HTTP_400 ->
          throw ApiException.invalid("messages: no summary of this conversation can be written");
      case HTTP_529 -> throw overloaded(request.asksForCompaction());
      case TIME_OUT ->
          throw new ApiException(ApiError.of(504, "timeout_error", "Request timed out"));
    };
  }

  private static ApiException overloaded(boolean onDemand) {
    Optional<String> code = Optional.of("compaction_unavailable").filter(any -> onDemand);
    return new ApiException(new ApiError(529, "overloaded_error", "Overloaded", code));
  }

  /** The thinking a summary begins with where the request asks for thinking. */
  static String thinking() {
    return THINKING;
  }

  private static String faithful(MessagesRequest request, SummaryAsk ask, Work work) {
    Told told = work.tell(request, ask);
    return told.anything() ? told.faithful() : ask.wrapped(Chat.summary(ask.messages()));
  }

  private static String lying(MessagesRequest request, SummaryAsk ask, Work work) {
    Told told = work.tell(request, ask);
    return told.anything() ? told.lying() : faithful(request, ask, work);
  }

  private Reply truncated(String text) {
    int tokens = (int) (counter.count(text) * STOPS_AT);
    return Reply.of(
        JsonNodeFactory.instance.arrayNode().add(Reply.textBlock(counter.beginning(text, tokens))),
        Reply.Stop.MAX_TOKENS);
  }

  private String verbose(MessagesRequest request, String text) {
    int wanted = (int) (counter.countRequest(request.body()) * 1.1) + 200 - counter.count(text);
    String more = Phrases.of("verbose summary").getFirst() + "\n\n";
    int each = counter.count(more);
    return text + "\n\n" + more.repeat(Math.max(1, wanted / each + 1)).strip();
  }
}
