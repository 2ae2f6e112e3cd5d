package dev.recap.testing;

import dev.recap.journal.Answered.Standing;
import dev.recap.work.Effect;
import dev.recap.work.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call in a {@link Story}, and how it ended.
 *
 * @param what the tool, what it does to the world, and the arguments as JSON
 * @param item the work item the call names; null for none
 * @param standing null while it runs
 * @param change what it does to a work item; null for nothing
 */
public record Step(
    What what,
    @Nullable String item,
    @Nullable Standing standing,
    String text,
    @Nullable Change change) {

  /** Which tool was called, and how. */
  public record What(String tool, Effect effect, String arguments) {}

  /** A work item is handed out or finished. */
  public sealed interface Change {
    /** Handed out. */
    record Opens(String item) implements Change {}

    /** Finished. */
    record Closes(List<Fact> facts) implements Change {}
  }

  private static Step confirmed(
      String tool, Effect effect, @Nullable String item, String arguments, String text) {
    var what = new What(tool, effect, arguments.replace('\'', '"'));
    return new Step(what, item, Standing.CONFIRMED, text, null);
  }

  /** The next thing is handed out; closing it takes painting. */
  public static Step opens(String item) {
    return confirmed("next_thing", Effect.IDEMPOTENT, null, "{}", item + " is a fence")
        .changing(new Change.Opens(item));
  }

  public static Step paints(String item, String color) {
    return confirmed(
        "paint",
        Effect.IDEMPOTENT,
        item,
        "{'thing':'%s','color':'%s'}".formatted(item, color),
        item + " is " + color);
  }

  public static Step finishes(String item, Fact... facts) {
    return confirmed(
            "finish", Effect.ONCE, item, "{'thing':'%s'}".formatted(item), item + " is finished")
        .changing(new Change.Closes(List.of(facts)));
  }

  public static Step looksAt(String item) {
    return confirmed(
        "look_at", Effect.READ_ONLY, item, "{'thing':'%s'}".formatted(item), item + " looks fine");
  }

  public static Step looksUp(String words) {
    return confirmed(
        "look_up", Effect.READ_ONLY, null, "{'words':'%s'}".formatted(words), "found " + words);
  }

  /** Happens once for each address. */
  public static Step mails(String address) {
    return confirmed(
        "mail", Effect.ONCE, null, "{'to':'%s'}".formatted(address), "mailed " + address);
  }

  /** A call of a foreign tool. */
  public static Step shouts(String words) {
    return confirmed(
        "shout", Effect.UNDECLARED, null, "{'words':'%s'}".formatted(words), "shouted " + words);
  }

  public Step saying(String other) {
    return new Step(what, item, standing, other, change);
  }

  public Step failing() {
    return ending(Standing.FAILED);
  }

  public Step unknown() {
    return ending(Standing.UNKNOWN);
  }

  public Step rejected() {
    return ending(Standing.REJECTED);
  }

  public Step withReceipt() {
    return ending(Standing.RECEIPT);
  }

  /** Begun and not answered. */
  public Step running() {
    return new Step(what, item, null, text, null);
  }

  private Step ending(Standing how) {
    return new Step(what, item, how, text, null);
  }

  private Step changing(Change how) {
    return new Step(what, item, standing, text, how);
  }
}
