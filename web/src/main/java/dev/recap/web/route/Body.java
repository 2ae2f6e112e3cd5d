package dev.recap.web.route;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came with a request, read once and never more of it than the route takes. */
public final class Body implements AutoCloseable {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String WITH_FILES = "multipart/form-data";

  private final byte[] bytes;
  private final String type;
  private final @Nullable Multipart multipart;
  private @Nullable Fields fields;

  private Body(byte[] bytes, String type, @Nullable Multipart multipart) {
    this.bytes = bytes;
    this.type = type;
    this.multipart = multipart;
  }

  /**
   * Reads it.
   *
   * @throws Refusal with status 413 when there is more than the route takes, 415 when files come
   *     where none are taken, and 400 for damage
   */
  public static Body of(HttpServletRequest request, Route route) throws IOException {
    int mostBytes = route.mostBytes();
    if (request.getContentLengthLong() > mostBytes) {
      throw tooLarge(mostBytes);
    }
    String type = type(request.getContentType());
    if (type.equals(WITH_FILES)) {
      if (!(route.kind() instanceof Route.Kind.Upload)) {
        throw Refusal.of(415, "no files are taken here");
      }
      return new Body(new byte[0], type, Multipart.read(request, mostBytes));
    }
    byte[] bytes = request.getInputStream().readNBytes(mostBytes + 1);
    if (bytes.length > mostBytes) {
      throw tooLarge(mostBytes);
    }
    return new Body(bytes, type, null);
  }

  static Refusal tooLarge(int mostBytes) {
    return Refusal.of(
        413, "the request has more than the %,d bytes that are taken here".formatted(mostBytes));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  Optional<FilePart> file(String name) {
    return multipart == null ? Optional.empty() : multipart.file(name);
  }

  List<FilePart> files(String name) {
    return multipart == null ? List.of() : multipart.files(name);
  }

  /**
   * Its fields; none where it is no form.
   *
   * @throws Refusal with status 400 where it is a damaged one
   */
  public Fields fields() {
    if (multipart != null) {
      return multipart.fields();
    }
    if (fields == null) {
      fields = is(FORM) ? UrlEncoded.parse(text(), bytes.length) : new Fields(Map.of());
    }
    return fields;
  }

  /** Whether it came as this type, whatever its parameters. */
  public boolean is(String expected) {
    return type.equals(expected);
  }

  @Override
  public void close() throws IOException {
    if (multipart != null) {
      multipart.close();
    }
  }

  private static String type(@Nullable String contentType) {
    return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(400, "the form is not UTF-8");
    }
  }
}
