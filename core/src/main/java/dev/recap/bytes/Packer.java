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

  /** All that was written, which nobody may change; nothing is written behind it. */
  public List<byte[]> pieces() {
    // As large as what it helped to write, and of no use any more.
    known.clear();
    close();
    return List.copyOf(full);
  }

  /** The same in one. */
  public byte[] bytes() {
    return joined(pieces());
  }

  /** Pieces one behind the other. */
  public static byte[] joined(List<byte[]> pieces) {
    ByteBuffer all = ByteBuffer.allocate(length(pieces));
    pieces.forEach(all::put);
    return all.array();
  }

  private static int length(List<byte[]> pieces) {
    return pieces.stream().mapToInt(piece -> piece.length).reduce(0, Math::addExact);
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

  /** What another packer wrote, not copied. */
  public Packer pieces(List<byte[]> value) {
    number(length(value));
    close();
    full.addAll(value);
    return this;
  }

  /** Large ones are not copied, and must not be changed. */
  public Packer bytes(byte[] value) {
    number(value.length);
    if (value.length > chunk.length - used) {
      close();
      full.add(value);
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
