package dev.recap.lab.scenario;

/**
 * One rewrite of the view.
 *
 * @param afterTurn the last turn before it
 * @param text what stands for the turns that left
 */
public record PlayedCompaction(
    String stage, int afterTurn, int messagesBefore, int messagesAfter, String text) {}
