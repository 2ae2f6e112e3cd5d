package dev.recap.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.conversation.Media;
import dev.recap.journal.Entry;
import dev.recap.journal.file.Disk.OpenFile;
import dev.recap.journal.line.LineFormat;
import dev.recap.journal.line.MediaShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Other entries in the place of all that a journal has. They are written to a file of their own,
 * which is then moved over the journal's; afterwards everything goes that may hold something of the
 * old ones. From before the move until then a file beside the journal, {@code NAME.replacing}, has
 * the new one's name: while that one is there the old entries stand.
 */
public record Replacement(JournalPlace place) {

  /** Writes the entries to a file beside the journal. */
  public Path write(LineFormat format, List<Entry> all) throws IOException {
    Path made = place.beside("new");
    try (OpenFile file = place.disk().open(made)) {
      byte[] header = format.header();
      file.write(0, header);
      long end = header.length;
      long sequence = 0;
      for (Entry entry : all) {
        // They stand all or none: of each it is sure that those before it are there.
        byte[] line = format.line(sequence, sequence, entry);
        file.write(end, line);
        end += line.length;
        sequence++;
      }
      file.sync();
    }
    return made;
  }

  /** Moves what was written over the journal, which is not open, and takes the rest away. */
  public void put(Path made) throws IOException {
    Path name = place.beside("new");
    try (OpenFile file = place.disk().open(name)) {
      file.write(0, made.getFileName().toString().getBytes(UTF_8));
      file.sync();
    }
    place.disk().move(name, mark());
    place.disk().syncFolder(folder());
    place.disk().move(made, place.path());
    resume();
  }

  /** Brings to its end what a crash broke off, if anything. */
  public void resume() throws IOException {
    if (!Files.exists(mark())) {
      return;
    }
    place.disk().syncFolder(folder());
    Path made = folder().resolve(Files.readString(mark()));
    if (Files.exists(made)) {
      place.disk().delete(made);
    } else {
      clean();
    }
    place.disk().delete(mark());
    place.disk().syncFolder(folder());
  }

  private Path mark() {
    return place.path().resolveSibling(place.path().getFileName() + ".replacing");
  }

  private Path folder() {
    return JournalPlace.folder(place.path());
  }

  private void clean() throws IOException {
    Set<String> named = new HashSet<>();
    try (StandingLines lines = StandingLines.of(place.path(), place.disk())) {
      while (lines.next()) {
        MediaShelf.shown(lines.entry()).stream().map(Media::sha256).forEach(named::add);
      }
      // What stands behind damage may name more.
      lines.torn();
    }
    String journal = Pattern.quote(place.path().getFileName().toString());
    Predicate<String> leftovers =
        Pattern.compile(journal + "\\.(snapshot|(snapshot\\.)?new-\\d+|set-aside-\\d+)")
            .asMatchPredicate();
    delete(folder(), leftovers);
    Path media = MediaFolder.of(place.path(), place.disk()).folder();
    if (Files.isDirectory(media)) {
      delete(media, name -> !named.contains(name));
      place.disk().syncFolder(media);
    }
  }

  private void delete(Path from, Predicate<String> which) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(from)) {
      files = all.filter(file -> which.test(file.getFileName().toString())).toList();
    }
    for (Path file : files) {
      place.disk().delete(file);
    }
  }
}
