package dev.recap.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A journal in a file, one JSON object a line. An entry is on the disk when {@link #append}
 * returns. A last line that was cut off by a crash is dropped when the file is opened again: its
 * {@code append} never returned.
 */
public final class JsonLinesJournal implements Journal, AutoCloseable {
  private static final ObjectMapper JSON = EntryJson.mapper();

  /** Not a channel: that would close itself under the interrupted thread of a cancelled run. */
  private final RandomAccessFile file;

  private final List<Entry> entries;
  private long end;

  private JsonLinesJournal(RandomAccessFile file, List<Entry> entries, long end) {
    this.file = file;
    this.entries = entries;
    this.end = end;
  }

  /**
   * Opens a file, or makes it.
   *
   * @throws UncheckedIOException when it cannot be read or written
   * @throws IllegalArgumentException when a line is not an entry, naming the line
   */
  public static JsonLinesJournal open(Path path) {
    try {
      byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
      int whole = endOfLastLine(bytes);
      List<Entry> entries = read(path, new String(bytes, 0, whole, StandardCharsets.UTF_8));
      return new JsonLinesJournal(new RandomAccessFile(path.toFile(), "rw"), entries, whole);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open journal " + path, e);
    }
  }

  @Override
  public synchronized void append(List<? extends Entry> more) {
    try {
      var text = new StringBuilder();
      for (Entry entry : more) {
        text.append(JSON.writeValueAsString(entry)).append('\n');
      }
      byte[] line = text.toString().getBytes(StandardCharsets.UTF_8);
      // What a crash or a full disk left of an earlier try is no part of the journal.
      file.setLength(end);
      file.seek(end);
      file.write(line);
      file.getFD().sync();
      end += line.length;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot append to the journal", e);
    }
    entries.addAll(more);
  }

  @Override
  public synchronized long size() {
    return entries.size();
  }

  @Override
  public synchronized void read(long from, Consumer<? super Entry> each) {
    List.copyOf(entries.subList((int) from, entries.size())).forEach(each);
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the journal", e);
    }
  }

  private static int endOfLastLine(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static List<Entry> read(Path path, String text) {
    List<Entry> entries = new ArrayList<>();
    for (String line : text.lines().toList()) {
      try {
        entries.add(JSON.readValue(line, Entry.class));
      } catch (JsonProcessingException e) {
        throw new IllegalArgumentException(
            "line %d of %s is not a journal entry: %s"
                .formatted(entries.size() + 1, path, e.getOriginalMessage()),
            e);
      }
    }
    return entries;
  }
}
