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

  @Override
  public boolean anything() {
    return !errand.made().isEmpty() || !errand.pending().isEmpty() || !errand.told().isEmpty();
  }

  /** The user's words come along, so that whoever has the summary alone can go on. */
  @Override
  public String faithful() {
    return told(Lines::made, 0);
  }

  /** One call more than was made. */
  @Override
  public String lying() {
    return told(Lines::made, Math.min(1, errand.pending().size()));
  }

  @Override
  public String parroting() {
    return told(Lines::unquoted, 0);
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
}
