package dev.recap.web.route;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code name=value&name=value}, strictly: what is damaged is refused and not guessed. */
final class UrlEncoded {
  /** More than any form of the desk has, with a box ticked for each row of a page. */
  static final int MOST_FIELDS = 2_000;

  private UrlEncoded() {}

  /**
   * The fields of a query or of a form's body.
   *
   * @param mostCharacters of a single value
   * @throws Refusal with status 400 for damage and 413 for too much
   */
  static Fields parse(String text, int mostCharacters) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (text.isEmpty()) {
      return new Fields(values);
    }
    String[] pairs = text.split("&", MOST_FIELDS + 2);
    if (pairs.length > MOST_FIELDS) {
      throw Refusal.of(
          413, "there are more than %,d fields in this request".formatted(MOST_FIELDS));
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (value.length() > mostCharacters) {
        throw Refusal.ofField(
            413,
            name,
            "%s has %,d characters, but at most %,d were expected"
                .formatted(name, value.length(), mostCharacters));
      }
      if (!name.isEmpty()) {
        values.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
      }
    }
    return new Fields(values);
  }

  private static String decoded(String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    var bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        bytes.write(escaped(raw, i));
        i += 2;
      } else {
        bytes.write(raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static int escaped(byte[] raw, int at) {
    boolean whole = at + 2 < raw.length;
    int high = whole ? Character.digit(raw[at + 1], 16) : -1;
    int low = whole ? Character.digit(raw[at + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw Refusal.of(400, "a % in this request is not followed by two hexadecimal digits");
    }
    return high * 16 + low;
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(400, "a field of this request is not UTF-8");
    }
  }
}
