package dev.recap.desk.trial;

import dev.recap.desk.batch.Stop;
import java.util.function.Consumer;

/**
 * Who looks on while a trial is worked.
 *
 * @param stop the wish that it stops after the turn in hand
 * @param says what people should know while they wait
 * @param progress told after each ticket, on the thread that works it
 */
public record TrialWatch(Stop stop, Consumer<String> says, Consumer<TrialProgress> progress) {}
