package dev.recap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key of a real model: from the environment, else from a {@code .env} file.
 *
 * <p>Of a file only the line that names the key is read. Programs that read such files agree on
 * quotes, on {@code export} and on a comment behind a blank; what they read differently is refused.
 * No message holds any part of a key.
 */
final class ApiKey {
  static final String NAME = "ANTHROPIC_API_KEY";

  private static final String PLACEHOLDER = "no-key";

  private static final Pattern ON_THIS_MACHINE =
      Pattern.compile("(?i)https?://(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?(/.*)?");

  private static final int MOST_BYTES = 64 * 1024;

  private ApiKey() {}

  /**
   * The key. A server on this machine is sent a placeholder where there is none: it may need none,
   * as the simulator.
   *
   * @param baseUrl where the model is; null for the vendor
   * @throws IllegalArgumentException in one line that says what to do, when there is none
   */
  static String find(Path envFile, @Nullable String baseUrl) {
    String fromEnvironment = System.getenv(NAME);
    if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      return EnvLine.checked(fromEnvironment.strip(), "the environment");
    }
    boolean needed = baseUrl == null || !ON_THIS_MACHINE.matcher(baseUrl).matches();
    return needed || !inFile(envFile).isEmpty() ? fromFile(envFile) : PLACEHOLDER;
  }

  static String fromFile(Path envFile) {
    String key = inFile(envFile);
    if (key.isEmpty()) {
      throw new IllegalArgumentException(
          "no API key: set %s in the environment or in %s, or use --model simulator"
              .formatted(NAME, envFile));
    }
    return key;
  }

  private static String inFile(Path envFile) {
    String key = "";
    int keyLine = 0;
    if (Files.exists(envFile)) {
      String[] lines = text(envFile).split("\r\n|\r|\n", -1);
      for (int i = 0; i < lines.length; i++) {
        String value = EnvLine.value(lines[i], "%s, line %d".formatted(envFile, i + 1));
        if (!value.isEmpty() && !key.isEmpty() && !value.equals(key)) {
          throw new IllegalArgumentException(
              "%s: %s has one value in line %d and another in line %d, but one was expected"
                  .formatted(envFile, NAME, keyLine, i + 1));
        }
        if (!value.isEmpty()) {
          key = value;
          keyLine = i + 1;
        }
      }
    }
    return key;
  }

  private static String text(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e), e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "%s has more than the %,d bytes that are read of such a file"
              .formatted(file, MOST_BYTES));
    }
    if (isUtf16(bytes)) {
      throw new IllegalArgumentException(
          "%s is UTF-16 or has NUL bytes in it, but UTF-8 was expected: save it as UTF-8"
              .formatted(file));
    }
    return utf8(bytes, file);
  }

  /** By its byte order mark, or by the NUL in every letter of the Latin alphabet. */
  private static boolean isUtf16(byte[] bytes) {
    if (bytes.length >= 2) {
      int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
      if (mark == 0xFEFF || mark == 0xFFFE) {
        return true;
      }
    }
    for (byte one : bytes) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  private static String utf8(byte[] bytes, Path file) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new IllegalArgumentException(
          "%s, line %d: is not UTF-8 (byte 0x%02X), but UTF-8 was expected: save it as UTF-8"
              .formatted(file, line, bytes[in.position()]),
          e);
    }
  }
}
