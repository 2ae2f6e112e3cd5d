package dev.recap.bytes;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How large a picture is, by the header of its file alone: nothing is decoded, so a hostile file
 * costs no more than its first bytes.
 */
public record Pixels(int width, int height) {
  private static final int PNG = 0x89504E47;
  private static final int GIF = 0x47494638;
  private static final int RIFF = 0x52494646;
  private static final int WEBP = 0x57454250;
  private static final int VP8 = 0x56503820;
  private static final int VP8_LOSSLESS = 0x5650384C;
  private static final int VP8_EXTENDED = 0x56503858;
  private static final int JPEG = 0xFFD8;
  private static final int FOURTEEN_BITS = 0x3FFF;

  /** Of a PNG, GIF, JPEG or WebP file; empty for anything else, also for half of one. */
  public static Optional<Pixels> of(byte[] file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(file);
      if (bytes.getInt(0) == PNG) {
        return known(bytes.getInt(16), bytes.getInt(20));
      }
      if (bytes.getInt(0) == GIF) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        return known(unsigned(bytes, 6), unsigned(bytes, 8));
      }
      if (bytes.getInt(0) == RIFF && bytes.getInt(8) == WEBP) {
        return webp(bytes);
      }
      return unsigned(bytes, 0) == JPEG ? jpeg(bytes) : Optional.empty();
    } catch (BufferUnderflowException | IndexOutOfBoundsException tooShort) {
      return Optional.empty();
    }
  }

  private static Optional<Pixels> known(int width, int height) {
    return width > 0 && height > 0 ? Optional.of(new Pixels(width, height)) : Optional.empty();
  }

  private static Optional<Pixels> webp(ByteBuffer bytes) {
    int kind = bytes.getInt(12);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    return switch (kind) {
      case VP8 -> known(unsigned(bytes, 26) & FOURTEEN_BITS, unsigned(bytes, 28) & FOURTEEN_BITS);
      case VP8_LOSSLESS -> {
        int bits = bytes.getInt(21);
        yield known((bits & FOURTEEN_BITS) + 1, ((bits >>> 14) & FOURTEEN_BITS) + 1);
      }
      case VP8_EXTENDED -> known((bytes.getInt(23) >>> 8) + 1, (bytes.getInt(26) >>> 8) + 1);
      default -> Optional.empty();
    };
  }

  /** Goes from segment to segment up to the one that begins a frame. */
  private static Optional<Pixels> jpeg(ByteBuffer bytes) {
    int at = 2;
    while (true) {
      int marker = unsigned(bytes, at);
      boolean tables = marker == 0xFFC4 || marker == 0xFFC8 || marker == 0xFFCC;
      if (marker >= 0xFFC0 && marker <= 0xFFCF && !tables) {
        return known(unsigned(bytes, at + 7), unsigned(bytes, at + 5));
      }
      if (marker >>> 8 != 0xFF) {
        return Optional.empty();
      }
      at += 2 + Math.max(2, unsigned(bytes, at + 2));
    }
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }
}
