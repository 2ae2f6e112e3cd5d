package dev.recap.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Asks for a password: never an argument, which every user of the machine can read. */
final class NewPassword {
  private NewPassword() {}

  /**
   * What was typed twice at the terminal, or else the first line of standard input.
   *
   * @throws IllegalArgumentException when nothing came, or not the same twice
   */
  @SuppressWarnings("SystemConsoleNull") // On 21 it is null where nobody types.
  static String ask(String whose) throws IOException {
    Console console = System.console();
    return console == null ? line() : typed(console, whose);
  }

  private static String line() throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    if (line == null) {
      throw new IllegalArgumentException(
          "a password was expected in the first line of standard input, but there was none");
    }
    return line;
  }

  private static String typed(Console console, String whose) {
    char[] first = console.readPassword("Password %s: ", whose);
    if (first == null) {
      throw new IllegalArgumentException("a password was expected, but nothing was typed");
    }
    char[] again = console.readPassword("Once more: ");
    // A console that is no terminal has one line.
    if (again != null && !new String(first).equals(new String(again))) {
      throw new IllegalArgumentException("the passwords are not the same");
    }
    return new String(first);
  }
}
