package dev.recap.web.shift;

import dev.recap.desk.batch.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All shifts, and the form for the next.
 *
 * @param tickets ids that the next one is meant for; empty for all that wait
 * @param waiting how many tickets wait for the agent
 * @param problem why the last try was refused; null for none
 */
public record ShiftsView(
    List<Progress> shifts,
    List<String> models,
    List<String> simulated,
    List<String> tickets,
    int waiting,
    @Nullable String problem) {}
