package dev.recap.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What came of a command that was run in this process. */
record Ran(int exit, String out, String err) {
  static Ran recap(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit = RecapCommand.run(new PrintWriter(out), new PrintWriter(err), words);
    return new Ran(exit, out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
