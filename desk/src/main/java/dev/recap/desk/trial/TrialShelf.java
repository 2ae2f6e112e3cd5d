package dev.recap.desk.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folders of a desk's trials, by their ids: in each what was asked for, the file with the
 * answered tickets, and what {@link TrialFolder} keeps.
 *
 * @param all where they lie; need not exist
 */
record TrialShelf(Path all) {
  private static final String ASKED = "asked.json";
  private static final String FILE = "answered";
  private static final int ID_LENGTH = 8;

  /** A new one; the file is copied. */
  String put(Path file, TrialAsked asked) {
    String id = UUID.randomUUID().toString().substring(0, ID_LENGTH);
    try {
      OwnerOnly.folder(folder(id));
      Files.copy(file, file(id));
      OwnerOnly.create(folder(id).resolve(ASKED), TrialJson.text(asked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return id;
  }

  /** Puts what is asked for now in the place of what was. */
  void again(String id, TrialAsked asked) {
    try {
      OwnerOnly.replace(folder(id).resolve(ASKED), TrialJson.text(asked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was asked for; empty for what is no trial here. */
  Optional<TrialAsked> asked(String id) {
    boolean isId = id.matches("[0-9a-f]{%d}".formatted(ID_LENGTH));
    if (!isId || !Files.isRegularFile(folder(id).resolve(ASKED))) {
      return Optional.empty();
    }
    try {
      return Optional.of(TrialAsked.read(Files.readString(folder(id).resolve(ASKED))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder(String id) {
    return all.resolve(id);
  }

  Path file(String id) {
    return folder(id).resolve(FILE);
  }

  /** Of all that lie here. */
  List<String> ids() {
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(all)) {
      return folders.map(one -> String.valueOf(one.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes one away. */
  void take(String id) {
    try {
      OwnerOnly.delete(folder(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
