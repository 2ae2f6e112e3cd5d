package dev.recap.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/**
 * The starts that the launcher's class archive is made from: what they load is mapped into later
 * starts instead of being read from jars.
 */
final class ArchivedStarts {
  private static final List<String> STARTS =
      List.of("--help", "lab faults --help", "demo --tickets melt", "demo --tickets 1 --run recap");

  private ArchivedStarts() {}

  /** Plays them and says nothing; a start that fails has loaded its classes all the same. */
  public static void main(String[] args) {
    var nowhere = new PrintWriter(Writer.nullWriter());
    STARTS.forEach(words -> RecapCommand.run(nowhere, nowhere, words.split(" ")));
  }
}
