package dev.recap.lab.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.journal.file.Disk;
import dev.recap.journal.file.MediaFolder;
import dev.recap.journal.line.LineFormat;
import dev.recap.lab.scenario.WireJson;
import dev.recap.model.ToolSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A new file, for its owner alone, with every entry of several conversations: a JSON object a line,
 * on the disk before the conversation goes on, so that whatever ends it leaves what was paid for.
 *
 * <p>The first line says who answered and when: {@code {"format": "recap-record", "version": 1,
 * "at", "model", "address"}}. {@code {"conversation": 1, "run": "recap", "tools": [...]}} begins a
 * conversation, and {@code {"conversation": 1, "line": {...}}} is one of its entries, as a journal
 * in a file has it. Safe for several threads.
 */
public final class RecordFile implements AutoCloseable {
  /** What the field {@code format} of the first line says. */
  public static final String FORMAT = "recap-record";

  /** What the field {@code version} of the first line says. */
  public static final int VERSION = 1;

  /** How the entries of a record are written, and where what they show is kept. */
  public static LineFormat entries(Path record) {
    return new LineFormat(FORMAT, MediaFolder.of(record, new Disk()));
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<StandardOpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path path;
  private final FileChannel file;
  private final LineFormat format;
  private int conversations;

  private RecordFile(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
    this.format = entries(path);
  }

  /**
   * Who answers.
   *
   * @param model the name of a real model, or "simulator"
   * @param address another one than the vendor's own; null for that
   */
  public record Origin(Instant at, String model, @Nullable String address) {
    public Origin {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(model, "model");
    }
  }

  /**
   * Makes the file.
   *
   * @throws IllegalArgumentException when there is one, or none can be made
   */
  public static RecordFile create(Path path, Origin origin) {
    checkNew(path);
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownersOnly = {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
    try {
      var record =
          new RecordFile(
              path, FileChannel.open(path, NEW, posix ? ownersOnly : new FileAttribute<?>[0]));
      ObjectNode first = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
      first.put("at", origin.at().toString()).put("model", origin.model());
      if (origin.address() != null) {
        first.put("address", origin.address());
      }
      record.write(first);
      return record;
    } catch (IOException e) {
      throw new IllegalArgumentException("%s cannot be made: %s".formatted(path, e), e);
    }
  }

  /**
   * Makes sure that there is no such file.
   *
   * @throws IllegalArgumentException when there is: no record is written over
   */
  public static void checkNew(Path path) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalArgumentException(
          "%s exists, and a record is not written over: name another file".formatted(path));
    }
  }

  /**
   * A journal of a conversation that begins here.
   *
   * @param run what it is called
   * @param tools what the model is told of them
   */
  public Journal journal(String run, List<ToolSpec> tools) {
    int number;
    synchronized (this) {
      number = ++conversations;
    }
    ObjectNode begin = JSON.createObjectNode().put("conversation", number).put("run", run);
    ArrayNode all = begin.putArray("tools");
    for (ToolSpec tool : tools) {
      all.addObject()
          .put("name", tool.name())
          .put("description", tool.description())
          .set("input_schema", WireJson.read(tool.inputSchema()));
    }
    try {
      write(begin);
    } catch (IOException e) {
      throw failed(e);
    }
    return new Recorded(number, Journal.inMemory());
  }

  /** Entries are in memory for the conversation and in the file for whoever comes later. */
  private final class Recorded implements Journal {
    private final int conversation;
    private final Journal kept;

    Recorded(int conversation, Journal kept) {
      this.conversation = conversation;
      this.kept = kept;
    }

    @Override
    public void append(List<? extends Entry> entries) {
      var lines = new ByteArrayOutputStream();
      long durable = kept.size();
      for (int i = 0; i < entries.size(); i++) {
        String entry =
            new String(format.line(durable + i, durable, entries.get(i)), StandardCharsets.UTF_8);
        lines.writeBytes(
            "{\"conversation\":%d,\"line\":%s}\n"
                .formatted(conversation, entry.strip())
                .getBytes(StandardCharsets.UTF_8));
      }
      try {
        write(lines.toByteArray());
      } catch (IOException e) {
        throw failed(e);
      }
      kept.append(entries);
    }

    @Override
    public long size() {
      return kept.size();
    }

    @Override
    public void read(long from, Consumer<? super Entry> each) {
      kept.read(from, each);
    }
  }

  private void write(ObjectNode line) throws IOException {
    write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private synchronized void write(byte[] lines) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(lines);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(false);
  }

  private JournalException failed(IOException cause) {
    return new JournalException(
        Reason.IO, "the record %s cannot be written: %s".formatted(path, cause), cause);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
