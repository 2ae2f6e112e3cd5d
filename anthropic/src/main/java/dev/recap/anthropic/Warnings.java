package dev.recap.anthropic;

import dev.recap.model.ModelProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What whoever starts with a model should know about it; said of each once in a process. */
final class Warnings {
  private static final Logger LOG = LoggerFactory.getLogger(AnthropicModel.class);

  /** As long before as the vendor gives notice; source: its page on deprecations. */
  private static final int NOTICE_DAYS = 60;

  private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

  private Warnings() {}

  static void about(ModelProfile model, boolean known, Instant now) {
    if (!known && WARNED.add(model.name())) {
      LOG.warn(
          "model '{}' is not in the price table: it is taken to have a window of {} tokens and"
              + " replies of at most {}{}",
          model.name(),
          model.windowTokens(),
          model.maxOutputTokens(),
          model.prices() == null ? ", and what it costs is not known" : "");
    }
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    model
        .retirement()
        .filter(day -> !today.plusDays(NOTICE_DAYS).isBefore(day) && WARNED.add(model.name()))
        .ifPresent(day ->
            LOG.warn(
                today.isBefore(day)
                    ? "model '{}' may retire from {} on: choose another before"
                    : "model '{}' may have retired: its day was {}; choose another",
                model.name(),
                day));
  }
}
