package dev.recap.simulator.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.simulator.Gullible;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.agent.Calls;
import dev.recap.simulator.agent.WorkInView;
import dev.recap.simulator.wire.Exchange;
import dev.recap.simulator.wire.MessagesRequest;
import dev.recap.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a request shows of the calls that its user named, and what to do about them. */
record NamedInView(MessagesRequest request, Errand errand) implements WorkInView {
  static final String WHO = "SIMULATED (fixed rules, not an LLM): ";

  private static final int MOST_TOGETHER = 4;
  private static final int MOST_TOOLS = 10;

  @Override
  public String item() {
    return "call";
  }

  /** Where nothing is named, what it says next is what to do about it. */
  @Override
  public boolean given() {
    return true;
  }

  @Override
  public boolean anyItem() {
    return !errand.made().isEmpty();
  }

  @Override
  public boolean betweenItems() {
    return false;
  }

  @Override
  public Reply next(Schedule schedule) {
    List<NamedCall> pending = errand.pending();
    Optional<NamedCall> unreadable =
        pending.stream().filter(call -> !call.problem().isEmpty()).findFirst();
    if (unreadable.isPresent()) {
      return Reply.text(WHO + unreadable.get().problem() + ". I stop here.");
    }
    if (pending.isEmpty()) {
      return Reply.text(errand.named() || anyItem() ? account() : howToName());
    }
    Optional<NamedCall> gone =
        pending.stream().filter(call -> request.tool(call.tool()).isEmpty()).findFirst();
    if (gone.isPresent()) {
      return Reply.text(
          WHO + "the tool " + gone.get().tool() + " is not among the tools of this request.");
    }
    boolean several = schedule == Schedule.PARALLEL && request.demands().choice().parallel();
    return calling(pending.subList(0, several ? Math.min(MOST_TOGETHER, pending.size()) : 1));
  }

  private Reply calling(List<NamedCall> calls) {
    return Calls.reply(
        request,
        calls.size() == 1 ? "The next call." : "The next calls.",
        calls.stream()
            .map(call -> new Calls.Asked(call.tool(), inputs(call.tool()).of(call)))
            .toList());
  }

  private Inputs inputs(String tool) {
    JsonNode spec = request.tool(tool).orElseThrow();
    return new Inputs(spec.path("input_schema"), errand.results());
  }

  /** What came of the calls, in the order in which they were made. */
  private String account() {
    StringBuilder text = new StringBuilder(WHO);
    text.append("the tools that you named were called, and nothing is left to call.");
    errand.record().forEach(line -> text.append("\n- on record: ").append(line));
    errand.told().forEach(line -> text.append("\n- ").append(line));
    errand.made().forEach(one -> text.append("\n- ").append(NamedTold.made(one)));
    return text.toString();
  }

  private String howToName() {
    List<String> tools = new ArrayList<>();
    request.body().path("tools").forEach(tool -> tools.add(tool.path("name").asText()));
    String first = tools.getFirst();
    ObjectNode example = inputs(first).of(new NamedCall(first, "", "", Optional.empty(), ""));
    return WHO
        + "I do not understand a task, I only call the tools that your message names. Name them by"
        + " their exact names, in the order in which I should call them, each with its input as a"
        + " JSON object or with the values in words. I see: "
        + String.join(", ", tools.subList(0, Math.min(MOST_TOOLS, tools.size())))
        + (tools.size() > MOST_TOOLS ? " and " + (tools.size() - MOST_TOOLS) + " more" : "")
        + ". For example: Call "
        + first
        + " "
        + example;
  }

  @Override
  public List<Supplier<Reply>> again() {
    List<Supplier<Reply>> again = new ArrayList<>();
    for (Exchange one : errand.made()) {
      String tool = one.call().name();
      if (request.tool(tool).isPresent() && one.call().input() instanceof ObjectNode input) {
        again.add(() -> calling(List.of(new NamedCall(tool, "", "", Optional.of(input), ""))));
      }
    }
    return again;
  }

  /** An order of a third party is not told from other words here. */
  @Override
  public Optional<Reply> obey(Gullible gullible) {
    return Optional.empty();
  }

  @Override
  public Optional<Reply> demanded(String tool) {
    return errand.pending().stream()
        .filter(call -> call.tool().equals(tool) && call.problem().isEmpty())
        .findFirst()
        .map(call -> calling(List.of(call)));
  }
}
