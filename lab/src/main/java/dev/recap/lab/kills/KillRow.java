package dev.recap.lab.kills;

/**
 * Kills at one label.
 *
 * @param label of the step; "random" for an instant
 * @param kills that hit a process while a ticket was in its hands
 * @param others that hit one between two tickets, and do not count
 */
public record KillRow(String label, int kills, int others) {}
