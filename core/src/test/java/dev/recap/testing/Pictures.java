package dev.recap.testing;

import dev.recap.conversation.Media;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Headers of files as cameras and scanners write them, with nothing behind. */
public final class Pictures {
  private Pictures() {}

  public static byte[] png(int width, int height) {
    return ByteBuffer.allocate(33)
        .putInt(0x89504E47)
        .putInt(0x0D0A1A0A)
        .putInt(13)
        .put(ascii("IHDR"))
        .putInt(width)
        .putInt(height)
        .array();
  }

  public static byte[] gif(int width, int height) {
    return little(13).put(ascii("GIF89a")).putShort((short) width).putShort((short) height).array();
  }

  /** With what a camera writes in front of the frame. */
  public static byte[] jpeg(int width, int height) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0, 18});
    bytes.writeBytes(new byte[16]);
    bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xC4, 0, 4, 1, 2});
    ByteBuffer frame = ByteBuffer.allocate(9).put(new byte[] {(byte) 0xFF, (byte) 0xC2, 0, 17, 8});
    bytes.writeBytes(frame.putShort((short) height).putShort((short) width).array());
    return bytes.toByteArray();
  }

  /** The three kinds of WebP: lossy, {@code 'L'} lossless, {@code 'X'} extended. */
  public static byte[] webp(char kind, int width, int height) {
    ByteBuffer bytes = little(32).put(ascii("RIFF")).putInt(24).put(ascii("WEBPVP8" + kind));
    bytes.putInt(10);
    switch (kind) {
      case 'L' -> bytes.put((byte) 0x2F).putInt((height - 1) << 14 | (width - 1));
      case 'X' -> bytes.putInt(24, width - 1).putInt(27, height - 1);
      default -> bytes.putShort(26, (short) width).putShort(28, (short) height);
    }
    return bytes.array();
  }

  /** A document of so many pages. */
  public static byte[] pdf(int pages) {
    return ascii("%PDF-1.7 << /Type /Pages >>" + " << /Type /Page >>".repeat(pages));
  }

  /** A picture that costs about 1,600 tokens. */
  public static Media photo(String name) {
    byte[] bytes = png(1_200, 1_000);
    bytes[32] = (byte) name.hashCode();
    return Media.of("image/png", bytes).named(name);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
