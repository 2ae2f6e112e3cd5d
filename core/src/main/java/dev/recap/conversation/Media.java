package dev.recap.conversation;

import dev.recap.bytes.Digest;
import dev.recap.bytes.Pixels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An image or a document that a user shows or a tool returns. Known by the hash of its bytes, which
 * are read where they are wanted: a journal in a file keeps them once, beside it. Two are equal
 * where everything but the source is.
 *
 * @param name what the model knows it by
 * @param type one of {@link #TYPES}
 * @param size in bytes, at most {@link #MOST_BYTES}
 * @param sha256 of the bytes, in 64 small hexadecimal digits
 * @param tokens estimated tokens in a prompt, see {@link #of(String, byte[])}
 * @param source where the bytes are
 */
public record Media(
    String name, String type, long size, String sha256, int tokens, Media.Source source)
    implements Block {
  /** What today's models read. */
  public static final List<String> TYPES =
      List.of(
          "image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain");

  /** What the Messages API takes in one request. */
  public static final int MOST_BYTES = 32 << 20;

  private static final int LONGEST_NAME = 120;
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private static final int PIXELS_PER_TOKEN = 750;
  private static final int MOST_IMAGE_TOKENS = 5_000;
  private static final int TOKENS_PER_PAGE = 3_000;
  private static final int MOST_PAGES = 1_000;
  private static final int BYTES_PER_TOKEN = 3;
  private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![A-Za-z])");

  /** Where bytes are kept. */
  @FunctionalInterface
  public interface Source {

    /** The bytes of this one. What it throws ends the request that wanted them. */
    byte[] read(Media media);
  }

  public Media {
    Objects.requireNonNull(source, "source");
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a name has 1 to %d characters, but was '%.200s'".formatted(LONGEST_NAME, name));
    }
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException(
          "the type of '%s' must be one of %s, but was '%.200s'"
              .formatted(name, String.join(", ", TYPES), type));
    }
    if (size < 1 || size > MOST_BYTES) {
      throw new IllegalArgumentException(
          "'%s' must have 1 to %,d bytes, but has %,d".formatted(name, MOST_BYTES, size));
    }
    if (!SHA_256.matcher(sha256).matches() || tokens < 0) {
      throw new IllegalArgumentException(
          "'%s' needs a SHA-256 in hexadecimal digits and tokens of 0 or more, but has '%.80s' and %d"
              .formatted(name, sha256, tokens));
    }
  }

  /**
   * One whose bytes are at hand, named by its kind and hash. They must not be changed afterwards.
   *
   * <p>An image is estimated at a token for every 750 pixels, by the header of its file, and 5,000
   * at most or where that cannot be read; a PDF at 3,000 tokens a page, the upper end of what its
   * vendor's documentation says; a text at a token for every three bytes. What the provider counts
   * replaces the estimate with the next reply.
   *
   * @throws IllegalArgumentException when no model would take it
   */
  public static Media of(String type, byte[] bytes) {
    String hash = Digest.of(bytes);
    String name = (type.startsWith("image/") ? "image-" : "document-") + hash.substring(0, 8);
    return new Media(name, type, bytes.length, hash, estimate(type, bytes), media -> bytes);
  }

  /** The same under a name. */
  public Media named(String other) {
    return new Media(other, type, size, sha256, tokens, source);
  }

  private static int estimate(String type, byte[] bytes) {
    return switch (type) {
      case "application/pdf" -> {
        long pages = PAGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).results().count();
        yield Math.clamp(pages, 1, MOST_PAGES) * TOKENS_PER_PAGE;
      }
      case "text/plain" -> Math.ceilDiv(bytes.length, BYTES_PER_TOKEN);
      default ->
          Pixels.of(bytes)
              .map(p -> (long) p.width() * p.height() / PIXELS_PER_TOKEN)
              .map(tokens -> (int) Math.min(tokens, MOST_IMAGE_TOKENS))
              .orElse(MOST_IMAGE_TOKENS);
    };
  }

  public boolean isImage() {
    return type.startsWith("image/");
  }

  /**
   * Its bytes, read anew.
   *
   * @throws IllegalStateException when the source has others
   */
  public byte[] bytes() {
    byte[] bytes = source.read(this);
    if (!Digest.of(bytes).equals(sha256)) {
      throw new IllegalStateException("the bytes of '%s' are not those it had".formatted(name));
    }
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Media media
        && name.equals(media.name)
        && type.equals(media.type)
        && size == media.size
        && sha256.equals(media.sha256)
        && tokens == media.tokens;
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, sha256);
  }
}
