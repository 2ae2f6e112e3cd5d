package dev.recap.web;

import java.util.List;

/** The agent, as every page shows it: what model it works with, and a button that stops it. */
public record AgentSwitch(DeskWork work) {

  /**
   * The model at work, or the one to begin with; SIMULATED for rules that are no LLM, and empty
   * where there is none.
   */
  public String model() {
    List<String> names = working() ? work.shifts().modelsAtWork() : work.models().names();
    if (names.isEmpty()) {
      return "";
    }
    return work.models().isSimulated(names.getFirst()) ? "SIMULATED" : names.getFirst();
  }

  /** Whether it is at work. */
  public boolean working() {
    return !work.shifts().modelsAtWork().isEmpty();
  }

  /** Lets it begin nothing new; returns at once and may be called when nothing is at work. */
  public void stop() {
    work.shifts().stopAll();
  }
}
