package dev.recap.journal.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.recap.conversation.Media;
import dev.recap.journal.Entry;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the lines of one journal are written, and told from damaged ones: each is a JSON object whose
 * last field is a checksum of the bytes before it and of the journal's id.
 *
 * @param id the journal's
 * @param media where the images and documents are that lines name
 */
public record LineFormat(String id, MediaShelf media) {
  /** What the field {@code format} of the first line says. */
  public static final String NAME = "recap-journal";

  private static final JsonMapper JSON = EntryJson.mapper();
  private static final String START = "{\"format\":\"" + NAME + "\",\"version\":";
  private static final int VERSION = 1;
  private static final Pattern SEAL = Pattern.compile(",\"sum\":\"[0-9a-f]{16}\"\\}");
  private static final byte[] NOTHING = {};

  /** With so many bytes a line ends: its checksum. */
  public static final int SEAL_BYTES = 26;

  /** A reader takes a longer line for damage, so none is written. */
  public static final int MOST_BYTES = 128 << 20;

  record Line(Entry data) {
    Line {
      Objects.requireNonNull(data, "data");
    }
  }

  /**
   * The format that a first line speaks of, as it is in {@link #header}.
   *
   * @param where what it is the first line of, for errors
   */
  public static LineFormat of(byte[] header, String where, MediaShelf media) {
    if (!new String(header, ISO_8859_1).startsWith(START)) {
      throw new JournalException(
          Reason.NOT_A_JOURNAL,
          "%s is not a journal and was not touched: its line 1 does not begin with %s"
              .formatted(where, START));
    }
    if (!new LineFormat("", media).sealed(header)) {
      throw new JournalException(
          Reason.DAMAGED,
          "line 1 of %s is damaged: its checksum does not fit, and no other line can be judged without the journal's id in it"
              .formatted(where));
    }
    JsonNode read = read(header, JsonNode.class, "line 1 of " + where, media);
    if (read.path("version").asInt() != VERSION) {
      throw new JournalException(
          Reason.NEWER,
          "%s has format version %s: a newer release wrote it, this one knows version %d"
              .formatted(where, read.path("version"), VERSION));
    }
    return new LineFormat(read.path("id").asText(), media);
  }

  /** The first line of the file. */
  public byte[] header() {
    String start = "%s%d,\"id\":\"%s\"".formatted(START, VERSION, id);
    return new LineFormat("", media).seal(start, NOTHING);
  }

  /**
   * The line of an entry, which was read again to see that it can be; what the entry shows is on
   * the disk then.
   *
   * @param durable how many entries are known to be on the disk
   */
  public byte[] line(long sequence, long durable, Entry entry) {
    try {
      String start = start(sequence) + "\"durable\":" + durable + ",\"data\":";
      byte[] line = seal(start, JSON.writeValueAsBytes(entry));
      if (line.length > MOST_BYTES) {
        throw new IllegalArgumentException(
            "it takes %,d bytes, and the most is %,d".formatted(line.length, MOST_BYTES));
      }
      if (!reader(Line.class, media).<Line>readValue(line).data().equals(entry)) {
        throw new IllegalArgumentException("it would be read as another one");
      }
      media.keep(MediaShelf.shown(entry));
      return line;
    } catch (IOException | RuntimeException e) {
      throw new JournalException(
          Reason.REFUSED,
          "entry %d (%s) cannot be kept, and nothing was written: %s"
              .formatted(sequence, entry.getClass().getSimpleName(), e.getMessage()),
          e);
    }
  }

  /** Whether it is, without its end, a line of this journal. */
  public boolean sealed(byte[] line) {
    int body = line.length - SEAL_BYTES;
    return body >= 0 && Arrays.equals(sum(line, body), 0, SEAL_BYTES, line, body, line.length);
  }

  /** Whether a line that is {@link #sealed} is the one with this sequence. */
  public static boolean has(byte[] line, long sequence) {
    byte[] start = start(sequence).getBytes(ISO_8859_1);
    return Arrays.mismatch(start, line) == start.length;
  }

  private static String start(long sequence) {
    return "{\"seq\":" + sequence + ",";
  }

  /** The start of a line up to the first checksum: what was written whole, if anything was. */
  public static byte[] wholeStart(byte[] line) {
    Matcher seal = SEAL.matcher(new String(line, ISO_8859_1));
    return seal.find() ? Arrays.copyOf(line, seal.end()) : NOTHING;
  }

  /** The entry in a line that is {@link #sealed}. */
  public Entry entry(byte[] line, String where) {
    return read(line, Line.class, where, media).data();
  }

  /** How many entries were on the disk when a line that is {@link #sealed} was written. */
  public long durable(byte[] line) {
    return read(line, JsonNode.class, "a line", media).path("durable").asLong();
  }

  private static ObjectReader reader(Class<?> type, MediaShelf media) {
    return JSON.readerFor(type).withAttribute(Media.Source.class, media);
  }

  private static <T> T read(byte[] line, Class<T> type, String where, MediaShelf media) {
    try {
      return reader(type, media).readValue(line);
    } catch (IOException e) {
      throw new JournalException(
          Reason.NEWER,
          "%s is undamaged, but a newer release wrote it: %s".formatted(where, e.getMessage()),
          e);
    }
  }

  /** A line of these bytes with their checksum, and its end. */
  byte[] seal(String start, byte[] data) {
    byte[] head = start.getBytes(ISO_8859_1);
    int body = head.length + data.length;
    var line = ByteBuffer.allocate(body + SEAL_BYTES + 1).put(head).put(data);
    return line.put(sum(line.array(), body)).put((byte) '\n').array();
  }

  /** The checksum with which a line, or the end of one, ends. */
  static String sumOf(byte[] line) {
    int digits = 16;
    int end = Math.max(0, line.length - 2);
    return new String(line, Math.max(0, end - digits), Math.min(end, digits), ISO_8859_1);
  }

  /** The end of a line, with the checksum of the bytes before it. */
  private byte[] sum(byte[] line, int body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((id + "\n").getBytes(ISO_8859_1));
      digest.update(line, 0, body);
      String sum = HexFormat.of().formatHex(digest.digest(), 0, 8);
      return (",\"sum\":\"" + sum + "\"}").getBytes(ISO_8859_1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
