package dev.recap.desk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.Category;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnowledgeBaseTest {
  private final KnowledgeBase knowledge = KnowledgeBase.standard();

  @AfterEach
  void close() {
    knowledge.close();
  }

  @Test
  void findsTheArticleThatAnswersTheQuestion() {
    assertThat(knowledge.search("I was charged twice", Optional.empty()).getFirst().id())
        .isEqualTo("double-charges");
  }

  @Test
  void looksOnlyInTheCategoryAskedFor() {
    assertThat(knowledge.search("hub", Optional.of(Category.TECHNICAL)))
        .extracting(Hit::category)
        .containsOnly(Category.TECHNICAL);
  }
}
