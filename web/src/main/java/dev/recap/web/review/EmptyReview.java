package dev.recap.web.review;

import dev.recap.desk.ticket.QueueCounts;

/** Nothing waits for a person. */
public record EmptyReview(QueueCounts queue) {}
