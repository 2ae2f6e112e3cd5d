package dev.recap.simulator.named;

import dev.recap.simulator.agent.SummaryAsk;
import dev.recap.simulator.agent.Told;
import dev.recap.simulator.wire.Exchange;
import dev.recap.simulator.wire.MessagesRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The summaries of a conversation about calls that its user named. */
record NamedTold(MessagesRequest request, SummaryAsk ask, Errand errand) implements Told {
  private static final int LONGEST_INPUT = 120;
  private static final int LONGEST_RESULT = 200;

  @Override
  public boolean anything() {
    return !errand.made().isEmpty() || !errand.pending().isEmpty() || !errand.told().isEmpty();
  }

  /** The user's words come along, so that whoever has the summary alone can go on. */
  @Override
  public String faithful() {
    return told(NamedTold::made, 0);
  }

  /** One call more than was made. */
  @Override
  public String lying() {
    return told(NamedTold::made, Math.min(1, errand.pending().size()));
  }

  @Override
  public String parroting() {
    return told(NamedTold::unquoted, 0);
  }

  private String told(Function<Exchange, String> made, int claimed) {
    List<String> lines = new ArrayList<>();
    lines.add("Summary of the work so far. The user wrote:");
    lines.addAll(errand.words());
    errand.told().forEach(line -> lines.add(Report.CALL_MADE + line));
    errand.made().forEach(one -> lines.add(Report.CALL_MADE + made.apply(one)));
    List<NamedCall> pending = errand.pending();
    pending
        .subList(0, claimed)
        .forEach(call -> lines.add(Report.CALL_MADE + call.tool() + " returned what was wanted"));
    String left =
        pending.stream()
            .skip(claimed)
            .map(NamedCall::tool)
            .distinct()
            .collect(Collectors.joining(", "));
    lines.add(Report.STILL_TO_DO + (left.isEmpty() ? "nothing" : left) + ".");
    return ask.wrapped(String.join("\n", lines));
  }

  /** Such as {@code track_parcel {"parcel":"P-1"} returned "on its way"}. */
  static String made(Exchange one) {
    return words(one, "\"");
  }

  /** The same without quotation marks around what others wrote. */
  static String unquoted(Exchange one) {
    return words(one, "");
  }

  private static String words(Exchange one, String quote) {
    return one.call().name()
        + " "
        + cut(one.call().input().toString(), LONGEST_INPUT)
        + (one.result().error() ? " failed: " : " returned ")
        + quote
        + cut(told(one.result().text()), LONGEST_RESULT)
        + quote;
  }

  /** In one line, with nothing in it that would end a quotation. */
  private static String told(String result) {
    return result.replaceAll("[\"“”]", "'").replaceAll("\\s+", " ").strip();
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest).strip() + " …";
  }
}
