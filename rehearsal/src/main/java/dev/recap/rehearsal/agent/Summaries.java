package dev.recap.rehearsal.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.recap.rehearsal.SummaryMode;
import dev.recap.rehearsal.TokenCounter;
import dev.recap.rehearsal.Trust;
import dev.recap.rehearsal.reader.Picture;
import dev.recap.rehearsal.reader.Reader;
import dev.recap.rehearsal.reader.Step;
import dev.recap.rehearsal.reader.TicketView;
import dev.recap.rehearsal.wire.ApiError;
import dev.recap.rehearsal.wire.ApiException;
import dev.recap.rehearsal.wire.MessagesRequest;
import dev.recap.rehearsal.wire.Reply;
import java.util.ArrayList;
import java.util.List;

/** Answers a request for a summary in one of the modes. */
final class Summaries {
  private static final String THINKING =
      "I go through the conversation from its beginning and keep what the work needs.";
  private static final String AMNESIAC =
      "We have had a friendly and productive time together. A number of requests came in, each was"
          + " met with care, and the tone was kind throughout. Several good decisions were made for"
          + " good reasons, and the people who wrote in can be pleased with how they were looked"
          + " after. The mood is good and everybody is confident about what lies ahead.";
  private static final String VERBOSE =
      "To put it in other words, and to be entirely sure that nothing is overlooked, it may be said"
          + " once more at some length that the conversation ran its course in an orderly manner,"
          + " that everyone concerned took part in it with attention, and that much could be added"
          + " about its circumstances, its background and the impressions it left behind.\n\n";
  private static final double STOPS_AT = 0.45;

  private final TokenCounter counter;
  private final FaithfulSummary faithful;

  Summaries(TokenCounter counter) {
    this.counter = counter;
    this.faithful = new FaithfulSummary(counter);
  }

  Reply of(MessagesRequest request, SummaryAsk ask, SummaryMode mode) {
    return switch (mode) {
      case FAITHFUL -> Reply.text(faithful(request, ask));
      case AMNESIAC -> Reply.text(wrapped(AMNESIAC, ask));
      case LYING -> Reply.text(lying(request, ask));
      case TRUNCATED -> truncated(faithful(request, ask));
      case EMPTY -> Reply.text("");
      case THINKING_FIRST -> Reply.text(faithful(request, ask)).after(THINKING);
      case VERBOSE -> Reply.text(verbose(request, ask));
      case PARROTING -> Reply.text(parroting(request, ask));
      case HTTP_400 ->
          throw ApiException.invalid("messages: no summary of this conversation can be written");
      case HTTP_529 -> throw new ApiException(ApiError.of(529, "overloaded_error", "Overloaded"));
      case TIME_OUT ->
          throw new ApiException(ApiError.of(504, "timeout_error", "Request timed out"));
    };
  }

  /** The thinking a summary begins with where the request asks for thinking. */
  static String thinking() {
    return THINKING;
  }

  private String faithful(MessagesRequest request, SummaryAsk ask) {
    Picture picture = Reader.read(request.system(), ask.messages(), manner(request));
    if (!picture.anyTicket() && !Task.given(request)) {
      return wrapped(ChatSummary.of(ask.messages()), ask);
    }
    return faithful.of(request, ask, tickets(picture, ask), picture);
  }

  private String lying(MessagesRequest request, SummaryAsk ask) {
    Picture picture = Reader.read(request.system(), ask.messages(), manner(request));
    if (!picture.anyTicket()) {
      return faithful(request, ask);
    }
    return faithful.of(request, ask, lies(tickets(picture, ask), picture), picture);
  }

  private static String parroting(MessagesRequest request, SummaryAsk ask) {
    Picture picture = Reader.read(request.system(), ask.messages(), manner(request));
    return wrapped(ParrotingSummary.of(tickets(picture, ask), picture, ask.messages()), ask);
  }

  private static List<TicketView> tickets(Picture picture, SummaryAsk ask) {
    return ask.openOnly() && !picture.inProgress().isEmpty()
        ? picture.inProgress()
        : picture.tickets();
  }

  /** Claims the undone steps of the open ticket, or, where none is undone, a whole ticket. */
  private static List<TicketView> lies(List<TicketView> tickets, Picture picture) {
    List<TicketView> told = new ArrayList<>();
    boolean lied = false;
    for (TicketView ticket : tickets) {
      if (!lied && ticket.inProgress()) {
        boolean onlyClosing = ticket.undone().size() == 1;
        told.add(onlyClosing ? ticket.claimedClosed() : ticket.withAllButCompletionClaimed());
        lied = true;
      } else {
        told.add(ticket);
      }
    }
    if (!lied) {
      int last = tickets.isEmpty() ? 0 : tickets.getLast().number();
      int ranged = picture.closedRanges().stream().mapToInt(r -> r.last()).max().orElse(0);
      told.add(TicketView.closedWithout(Math.max(last, ranged) + 1));
    }
    return told;
  }

  private Reply truncated(String text) {
    int tokens = (int) (counter.count(text) * STOPS_AT);
    return Reply.of(
        JsonNodeFactory.instance.arrayNode().add(Reply.textBlock(counter.beginning(text, tokens))),
        Reply.Stop.MAX_TOKENS);
  }

  private String verbose(MessagesRequest request, SummaryAsk ask) {
    String text = faithful(request, ask);
    int wanted = (int) (counter.countRequest(request.body()) * 1.1) + 200 - counter.count(text);
    int each = counter.count(VERBOSE);
    return text + "\n\n" + VERBOSE.repeat(Math.max(1, wanted / each + 1)).strip();
  }

  /** Whoever writes a summary looks at everything, however the agent behaves otherwise. */
  private static Reader.Manner manner(MessagesRequest request) {
    boolean refunds = request.tool(Step.REFUND.tool()).isPresent();
    return new Reader.Manner(true, Trust.TEXT, refunds);
  }

  private static String wrapped(String text, SummaryAsk ask) {
    return ask.tagged() ? "<summary>\n" + text + "\n</summary>" : text;
  }
}
