package dev.recap.desk.trial;

import com.google.errorprone.annotations.FormatMethod;
import dev.recap.desk.trial.TrialResult.About;
import dev.recap.desk.trial.TrialResult.Spending;
import dev.recap.desk.trial.TrialResult.Tickets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentences that a trial's figures make, for the page and for a terminal. */
public final class TrialWords {
  private static final int FEW = 100;

  private TrialWords() {}

  /** What came of it in one sentence. */
  public static String verdict(TrialResult result) {
    String agreed =
        result.fields().stream()
            .filter(field -> field.compared() > 0)
            .map(field -> text("%s in %,d of %,d", field.field(), field.agree(), field.compared()))
            .collect(Collectors.joining(", "));
    if (result.tickets().worked() == 0) {
      return "No ticket was worked.";
    }
    return agreed.isEmpty()
        ? "Nobody's category, priority or team is known: there are replies to compare."
        : "Agent and people agree on " + agreed + ".";
  }

  /** How many tickets were worked, by whom ordered and when, and how it ended. */
  public static String scenario(TrialResult result) {
    About about = result.about();
    Tickets tickets = result.tickets();
    return text(
        "%s: %,d of %s worked; ordered %s by %s; %s%s.",
        about.name(),
        tickets.worked(),
        counted(tickets.given(), "ticket"),
        about.at(),
        about.by(),
        about.state(),
        about.remark().isEmpty() ? "" : ": " + about.remark());
  }

  /** What it took. */
  public static String cost(TrialResult result) {
    Spending spent = result.spending();
    String all = text("%,d tokens, %s", spent.tokens(), dollars(spent.dollars()));
    if (spent.budget() != null) {
      all += " of " + dollars(spent.budget());
    }
    Long tokens = spent.tokensATicket();
    Double dollars = spent.dollarsATicket();
    return tokens == null || dollars == null
        ? all
        : text("%s; %,d tokens and %s a ticket", all, tokens, dollars(dollars));
  }

  /** What has to be known before anything else is read; empty where there is nothing. */
  public static List<String> notices(TrialResult result) {
    List<String> notices = new ArrayList<>();
    if (result.about().simulated()) {
      notices.add(
          "The simulated model goes by fixed rules and writes stock sentences. This shows what a trial looks like; it says nothing about how well a model would do, and no money was spent.");
    }
    Tickets tickets = result.tickets();
    if (tickets.worked() < tickets.given()) {
      notices.add(
          text(
              "%s not worked, and in no figure.",
              tickets.given() - tickets.worked() == 1
                  ? "1 ticket was"
                  : text("%,d tickets were", tickets.given() - tickets.worked())));
    }
    if (tickets.worked() > 0 && tickets.worked() < FEW) {
      notices.add(
          text(
              "With %s every figure is rough: read the 95 %% intervals, not the shares.",
              counted(tickets.worked(), "ticket")));
    }
    return notices;
  }

  /** The share and its interval, such as {@code 66.7 % (43.7 to 83.7 %)}; a dash for none. */
  public static String interval(FieldAgreement field) {
    Interval interval = field.interval();
    return interval == null
        ? "-"
        : text("%.1f to %.1f %%", 100 * interval.low(), 100 * interval.high());
  }

  /** A share with a per cent sign; a dash for none. */
  public static String share(FieldAgreement field) {
    Double share = field.share();
    return share == null ? "-" : percent(share);
  }

  static String percent(double share) {
    return text("%.1f %%", 100 * share);
  }

  /** Dollars with as many digits as make sense. */
  public static String dollars(double amount) {
    return text(amount < 1 ? "$%.4f" : "$%,.2f", amount);
  }

  /** So many of a thing. */
  public static String counted(int count, String thing) {
    return text("%,d %s%s", count, thing, count == 1 ? "" : "s");
  }

  /** The same on every machine. */
  @FormatMethod
  static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
