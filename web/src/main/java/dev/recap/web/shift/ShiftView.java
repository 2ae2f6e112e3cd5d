package dev.recap.web.shift;

import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.Progress;
import dev.recap.desk.shift.ShiftLog;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shift as it stands.
 *
 * @param log null where nothing was begun
 * @param problem why the last deed was refused; null for none
 */
public record ShiftView(
    Batch batch,
    Progress progress,
    boolean simulated,
    @Nullable ShiftLog log,
    @Nullable String problem) {

  /** The sawtooth; null where there is none yet. */
  public @Nullable Sawtooth sawtooth() {
    return log == null ? null : new Sawtooth(log);
  }

  /** The newest calls, the newest first. */
  public List<ShiftLog.Step> steps() {
    return log == null ? List.of() : log.steps().reversed();
  }

  /** What is done just now; null for nothing. */
  public ShiftLog.@Nullable Step now() {
    List<ShiftLog.Step> steps = steps();
    return isWorking() && !steps.isEmpty() ? steps.getFirst() : null;
  }

  /** Whether a process works it. */
  public boolean isWorking() {
    return progress.state().equals("running");
  }

  /** Whether one can go on with it. */
  public boolean canGoOn() {
    return !isWorking()
        && !progress.state().equals("done")
        && !progress.state().equals("cancelled");
  }

  /** Money as pages show it. */
  public static String dollars(double value) {
    return String.format(Locale.ROOT, "$%.4f", value);
  }
}
