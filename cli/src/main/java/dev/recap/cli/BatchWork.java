package dev.recap.cli;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.State;
import dev.recap.desk.batch.Progress;
import dev.recap.desk.batch.Stop;
import dev.recap.model.Model;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Works a batch until it comes to rest. */
@Command(
    exitCodeList = {
      "0:every ticket is complete, or it was stopped by SIGTERM or Ctrl-C and can be resumed",
      "1:the model or a database failed, somebody else works it, or the agent gave up; resume goes on",
      "2:wrong usage or unusable input",
      "3:the budget would not cover the next request; resume with a larger one",
      "4:a call needs a person's yes, or nobody knows what became of one",
      "5:it was cancelled",
      "143:a second signal stopped it at once; resume goes on"
    })
abstract class BatchWork extends BatchAction {
  @Mixin private BatchModel models = new BatchModel();

  @Option(
      names = "--dollars",
      paramLabel = "N",
      description =
          "What all its runs together may cost: a request that could cost more is not sent.")
  private @Nullable Double dollars;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description = "The same in tokens of prompts and replies, summaries included.")
  private @Nullable Long tokens;

  BatchWork() {}

  /** The budget that was named, and of another one what was not. */
  final Budget budget(Budget before) {
    return new Budget(
        dollars == null ? before.dollars() : dollars, tokens == null ? before.tokens() : tokens);
  }

  /** Works it, and says how far it came. */
  final int work(BatchPlace place, Batch batch) throws IOException {
    var stop = new Stop();
    Signals.first(() -> {
      say("stopping after the turn in hand; once more stops at once");
      stop.ask();
    });
    say("batch %s".formatted(batch.id()));
    Model[] opened = new Model[1];
    try {
      Batch now =
          place.at(
              batch.settings(),
              () -> opened[0] = models.open(batch.settings().model(), options().catalog()),
              stop,
              this::say,
              (run, tickets) -> run.work(batch.id()));
      Progress progress = progress(place, now);
      print(progress, BatchText.lines(progress));
      return exit(now.state());
    } finally {
      close(opened[0]);
    }
  }

  private static void close(@Nullable Model model) {
    if (model instanceof AnthropicModel real) {
      real.close();
    }
  }

  private static int exit(State state) {
    return switch (state) {
      case DONE, STOPPED, RUNNING -> 0;
      case FAILED, UNFINISHED -> 1;
      case OVER_BUDGET -> 3;
      case WAITING -> 4;
      case CANCELLED -> 5;
    };
  }
}
