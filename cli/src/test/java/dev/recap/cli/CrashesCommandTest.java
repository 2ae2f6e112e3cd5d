package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashesCommandTest {

  @Test
  void countsByStoreAndSaysThatNothingWasRepeatedOrLost() {
    Ran ran = Ran.recap("lab", "crashes", "--stores", "file,sqlite", "--sample", "20");

    assertThat(ran.exit()).isZero();
    assertThat(ran.lines())
        .anyMatch(line -> line.startsWith("file "))
        .anyMatch(line -> line.startsWith("sqlite "))
        .last()
        .asString()
        .startsWith("Nothing was repeated, nothing was lost");
    assertThat(ran.err()).contains("20 of 20 runs");
  }

  @Test
  void theFindingsAreJson() throws IOException {
    Ran ran = Ran.recap("lab", "crashes", "--stores", "file", "--sample", "5", "--json", "-");

    JsonNode found = new ObjectMapper().readTree(ran.out());
    assertThat(found.at("/rows/0/store").asText()).isEqualTo("file");
    assertThat(found.at("/totals/all/repeated").asInt(-1)).isZero();
    assertThat(found.at("/totals/all/lost").asInt(-1)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--stores melt | store is 'melt', but must be one of file, sqlite, postgresql",
        "--sample -1 | sample is -1",
        "--record --sample 5 | a record is of all scenarios",
        "--record | there is no docs/records here"
      })
  void wrongUsageExitsWith2AndSaysWhatIsWrong(String words, String message) {
    Ran ran = Ran.recap(("lab crashes " + words.strip()).split(" "));

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(message.strip());
  }
}
