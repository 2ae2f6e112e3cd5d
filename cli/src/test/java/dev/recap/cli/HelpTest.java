package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What help says of every command, as it stands in a terminal of 80 columns. */
class HelpTest {
  private static final int COLUMNS = 80;

  /** Every command by its words; new ones come in by themselves. */
  static Stream<List<String>> commands() {
    List<List<String>> all = new ArrayList<>(List.of(List.of()));
    for (int i = 0; i < all.size(); i++) {
      List<String> words = all.get(i);
      for (String name : command(words).getSubcommands().keySet()) {
        List<String> deeper = new ArrayList<>(words);
        deeper.add(name);
        all.add(deeper);
      }
    }
    return all.stream();
  }

  private static CommandLine command(List<String> words) {
    CommandLine found = RecapCommand.commandLine(words);
    for (String word : words) {
      found = found.getSubcommands().get(word);
    }
    return found;
  }

  private static String help(List<String> words) {
    var out = new StringWriter();
    List<String> all = new ArrayList<>(words);
    all.add("--help");
    int exit =
        RecapCommand.run(
            new PrintWriter(out), new PrintWriter(new StringWriter()), all.toArray(String[]::new));
    assertThat(exit).isZero();
    return out.toString();
  }

  /** Without blanks: a line may also be broken behind a colon. */
  private static String unwrapped(String help) {
    return help.replaceAll("\\s+", "");
  }

  @Test
  void thereAreAllOfThem() {
    assertThat(commands().map(words -> String.join(" ", words)))
        .contains("", "demo", "simulator", "tools", "lab", "lab faults", "lab replay")
        .hasSizeGreaterThan(10);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsTheTerminalAndSaysWhatEachExitCodeMeans(List<String> words) {
    assertThat(help(words).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
    assertThat(help(words))
        .contains("Usage: recap", "Exit codes:")
        .containsPattern("(?m)^ +2 +\\S");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isMadeOfWholeSentences(List<String> words) {
    List<String> texts =
        new ArrayList<>(List.of(command(words).getCommandSpec().usageMessage().description()));
    command(words)
        .getCommandSpec()
        .args()
        .forEach(argument -> texts.addAll(List.of(argument.description())));

    assertThat(texts)
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).matches("(?s)[A-Z0-9a-z].*[.)]"));
    assertThat(unwrapped(help(words))).contains(texts.stream().map(HelpTest::unwrapped).toList());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void ofAGroupShowsTheFirstSentenceOfEachCommandWhole(List<String> words) {
    String help = unwrapped(help(words));

    for (CommandLine listed : command(words).getSubcommands().values()) {
      String first = listed.getCommandSpec().usageMessage().description()[0];
      assertThat(help).contains(unwrapped(listed.getCommandName() + first));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void knowsTheSameOptionsForTheSameThingEverywhere(List<String> words) {
    List<OptionSpec> options = command(words).getCommandSpec().options();
    List<String> names = options.stream().flatMap(option -> Stream.of(option.names())).toList();

    assertThat(names).contains("--help");
    if (command(words).getSubcommands().isEmpty()) {
      assertThat(names).contains("--json");
    }
    assertThat(options)
        .filteredOn(option -> option.description()[0].matches("(Writes|Draws|Saves).*"))
        .allSatisfy(option -> assertThat(option.longestName()).isIn("--json", "--report"));
  }
}
