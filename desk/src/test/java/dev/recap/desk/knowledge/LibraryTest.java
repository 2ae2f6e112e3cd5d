package dev.recap.desk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.recap.desk.knowledge.Library.Done;
import dev.recap.desk.knowledge.Library.Outdated;
import dev.recap.desk.knowledge.Library.Taken;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The articles of a desk in their versions, and the search over them. */
class LibraryTest {
  private static final Instant MONDAY = Instant.parse("2026-11-30T08:00:00Z");

  private final SettableClock clock = new SettableClock(MONDAY);
  private final TicketStore store = Desks.empty(clock);
  private final Knowledge knowledge = new Knowledge(store, clock);
  private final Library library = knowledge.library();

  @AfterEach
  void close() {
    store.close();
  }

  private static ArticleText article(String id, String text) {
    return new ArticleText(id, "About " + id, "billing", List.of("money", "cash"), text);
  }

  private List<String> found(String query) {
    return knowledge.get().search(query, Optional.empty()).stream()
        .map(hit -> hit.id() + " " + hit.version())
        .toList();
  }

  @Nested
  class AnEdit {
    @Test
    void makesTheNextVersionAndTheOldOneStaysReadable() {
      assertThat(library.save(0, article("refunds", "Old."), "Ada")).isEqualTo(new Done(1));
      clock.advance(Duration.ofDays(1));
      assertThat(library.save(1, article("refunds", "New."), "Bob")).isEqualTo(new Done(2));

      assertThat(library.version("refunds", 1))
          .contains(new ArticleVersion(article("refunds", "Old."), 1, "Ada", MONDAY, false));
      assertThat(library.versions("refunds"))
          .extracting(ArticleVersion::version, ArticleVersion::by)
          .containsExactly(tuple(2, "Bob"), tuple(1, "Ada"));
      assertThat(library.now()).extracting(ArticleVersion::version).containsExactly(2);
    }

    @Test
    void ofAVersionThatIsNotTheNewestWritesNothingAndTellsWhoWasFaster() {
      library.save(0, article("refunds", "Old."), "Ada");
      library.save(1, article("refunds", "New."), "Bob");

      assertThat(library.save(1, article("refunds", "Mine."), "Cy"))
          .isInstanceOfSatisfying(
              Outdated.class, outdated -> assertThat(outdated.newest().by()).isEqualTo("Bob"));
      assertThat(library.save(0, article("refunds", "Mine."), "Cy")).isInstanceOf(Outdated.class);
      assertThat(library.delete("refunds", 1, "Cy")).isInstanceOf(Outdated.class);
      assertThat(library.versions("refunds")).hasSize(2);
    }

    @Test
    void thatChangesNothingMakesNoVersion() {
      library.save(0, article("refunds", "Old."), "Ada");

      assertThat(library.save(1, article("refunds", "Old."), "Bob")).isEqualTo(new Done(1));
    }

    @Test
    void cannotTouchWhatIsOnRecord() {
      library.save(0, article("refunds", "Old."), "Ada");

      assertThatExceptionOfType(JdbiException.class)
          .isThrownBy(
              () -> store.besides(handle -> handle.execute("update article set text = 'x'")))
          .withMessageContaining("never changed");
    }
  }

  @Nested
  class Deleting {
    @Test
    void isAVersionTooAndTheSearchDoesNotFindItAnyMore() {
      library.save(0, article("refunds", "We refund."), "Ada");
      assertThat(library.delete("refunds", 1, "Bob")).isEqualTo(new Done(2));

      assertThat(found("refund")).isEmpty();
      assertThat(library.isEmpty()).isTrue();
      assertThat(library.version("refunds", 1)).isPresent();
      assertThat(library.version("refunds", 2)).get().matches(ArticleVersion::deleted);
    }

    @Test
    void isUndoneByTheNextVersion() {
      library.save(0, article("refunds", "We refund."), "Ada");
      library.delete("refunds", 1, "Bob");
      library.save(2, article("refunds", "We refund."), "Ada");

      assertThat(found("refund")).containsExactly("refunds 3");
    }

    @Test
    void ofWhatNeverWasChangesNothing() {
      assertThat(library.delete("none", 0, "Bob")).isEqualTo(new Done(0));
      assertThat(library.versions("none")).isEmpty();
    }
  }

  @Nested
  class AnImport {
    @Test
    void makesVersionsOnlyOfWhatIsDifferent() {
      library.take(List.of(article("a", "One."), article("b", "Two.")), "Ada");

      assertThat(
              library.take(
                  List.of(article("a", "One."), article("b", "2."), article("c", "Three.")), "Bob"))
          .isEqualTo(new Taken(1, 1, 1));
      assertThat(library.now())
          .extracting(one -> one.article().id() + one.version())
          .containsExactly("a1", "b2", "c1");
    }

    @Test
    void ofAFolderLeavesWhatPeopleChangedUntilTheFileChanges() {
      List<ArticleText> files = List.of(article("a", "File."), article("b", "File."));
      library.follow(files, "folder");
      library.save(1, article("a", "By hand."), "Ada");
      library.delete("b", 1, "Ada");

      assertThat(library.follow(files, "folder")).isEqualTo(new Taken(0, 0, 2));
      assertThat(library.now()).extracting(one -> one.article().text()).containsExactly("By hand.");

      assertThat(library.follow(List.of(article("a", "New file.")), "folder"))
          .isEqualTo(new Taken(0, 1, 0));
      assertThat(library.versions("a"))
          .extracting(one -> one.article().text())
          .containsExactly("New file.", "By hand.", "File.");
    }

    @Test
    void ofMoreThanADeskHasTakesNothing() {
      List<ArticleText> many = new ArrayList<>();
      for (int i = 0; i < ArticleFiles.MOST_ARTICLES; i++) {
        many.add(article("a" + i, "Text."));
      }
      library.take(List.of(article("first", "Text.")), "Ada");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> library.take(many, "Ada"))
          .withMessageContaining("5,001 articles, but a desk has at most 5,000");
      assertThat(library.now()).hasSize(1);
    }
  }

  @Test
  void aDeskHasOnlySoMuchText() {
    List<ArticleText> most = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      most.add(article("a" + i, "x".repeat(ArticleText.MOST_CHARACTERS)));
    }
    library.take(most, "Ada");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> library.save(0, article("b", "Text."), "Ada"))
        .withMessageContaining("10,000,005 characters");
    assertThat(library.versions("b")).isEmpty();
  }

  @Nested
  class TheSearch {
    @Test
    void findsWhatWasSavedAndNamesItsVersion() {
      assertThat(found("refund")).isEmpty();
      library.save(0, article("refunds", "We refund."), "Ada");
      assertThat(found("refund")).containsExactly("refunds 1");
      library.save(1, article("refunds", "We refund soon."), "Ada");
      assertThat(found("refund")).containsExactly("refunds 2");
    }

    @Test
    void isBuiltAnewOnlyWhenAnArticleChanged() {
      library.save(0, article("refunds", "We refund."), "Ada");
      KnowledgeBase before = knowledge.get();

      assertThat(knowledge.get()).isSameAs(before);
      library.save(1, article("refunds", "We pay."), "Ada");
      assertThat(knowledge.get()).isNotSameAs(before);
      assertThat(before.search("refund", Optional.empty())).hasSize(1);
    }

    @Test
    void thatFoundNothingIsListedWithHowOften() {
      knowledge.searches().asked("Ada", "quantum", 0);
      clock.advance(Duration.ofDays(1));
      knowledge.searches().asked("Bob", "quantum", 0);
      knowledge.searches().asked("Bob", "refund", 2);
      knowledge.searches().asked("Bob", "zebra\n" + "x".repeat(400), 0);

      assertThat(knowledge.searches().inVain(10))
          .extracting(SearchLog.InVain::query, SearchLog.InVain::times)
          .containsExactly(tuple("quantum", 2), tuple("zebra " + "x".repeat(294), 1));
      assertThat(knowledge.searches().inVain(1).getFirst().last())
          .isEqualTo(MONDAY.plus(Duration.ofDays(1)));
    }
  }
}
