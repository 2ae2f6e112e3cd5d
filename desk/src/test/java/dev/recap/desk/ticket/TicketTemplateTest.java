package dev.recap.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.recap.desk.rules.DeskRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketTemplateTest {
  @Test
  void thereAreAtLeastSixForEachCategoryAndThirtyInAll() {
    List<Integer> sizes =
        DeskRules.names(DeskRules.standard().categories()).stream()
            .map(category -> TicketTemplate.of(category).size())
            .toList();

    assertThat(sizes).allMatch(size -> size >= 6);
    assertThat(sizes.stream().mapToInt(size -> size).sum()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void aSlotThatNobodyFillsIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new TicketTemplate("a", "{colour}").filledWith(Map.of("a", "b")))
        .withMessageContaining("{colour}");
  }
}
