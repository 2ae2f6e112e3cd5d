package dev.recap.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes values one behind the other, for an {@link Unpacker} that knows their order. */
public final class Packer {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;
  private static final int CHUNK = 1 << 14;

  /** What is written and not copied again: a ledger of megabytes is packed in a small heap. */
  private final List<byte[]> full = new ArrayList<>();

  private final Map<Object, Integer> known = new HashMap<>();
  private final byte[] chunk = new byte[CHUNK];
  private int used;
  private int size;

  /** All that was written; nothing is written behind it. */
  public byte[] bytes() {
    // As large as what it helped to write, and of no use any more.
    known.clear();
    ByteBuffer all = ByteBuffer.allocate(size + used);
    full.forEach(all::put);
    return all.put(chunk, 0, used).array();
  }

  /** A number, in the fewer bytes the nearer it is to zero. */
  public Packer number(long value) {
    long left = (value << 1) ^ (value >> (Long.SIZE - 1));
    while ((left & -MORE) != 0) {
      write((byte) (left | MORE));
      left >>>= BITS;
    }
    write((byte) left);
    return this;
  }

  private void write(byte value) {
    if (used == chunk.length) {
      close();
    }
    chunk[used++] = value;
  }

  private void close() {
    full.add(Arrays.copyOf(chunk, used));
    size += used;
    used = 0;
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

  /** What another packer wrote; large ones are not copied, and must not be changed. */
  public Packer bytes(byte[] value) {
    number(value.length);
    if (value.length > chunk.length - used) {
      close();
      full.add(value);
      size += value.length;
    } else {
      System.arraycopy(value, 0, chunk, used, value.length);
      used += value.length;
    }
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
