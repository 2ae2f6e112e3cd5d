package dev.recap.desk.exemption;

import java.time.Instant;

/** The stop switch over all exemptions, as somebody set it. */
public record Switched(boolean stopped, String by, Instant at) {}
