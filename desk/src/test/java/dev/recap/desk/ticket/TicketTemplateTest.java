package dev.recap.desk.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.recap.desk.knowledge.KnowledgeBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketTemplateTest {
  @Test
  void thereAreAtLeastSixForEachCategoryAndThirtyInAll() {
    List<Integer> sizes =
        Arrays.stream(Category.values())
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

  @Test
  void oneOfTheArticlesFoundForItIsOfItsCategory() {
    var knowledge = KnowledgeBase.bundled();
    List<String> astray = new ArrayList<>();
    for (Category category : Category.values()) {
      for (TicketTemplate template : TicketTemplate.of(category)) {
        String question = template.subject() + " " + template.description();
        if (knowledge.search(question, Optional.empty()).stream()
            .noneMatch(found -> found.category() == category)) {
          astray.add(template.subject());
        }
      }
    }

    assertThat(astray).isEmpty();
  }
}
