package dev.recap.web.api;

import dev.recap.desk.batch.Progress;
import dev.recap.web.DeskWork;
import dev.recap.web.route.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shift as programs see it.
 *
 * @param state as in {@link Progress}: {@code running}, {@code done}, {@code over budget} and so on
 * @param remark more about the state, for people; may be empty
 * @param atWork whether the process that answers works it
 * @param refused why this process did not go on with it when that was wanted last
 * @param spent on replies that are on record
 * @param simulated whether the model is rules and no LLM
 * @param way how the view is kept short
 * @param madeAt when it was ordered, as ISO 8601
 */
record ApiShift(
    String id,
    String state,
    String remark,
    boolean atWork,
    @Nullable String refused,
    Tickets tickets,
    Spent spent,
    Budget budget,
    String model,
    boolean simulated,
    String way,
    String madeAt,
    String madeBy) {

  /** How many of those that it is for wait, are in hand, and are complete. */
  record Tickets(int waiting, int inProgress, int completed) {}

  /** Tokens of prompts and replies, and what they cost. */
  record Spent(long tokens, double dollars) {}

  /** What it may spend; null for no limit. */
  record Budget(@Nullable Long tokens, @Nullable Double dollars) {}

  static final Map<String, Object> SCHEMA =
      Schema.object()
          .has("id", Schema.text())
          .has("state", Schema.text())
          .has("remark", Schema.text())
          .has("atWork", Schema.truth())
          .has("refused", Schema.orNull(Schema.text()))
          .has(
              "tickets",
              Schema.object()
                  .has("waiting", Schema.number())
                  .has("inProgress", Schema.number())
                  .has("completed", Schema.number())
                  .schema())
          .has(
              "spent",
              Schema.object()
                  .has("tokens", Schema.number())
                  .has("dollars", Schema.fraction())
                  .schema())
          .has(
              "budget",
              Schema.object()
                  .has("tokens", Schema.orNull(Schema.number()))
                  .has("dollars", Schema.orNull(Schema.fraction()))
                  .schema())
          .has("model", Schema.text())
          .has("simulated", Schema.truth())
          .has("way", Schema.text())
          .has("madeAt", Schema.time())
          .has("madeBy", Schema.text())
          .schema();

  /**
   * As it stands now.
   *
   * @throws IllegalArgumentException when there is no such shift
   */
  static ApiShift of(DeskWork work, String id) {
    Progress progress = work.shifts().progress(id);
    return new ApiShift(
        progress.id(),
        progress.state(),
        progress.remark(),
        work.shifts().isAtWork(id),
        work.shifts().refused(id).orElse(null),
        new Tickets(
            progress.queue().waiting(),
            progress.queue().inProgress(),
            progress.queue().completed()),
        new Spent(progress.spentTokens(), progress.spentDollars()),
        new Budget(progress.budgetTokens(), progress.budgetDollars()),
        progress.model(),
        work.models().isSimulated(progress.model()),
        progress.way(),
        progress.madeAt(),
        progress.madeBy());
  }
}
