package dev.recap.web.trial;

import dev.recap.desk.ticket.ColumnMapping;
import dev.recap.desk.trial.TrialAsked;
import dev.recap.desk.trial.TrialEstimate;
import dev.recap.desk.trial.TrialWords;
import dev.recap.desk.trial.TrialsAtWork.Plan;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file of answered tickets before it is tried.
 *
 * @param token what it is kept under
 * @param columns of the file
 * @param models that can be asked
 * @param simulated those of them that are rules and not an LLM
 * @param plan null where it cannot be tried as it is
 * @param problem why not; null where it can
 */
public record TrialLookView(
    String token,
    TrialAsked asked,
    List<String> columns,
    List<String> models,
    List<String> simulated,
    @Nullable Plan plan,
    @Nullable String problem) {

  /** What a ticket can have. */
  public ColumnMapping.Field[] fields() {
    return ColumnMapping.Field.values();
  }

  /** Whether a column is meant by a field. */
  public boolean isMapped(ColumnMapping.Field field, String column) {
    return plan == null
        ? column.equals(asked.columns().get(field.label()))
        : column.equals(plan.file().mapping().column(field));
  }

  /** What it will take, in a sentence. */
  public String told() {
    if (plan == null) {
      return "";
    }
    TrialEstimate estimate = plan.estimate();
    Double dollars = estimate.dollars();
    return String.format(
        Locale.ROOT,
        "%s: about %,d tokens sent and %,d back%s.%s",
        TrialWords.counted(estimate.tickets(), "ticket"),
        estimate.promptTokens(),
        estimate.outputTokens(),
        dollars == null
            ? "; the price is not known here"
            : ", about " + TrialWords.dollars(dollars),
        estimate.thinks() ? " What the model thinks is not in it and may double it." : "");
  }
}
