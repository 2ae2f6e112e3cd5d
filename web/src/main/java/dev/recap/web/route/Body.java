package dev.recap.web.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came with a request, read once and never more of it than the route takes. */
public final class Body {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final byte[] bytes;
  private final @Nullable String contentType;
  private @Nullable Fields fields;

  private Body(byte[] bytes, @Nullable String contentType) {
    this.bytes = bytes;
    this.contentType = contentType;
  }

  /**
   * Reads it.
   *
   * @param mostBytes that the route takes
   * @throws Refusal with status 413 when there are more
   */
  public static Body read(HttpServletRequest request, int mostBytes) throws IOException {
    if (request.getContentLengthLong() > mostBytes) {
      throw tooLarge(mostBytes);
    }
    byte[] bytes = request.getInputStream().readNBytes(mostBytes + 1);
    if (bytes.length > mostBytes) {
      throw tooLarge(mostBytes);
    }
    return new Body(bytes, request.getContentType());
  }

  private static Refusal tooLarge(int mostBytes) {
    return Refusal.of(
        413, "the request has more than the %,d bytes that are taken here".formatted(mostBytes));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Its fields; none where it is no form.
   *
   * @throws Refusal with status 400 where it is a damaged one
   */
  public Fields fields() {
    if (fields == null) {
      fields = is(FORM) ? UrlEncoded.parse(text(), bytes.length) : new Fields(Map.of());
    }
    return fields;
  }

  /** Whether it came as this type, whatever its parameters. */
  public boolean is(String type) {
    if (contentType == null) {
      return false;
    }
    String plain = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return plain.equals(type);
  }

  private String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(400, "the form is not UTF-8");
    }
  }
}
