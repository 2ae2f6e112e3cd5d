package dev.recap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class PagesCommandTest {
  @Test
  void asksADeskOfThatManyTicketsForEachOfItsPages() throws Exception {
    Ran ran = Ran.recap("lab", "pages", "--tickets", "30", "--requests", "1", "--json");

    assertThat(ran.exit()).as(ran.err()).isZero();
    JsonNode found = new ObjectMapper().readTree(ran.out());
    assertThat(found.path("rows").findValuesAsText("page"))
        .contains("today", "queue", "search, a common word", "ticket", "queue, page 40");
    assertThat(found.path("rows").findValues("kB")).allMatch(size -> size.asLong() > 0);
    assertThat(found.path("totals").path("tickets").asInt()).isEqualTo(30);
    assertThat(found.path("totals").path("startMs").asLong()).isPositive();
  }

  @Test
  void saysHowManyThereCanBe() {
    Ran ran = Ran.recap("lab", "pages", "--tickets", "0");

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("tickets is 0, but 1 to 1,000,000 were expected");
  }
}
