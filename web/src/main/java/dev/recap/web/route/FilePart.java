package dev.recap.web.route;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that was sent with a form, until the request is answered.
 *
 * @param name as the sender calls it, without folders; to be shown, never to be opened
 * @param bytes how large it is
 */
public record FilePart(String name, long bytes, Content content) {
  /** Opens what is in it; any number of times. */
  @FunctionalInterface
  public interface Content {
    InputStream open() throws IOException;
  }
}
