package dev.recap.lab.scenario;

/**
 * It was weighed whether a stage is worth what it costs.
 *
 * @param afterTurn the last turn before it
 * @param done whether the stage went ahead
 * @param words why, in money where prices are known
 */
public record PlayedDecision(String stage, int afterTurn, boolean done, String words) {}
