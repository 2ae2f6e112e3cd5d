package dev.recap.simulator.agent;

import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Reader;
import dev.recap.simulator.reader.Step.Todo;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The work on support tickets. It is what a request is about that does not show otherwise. */
public final class TicketWork extends ItemWork<TicketStep, TicketView> {
  private static final Pattern TASK =
      Pattern.compile(
          "\\b(?:work|working|process|processing|handle|handling|go|going|resolve|deal|take|finish|complete|continue|carry on|fetch)\\b.{0,80}\\b(?:tickets?|queue)\\b"
              + "|\\bget_next_ticket\\b"
              + "|\\bnext ticket\\b"
              + "|\\btickets?\\b.{0,60}\\b(?:have|has|need|needs) to be\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Set<TicketStep> TOGETHER =
      EnumSet.of(TicketStep.CLASSIFY, TicketStep.RESEARCH, TicketStep.PRIORITISE, TicketStep.ROUTE);

  private final TicketReplies replies;
  private final TicketOrders orders;
  private final FaithfulSummary faithful;
  private final ClosingAccount account;

  public TicketWork(TokenCounter counter) {
    super(TicketStep.values(), TASK);
    this.replies = new TicketReplies(counter);
    this.orders = new TicketOrders(this, replies);
    this.faithful = new FaithfulSummary(counter);
    this.account = new ClosingAccount(counter);
  }

  @Override
  public boolean meantBy(MessagesRequest request) {
    return true;
  }

  @Override
  protected Reader reader(MessagesRequest request) {
    return TicketWords.reader(request.body().path("tools"));
  }

  @Override
  protected TicketView unknown(MessagesRequest request, int number) {
    return new TicketView(number, request.tool(TicketStep.REFUND.tool()).isPresent());
  }

  @Override
  protected boolean together(TicketStep step, TicketStep other) {
    return step == other || (TOGETHER.contains(step) && TOGETHER.contains(other));
  }

  @Override
  protected Reply take(MessagesRequest request, TicketView ticket, List<Todo<TicketStep>> todo) {
    List<TicketStep> steps = todo.stream().map(Todo::step).toList();
    return steps.size() == 1
        ? replies.step(request, ticket, steps.getFirst())
        : replies.steps(request, ticket, steps);
  }

  @Override
  protected Optional<Reply> obey(
      MessagesRequest request, Picture<TicketView> picture, Order order) {
    return orders.obey(request, picture, order);
  }

  @Override
  protected String account(Picture<TicketView> picture) {
    return account.of(picture);
  }

  @Override
  protected String title() {
    return "the work through the queue of tickets";
  }

  @Override
  protected String state(TicketView ticket) {
    return ticket.closed()
        ? ticket.id() + " is closed, all steps are done."
        : FaithfulSummary.steps(ticket);
  }

  @Override
  protected String summary(
      MessagesRequest request,
      SummaryAsk ask,
      List<TicketView> tickets,
      Picture<TicketView> picture) {
    return faithful.of(request, ask, tickets, picture);
  }
}
