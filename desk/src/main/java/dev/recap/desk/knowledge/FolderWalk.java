package dev.recap.desk.knowledge;

import dev.recap.desk.mail.CleanText;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The files below a folder in the order of their names, without leaving it. */
final class FolderWalk {
  private static final int DEEPEST = 20;
  private static final int MOST_FILES = 100_000;
  private static final int LONGEST_NAME = 4_096;

  private final Path folder;
  private final Taker taker;
  private final Consumer<String> refused;

  /** Who takes the files. */
  interface Taker {
    /**
     * Takes a file.
     *
     * @param name its way from the folder, with slashes
     * @return whether more are wanted
     */
    boolean take(String name, Path file);
  }

  FolderWalk(Path folder, Taker taker, Consumer<String> refused) {
    this.folder = folder;
    this.taker = taker;
    this.refused = refused;
  }

  void walk() throws IOException {
    Path real = folder.toRealPath();
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(real, Set.of(), DEEPEST, finding(real, files));
    files.sort(null);
    for (Path file : files) {
      if (!taker.take(name(real, file), file)) {
        return;
      }
    }
  }

  private FileVisitor<Path> finding(Path real, List<Path> files) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return !directory.equals(real) && isHidden(directory)
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isHidden(file)) {
          return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
          refused.accept(name(real, file) + ": it is a link, but a file was expected");
        } else if (attributes.isDirectory()) {
          refused.accept(
              "%s: it lies deeper than %d folders, the most that is read"
                  .formatted(name(real, file), DEEPEST));
        } else if (attributes.isRegularFile()) {
          files.add(file);
        }
        if (files.size() > MOST_FILES) {
          refused.accept("there are more than %,d files in it".formatted(MOST_FILES));
          return FileVisitResult.TERMINATE;
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        refused.accept("%s: it cannot be read (%s)".formatted(name(real, file), failure));
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  private static String name(Path real, Path file) {
    return CleanText.line(real.relativize(file).toString().replace('\\', '/'), LONGEST_NAME);
  }
}
