package dev.recap.lab.crashes;

import dev.recap.tool.CallContext;
import dev.recap.tool.ToolAnswer;
import dev.recap.tool.Toolbox;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What may be wrong between the loop and its tools. */
enum ToolDefects implements Defect {
  /** What a look-up does not find is taken for something that did not happen. */
  LOOK_UP_BELIEVED_TOO_EARLY(good ->
      new ToolboxOver(good) {
        @Override
        public Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
          Optional<ToolAnswer> said = super.findOut(call, way);
          return said.isEmpty() && way == Way.LOOK_UP
              ? Optional.of(ToolAnswer.failed(call.call().id(), "it is not there"))
              : said;
        }
      }),

  /** Nobody is asked what became of a call. */
  ALWAYS_UNKNOWN(good ->
      new ToolboxOver(good) {
        @Override
        public Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
          return Optional.empty();
        }
      }),

  /** A lost answer is taken for a failure, and the call is made once more. */
  LOST_ANSWER_TAKEN_FOR_A_FAILURE(good ->
      new ToolboxOver(good) {
        @Override
        public void runAll(List<PreparedCall> calls, Consumer<ToolAnswer> answered) {
          for (PreparedCall call : calls) {
            List<ToolAnswer> answers = new ArrayList<>();
            super.runAll(List.of(call), answers::add);
            if (answers.getFirst().outcome() == Outcome.UNKNOWN) {
              answers.clear();
              super.runAll(List.of(call), answers::add);
            }
            answered.accept(answers.getFirst());
          }
        }
      }),

  /** Each try of a call has a key of its own. */
  FRESH_KEYS(good ->
      new ToolboxOver(good) {
        @Override
        public Optional<ToolAnswer> findOut(PreparedCall call, Way way) {
          var key = new IdempotencyKey(UUID.randomUUID().toString());
          String run = call.context().runId();
          return super.findOut(
              new PreparedCall(call.checked(), CallContext.of(run, key, call.call())), way);
        }
      });

  private final UnaryOperator<Toolbox> wrong;

  ToolDefects(UnaryOperator<Toolbox> wrong) {
    this.wrong = wrong;
  }

  @Override
  public Toolbox toolbox(Toolbox good) {
    return wrong.apply(good);
  }
}
