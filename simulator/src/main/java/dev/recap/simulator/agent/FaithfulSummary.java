package dev.recap.simulator.agent;

import dev.recap.simulator.TokenCounter;
import dev.recap.simulator.reader.Picture;
import dev.recap.simulator.reader.Step.Todo;
import dev.recap.simulator.reader.Subject.Stretch;
import dev.recap.simulator.wire.Message;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A summary that says what the reader saw and enough of the task to go on without it.
 *
 * <p>It counts 105 tokens and 155 for each ticket it speaks of, which fits the recorded summaries
 * of about 570 tokens for three tickets and 880 for five.
 */
final class FaithfulSummary {
  static final int BASE = 105;
  static final int EACH = 155;
  private static final int FULLEST_GIST = 70;
  private static final Pattern COUNT =
      Pattern.compile("(?i)\\b(\\d{1,6})\\s+(?:\\w+\\s+){0,2}tickets\\b");

  private final TokenCounter counter;
  private final Fitting fitting;

  FaithfulSummary(TokenCounter counter) {
    this.counter = counter;
    this.fitting = new Fitting(counter);
  }

  /** Where the asking bounds its length, the latest tickets are told and the rest in one range. */
  String of(
      MessagesRequest request, SummaryAsk ask, List<TicketView> all, Picture<TicketView> picture) {
    List<TicketView> tickets = latest(all, ask.mostTokens());
    String open = ask.tagged() ? "<summary>\n" : "";
    String close = ask.tagged() ? "\n</summary>" : "";
    String goal = open + goal(request, ask);
    String state = state(picture, all.subList(0, all.size() - tickets.size())) + close;
    List<String> more =
        fitting.choose(
            Phrases.of("summary of the work"), Math.max(0, BASE - counter.count(goal + state)));
    StringBuilder text = new StringBuilder(goal);
    more.forEach(sentence -> text.append(' ').append(sentence));
    text.append("\n\n");
    tickets.forEach(ticket -> text.append(paragraph(ticket)).append("\n\n"));
    return text.append(state).toString();
  }

  private static String goal(MessagesRequest request, SummaryAsk ask) {
    return "Hand-over notes. Goal: work through the queue of "
        + count(request.system(), ask.messages())
        + ", one at a time, in seven steps: "
        + TicketStep.SEVEN.stream().map(TicketStep::tool).collect(Collectors.joining(", "))
        + ". Go on until the queue reports that it is empty, then give a closing account.";
  }

  /** How many tickets the task speaks of, such as "5 tickets", or none. */
  private static String count(String system, List<Message> messages) {
    return ItemWork.asked(system, messages)
        .map(COUNT::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1) + " tickets")
        .findFirst()
        .orElse("tickets");
  }

  private static List<TicketView> latest(List<TicketView> tickets, int mostTokens) {
    int room = Math.max(1, (mostTokens - BASE) / EACH);
    return tickets.subList(Math.max(0, tickets.size() - room), tickets.size());
  }

  private static String state(Picture<TicketView> picture, List<TicketView> leftOut) {
    List<String> said = new ArrayList<>();
    closed(picture.closedRanges(), leftOut)
        .forEach(r ->
            said.add(
                r.single()
                    ? "TICKET-%d is closed.".formatted(r.first())
                    : "TICKET-%d to TICKET-%d are closed.".formatted(r.first(), r.last())));
    said.add(picture.noneLeft() ? "The queue is empty." : "The queue goes on.");
    return String.join(" ", said);
  }

  /** The ranges as they were said; with tickets left out, those put together with them. */
  private static List<Stretch> closed(List<Stretch> ranges, List<TicketView> leftOut) {
    if (leftOut.isEmpty()) {
      return ranges;
    }
    List<Stretch> all = new ArrayList<>(ranges);
    leftOut.stream().filter(TicketView::closed).forEach(t -> all.add(Stretch.of(t.number())));
    return Stretch.joined(all);
  }

  private String paragraph(TicketView ticket) {
    String facts = ticket.closed() ? closed(ticket) : open(ticket);
    StringBuilder text = new StringBuilder(facts);
    ticket
        .fact(Field.SUBJECT)
        .ifPresent(s -> text.append(" Subject: \"").append(fitting.gist(s, 24)).append("\"."));
    ticket
        .fact(Field.DESCRIPTION)
        .ifPresent(d -> {
          int room = Math.max(10, EACH - counter.count(text.toString()) - 6);
          text.append(" Description: \"")
              .append(fitting.gist(d, Math.min(room, FULLEST_GIST)))
              .append("\".");
        });
    int missing = EACH - counter.count(text + "\n\n");
    fitting
        .choose(Phrases.of("summary of a ticket"), Math.max(0, missing))
        .forEach(sentence -> text.append(' ').append(sentence));
    return text.toString();
  }

  private static String closed(TicketView ticket) {
    return String.join(
            ", ",
            Stream.concat(
                    Stream.of(ticket.id() + " is closed", "all seven steps are done"),
                    values(ticket).stream())
                .toList())
        + ".";
  }

  private static String open(TicketView ticket) {
    String values = String.join("; ", values(ticket));
    return steps(ticket) + (values.isEmpty() ? "" : " Values: " + values + ".");
  }

  /** What is done of a ticket and what is not. */
  static String steps(TicketView ticket) {
    return "%s%s. Still to do: %s."
        .formatted(
            ticket.id(),
            ticket.inProgress()
                ? " is open. Done so far: " + tools(ticket.doneSteps())
                : " is not fetched",
            tools(ticket.undone()));
  }

  private static String tools(List<Todo<TicketStep>> steps) {
    return steps.stream().map(todo -> todo.step().tool()).collect(Collectors.joining(", "));
  }

  private static List<String> values(TicketView ticket) {
    Stream<String> customer =
        ticket.fact(Field.CUSTOMER).map(number -> "customer " + number).stream();
    return Stream.concat(ticket.values().stream(), customer).toList();
  }
}
