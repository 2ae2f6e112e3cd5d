package dev.recap.agent;

import dev.recap.conversation.Message;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.testing.Replies;
import dev.recap.testing.Tokens;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Answers every message in a few words and counts prompts by the library's estimate. */
final class Talker implements Model {
  private final boolean summarizes;
  private final double scale;
  private Consumer<ModelRequest> heard = request -> {};
  private int replies;

  /** Summaries that were asked for. */
  int asked;

  /**
   * A talker.
   *
   * @param summarizes whether it does when it is asked to
   * @param scale what it counts for one token of the library's estimate
   */
  Talker(boolean summarizes, double scale) {
    this.summarizes = summarizes;
    this.scale = scale;
  }

  /** Is told of every request. */
  void listener(Consumer<ModelRequest> listener) {
    this.heard = listener;
  }

  double scale() {
    return scale;
  }

  @Override
  public ModelProfile profile() {
    return new ModelProfile("talker", 200_000, 0, null);
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    heard.accept(request);
    if (asksForASummary(request)) {
      asked++;
      if (!summarizes) {
        throw new ModelException(ModelException.Category.PROVIDER, "no summary", null, null);
      }
      return Replies.saying("They speak of seats; nothing is booked. ".repeat(8))
          .using(tokens(request), 90)
          .reply();
    }
    return Replies.saying("Noted as number " + ++replies + ".").using(tokens(request), 12).reply();
  }

  long tokens(ModelRequest request) {
    return Math.round(Tokens.of(request) / Tokens.PER_ESTIMATED * scale);
  }

  static boolean asksForASummary(ModelRequest request) {
    return request.messages().getLast().text().endsWith("call no tool.");
  }

  /** All that is said in a request. */
  static String text(ModelRequest request) {
    return request.messages().stream().map(Message::text).collect(Collectors.joining("\n"));
  }
}
