package dev.recap.journal.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.recap.bytes.Digest;
import dev.recap.bytes.Packer;
import dev.recap.journal.Journal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line in front of a snapshot's bytes, under the same checksum as the lines of its journal.
 *
 * @param size how many of the first entries it stands for
 * @param offset where the line behind theirs begins; 0 where lines have none
 * @param last the checksum in the line of the last of them
 * @param digest of the bytes
 */
public record SnapshotHead(long size, long offset, String last, String digest) {
  /** No head is longer. */
  public static final int MOST_BYTES = 512;

  private static final String START = "{\"format\":\"recap-snapshot\",\"version\":1,";
  private static final Pattern LINE =
      Pattern.compile(
          Pattern.quote(START)
              + "\"size\":(\\d{1,18}),\"offset\":(\\d{1,18}),\"last\":\"([0-9a-f]{16})\","
              + "\"digest\":\"([0-9a-f]{64})\",\"sum\":\"[0-9a-f]{16}\"\\}");

  /**
   * Of the entries up to the one in this line.
   *
   * @param lastLine without its end
   */
  public static SnapshotHead of(long size, long offset, byte[] lastLine, List<byte[]> bytes) {
    return new SnapshotHead(size, offset, LineFormat.sumOf(lastLine), Digest.of(bytes));
  }

  /** What stands at the start of these bytes; empty for anything but a head of this journal's. */
  public static Optional<SnapshotHead> in(byte[] kept, LineFormat format) {
    byte[] line = line(kept);
    Matcher parts = LINE.matcher(new String(line, ISO_8859_1));
    return parts.matches() && format.sealed(line)
        ? Optional.of(
            new SnapshotHead(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                parts.group(3),
                parts.group(4)))
        : Optional.empty();
  }

  private static byte[] line(byte[] kept) {
    int end = 0;
    while (end < kept.length && end < MOST_BYTES && kept[end] != '\n') {
      end++;
    }
    boolean ended = end < kept.length && kept[end] == '\n';
    return Arrays.copyOf(kept, ended ? end : 0);
  }

  /** The line, with its end: the bytes follow, as {@link #in} and {@link #snapshot} read them. */
  public byte[] line(LineFormat format) {
    String start =
        "%s\"size\":%d,\"offset\":%d,\"last\":\"%s\",\"digest\":\"%s\""
            .formatted(START, size, offset, last, digest);
    return format.seal(start, new byte[0]);
  }

  /** Head and bytes in one. */
  public byte[] with(List<byte[]> bytes, LineFormat format) {
    List<byte[]> all = new ArrayList<>(bytes);
    all.addFirst(line(format));
    return Packer.joined(all);
  }

  /** The snapshot whose head this is; empty where the bytes are not those that were kept. */
  public Optional<Journal.Snapshot> snapshot(byte[] kept) {
    byte[] bytes = Arrays.copyOfRange(kept, line(kept).length + 1, kept.length);
    return Digest.of(bytes).equals(digest)
        ? Optional.of(new Journal.Snapshot(size, bytes))
        : Optional.empty();
  }

  /** Whether the last of its entries stands in this line, or ends with these bytes of it. */
  public boolean isBehind(byte[] line) {
    return last.equals(LineFormat.sumOf(line));
  }
}
