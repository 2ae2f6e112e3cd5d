package dev.recap.recall.originals;

import static dev.recap.testing.Step.finishes;
import static dev.recap.testing.Step.opens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.recall.RecallQuery;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What recall says that is asked for nothing: which items there were, a page at a time. */
class ClosedItemsTest extends RecallFixture {
  private void close(int items) {
    for (int i = 1; i <= items; i++) {
      story.turn(opens("T-" + i), finishes("T-" + i));
    }
  }

  @Test
  void standOnPagesNewestFirstAndEachOnce() {
    close(60);
    Set<String> seen = new LinkedHashSet<>();
    for (int page = 1; page <= 3; page++) {
      List<String> lines =
          words(page == 1 ? "" : "page " + page).lines().filter(l -> l.startsWith("T-")).toList();
      assertThat(lines).isNotEmpty().allMatch(seen::add);
    }

    assertThat(seen).hasSize(60).startsWith("T-60 closed.").endsWith("T-1 closed.");
    assertThat(words("")).contains("page 1 of 3 (60 in all)", "the words 'page 2' the next page");
  }

  @Test
  void haveALastPageForAnyNumber() {
    close(30);

    assertThat(words("page 999999")).isEqualTo(words("page 2")).contains("page 2 of 2");
    assertThat(words("page 0")).isEqualTo(words(""));
  }

  @Test
  void areSaidToBeNoneWhileNothingIsClosed() {
    story.turn(opens("T-1"));

    assertThat(words("")).startsWith("Nothing is closed yet.");
  }

  @Test
  void areNotMeantByOtherWordsOrWithAnItem() {
    close(1);

    assertThat(words("page two")).doesNotContain("Closed items");
    assertThat(answer(new RecallQuery("T-1", "page 1"))).doesNotContain("Closed items");
  }
}
