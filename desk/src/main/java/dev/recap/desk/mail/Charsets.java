package dev.recap.desk.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bytes to text where what the sender said of them may be wrong, missing or unknown. */
final class Charsets {
  /** Takes any bytes, and is what most mail means by its wrong or missing labels. */
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Charsets() {}

  /**
   * As declared where that fits, otherwise as UTF-8 where that fits, otherwise by a superset of
   * Latin-1.
   *
   * @param declared null for nothing
   */
  static String decode(byte[] bytes, @Nullable String declared) {
    return Optional.ofNullable(declared)
        .flatMap(Charsets::named)
        .flatMap(charset -> strictly(bytes, charset))
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, WESTERN));
  }

  private static Optional<Charset> named(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(
          switch (plain) {
            // Mail programs call their supersets by these names.
            case "us-ascii", "ascii" -> StandardCharsets.UTF_8;
            case "iso-8859-1", "latin1" -> WESTERN;
            case "gb2312", "gbk" -> Charset.forName("GB18030");
            case "ks_c_5601-1987", "euc-kr" -> Charset.forName("x-windows-949");
            case "shift_jis" -> Charset.forName("windows-31j");
            default -> Charset.forName(MimeUtility.javaCharset(plain));
          });
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
