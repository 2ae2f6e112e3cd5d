package dev.recap.web.pages;

/**
 * The form to sign in with.
 *
 * @param name what was typed the last time
 * @param next the page to go to afterwards
 * @param problem why the last try failed; empty for none
 */
public record SignInView(String name, String next, String problem) {}
