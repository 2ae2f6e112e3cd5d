package dev.recap.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a desk is served.
 *
 * @param place where it keeps its files and its tables
 * @param host the address that it listens on
 * @param port 0 for a free one
 * @param publicUrl where browsers find it; null for where it listens
 */
public record DeskOptions(DeskFolder place, String host, int port, @Nullable URI publicUrl) {
  public DeskOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "port is %d, but a number from 0 to 65535 was expected".formatted(port));
    }
  }
}
