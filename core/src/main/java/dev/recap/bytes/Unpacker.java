package dev.recap.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link Packer} wrote, in the same order. Bytes that are something else give other
 * values or a {@link RuntimeException}.
 */
public final class Unpacker {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private final ByteBuffer bytes;
  private final List<Object> known = new ArrayList<>();

  public Unpacker(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  public long number() {
    long value = 0;
    int shift = 0;
    byte next = bytes.get();
    while (next < 0) {
      value |= (long) (next & (MORE - 1)) << shift;
      shift += BITS;
      next = bytes.get();
    }
    value |= (long) next << shift;
    return (value >>> 1) ^ -(value & 1);
  }

  public int small() {
    return Math.toIntExact(number());
  }

  public boolean flag() {
    return number() != 0;
  }

  public double real() {
    return Double.longBitsToDouble(number());
  }

  public <E extends Enum<E>> E kind(Class<E> all) {
    return Enum.valueOf(all, word());
  }

  public Instant time() {
    return Instant.ofEpochSecond(number(), number());
  }

  public String text() {
    int length = length();
    var text = new String(bytes.array(), bytes.position(), length, UTF_8);
    bytes.position(bytes.position() + length);
    return text;
  }

  /** For another unpacker. */
  public byte[] bytes() {
    byte[] part = new byte[length()];
    bytes.get(part);
    return part;
  }

  private int length() {
    int length = small();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException(
          "%d bytes were to follow, but %d are left".formatted(length, bytes.remaining()));
    }
    return length;
  }

  public String word() {
    return shared(this::text);
  }

  public <T> @Nullable T maybe(Supplier<T> read) {
    return flag() ? read.get() : null;
  }

  /** No more than there are bytes. */
  public <T> List<T> each(Supplier<T> read) {
    int count = length();
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(read.get());
    }
    return values;
  }

  /** A value that was read before is the same one again. */
  @SuppressWarnings("unchecked") // What was written under a number was of the kind that is asked.
  public <T> T shared(Supplier<T> read) {
    int at = small();
    if (at >= 0) {
      return (T) known.get(at);
    }
    T value = read.get();
    known.add(value);
    return value;
  }
}
