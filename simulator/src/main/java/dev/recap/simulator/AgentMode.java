package dev.recap.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the simulator agent disobeys. Any chance in it is drawn from the request, so that the same
 * request gets the same reply.
 *
 * @param stubborn takes no statement from free text: it believes calls with their results alone
 * @param stopsEarly gives a final answer while work is left, until a message says that it is left
 * @param gullible which of a user's words outside the task it obeys as orders
 * @param forgetful the share of replies, from 0 to below 1, in which it does a step again that it
 *     could see was done
 * @param trust whom it believes where a record and a summary disagree
 */
public record AgentMode(
    boolean stubborn, boolean stopsEarly, Gullible gullible, double forgetful, Trust trust) {
  private static final String ACCEPTED =
      "obedient, or a list of stubborn, stops-early, gullible, gullible=quotes, forgetful=P, trust=ledger|summary|text";

  public AgentMode {
    if (!(forgetful >= 0 && forgetful < 1)) {
      throw new IllegalArgumentException(
          "forgetful is " + forgetful + ": expected a share from 0 to below 1");
    }
    if (stubborn && trust != Trust.TEXT) {
      throw new IllegalArgumentException(
          "trust is "
              + WireName.of(trust)
              + " for a stubborn agent: expected none, since it believes neither");
    }
  }

  /** The agent that goes by what the request says. */
  public static AgentMode obedient() {
    return new AgentMode(false, false, Gullible.NO, 0, Trust.TEXT);
  }

  /**
   * A mode as options and headers write it, such as {@code stubborn} or {@code
   * gullible,forgetful=0.2}.
   *
   * @throws IllegalArgumentException naming the value and what was expected
   */
  public static AgentMode parse(String text) {
    AgentMode mode = obedient();
    for (String part : text.split(",", -1)) {
      String[] pair = part.strip().toLowerCase(Locale.ROOT).replace('_', '-').split("=", 2);
      String value = pair.length == 2 ? pair[1].strip() : "";
      mode = mode.with(pair[0].strip(), value, text);
    }
    return mode;
  }

  private AgentMode with(String name, String value, String whole) {
    boolean bare = value.isEmpty();
    return switch (name) {
      case "obedient" -> bare ? this : unknown(whole);
      case "stubborn" ->
          bare ? new AgentMode(true, stopsEarly, gullible, forgetful, trust) : unknown(whole);
      case "stops-early" ->
          bare ? new AgentMode(stubborn, true, gullible, forgetful, trust) : unknown(whole);
      case "gullible" ->
          new AgentMode(stubborn, stopsEarly, Gullible.parse(value), forgetful, trust);
      case "forgetful" -> new AgentMode(stubborn, stopsEarly, gullible, share(value, whole), trust);
      case "trust" -> new AgentMode(stubborn, stopsEarly, gullible, forgetful, Trust.parse(value));
      default -> unknown(whole);
    };
  }

  private static double share(String value, String whole) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "agent '%s' has no share of replies: expected forgetful=P, P from 0 to below 1"
              .formatted(whole),
          e);
    }
  }

  private static AgentMode unknown(String whole) {
    throw new IllegalArgumentException("agent '" + whole + "' is not known: expected " + ACCEPTED);
  }

  /** The mode as {@link #parse} reads it. */
  public String wireName() {
    List<String> parts = new ArrayList<>();
    if (stubborn) {
      parts.add("stubborn");
    }
    if (stopsEarly) {
      parts.add("stops-early");
    }
    if (gullible != Gullible.NO) {
      parts.add(gullible.wireName());
    }
    if (forgetful > 0) {
      parts.add("forgetful=" + forgetful);
    }
    if (trust != Trust.TEXT) {
      parts.add("trust=" + WireName.of(trust));
    }
    return parts.isEmpty() ? "obedient" : String.join(",", parts);
  }
}
