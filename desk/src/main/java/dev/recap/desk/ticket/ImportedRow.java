package dev.recap.desk.ticket;

/**
 * A row of a file: the ticket as the agent may see it, and apart from it what people made of it.
 */
public record ImportedRow(NewTicket ticket, Decided human) {}
