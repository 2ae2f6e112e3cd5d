package dev.recap.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.rehearsal.wire.ApiException;

/**
 * The same rules as behind {@link RehearsalServer}, without HTTP: the body of a request in, the
 * body of the answer out. Network options, faults and pace have no meaning here. Safe for use by
 * several threads.
 */
public final class InProcess {
  private static final String REQUEST = "req_rehearsal";

  private final MessagesApi api;

  /**
   * A model with a prompt cache of its own.
   *
   * @param counter may be shared by many: it remembers what it has counted
   */
  public InProcess(RehearsalOptions options, TokenCounter counter) {
    this.api = new MessagesApi(options, counter);
  }

  /**
   * What came back.
   *
   * @param status as HTTP has it, 200 for a message
   * @param body JSON
   */
  public record Answer(int status, String body) {}

  /** The answer to {@code POST /v1/messages}; a wish for a stream is not granted. */
  public Answer message(String body) {
    try {
      ObjectNode message = api.message(body, api.options().behaviour(), "msg_rehearsal").message();
      return new Answer(200, message.toString());
    } catch (ApiException e) {
      return new Answer(e.error().status(), e.error().json(REQUEST).toString());
    }
  }
}
