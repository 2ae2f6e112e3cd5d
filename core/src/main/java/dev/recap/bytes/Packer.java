package dev.recap.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes values one behind the other, for an {@link Unpacker} that knows their order. */
public final class Packer {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<Object, Integer> known = new HashMap<>();

  public byte[] bytes() {
    return bytes.toByteArray();
  }

  /** A number, in the fewer bytes the nearer it is to zero. */
  public Packer number(long value) {
    long left = (value << 1) ^ (value >> (Long.SIZE - 1));
    while ((left & -MORE) != 0) {
      bytes.write((int) (left | MORE));
      left >>>= BITS;
    }
    bytes.write((int) left);
    return this;
  }

  public Packer flag(boolean value) {
    return number(value ? 1 : 0);
  }

  public Packer real(double value) {
    return number(Double.doubleToRawLongBits(value));
  }

  public Packer kind(Enum<?> value) {
    return word(value.name());
  }

  public Packer time(Instant value) {
    return number(value.getEpochSecond()).number(value.getNano());
  }

  public Packer text(String value) {
    return bytes(value.getBytes(UTF_8));
  }

  /** What another packer wrote. */
  public Packer bytes(byte[] value) {
    number(value.length);
    bytes.writeBytes(value);
    return this;
  }

  /** A text that comes more than once. */
  public Packer word(String value) {
    return shared(value, this::text);
  }

  /** A value that may be null. */
  public <T> Packer maybe(@Nullable T value, Consumer<T> write) {
    flag(value != null);
    if (value != null) {
      write.accept(value);
    }
    return this;
  }

  public <T> Packer each(Collection<? extends T> values, Consumer<T> write) {
    number(values.size());
    values.forEach(write);
    return this;
  }

  /** A value that is written once, however often it comes. */
  public <T> Packer shared(T value, Consumer<T> write) {
    Integer at = known.get(value);
    if (at != null) {
      return number(at);
    }
    number(-1);
    write.accept(value);
    known.put(value, known.size());
    return this;
  }
}
