package dev.recap.web.pages;

/**
 * A page that has nothing to show yet.
 *
 * @param about what will stand there
 */
public record EmptyView(String about) {}
