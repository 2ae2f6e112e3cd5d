package dev.recap.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.queue.QueueFilter.Column;
import dev.recap.desk.queue.QueueFilter.Times;
import dev.recap.desk.queue.QueueRow.Draft;
import dev.recap.desk.queue.QueueRow.Value;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueSearchTest {
  private final Shelf shelf = new Shelf();
  private final QueueSearch search = new QueueSearch(shelf.store);

  @AfterEach
  void close() {
    shelf.close();
  }

  private QueueRow row(String id) {
    return search.page(QueueFilter.ALL, QueueOrder.NEWEST, QueuePlace.START, 100).rows().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class ARow {
    @Test
    void ofANewTicketHasNothingDecided() {
      shelf.ticket("A-1", 5, "It hums.");

      QueueRow row = row("A-1");

      assertThat(row.subject()).isEqualTo("About A-1");
      assertThat(row.customer().name()).isEqualTo("Jürgen Müller");
      assertThat(row.state())
          .isEqualTo(new QueueRow.State(TicketStatus.NEW, null, null, null, Draft.NONE));
      assertThat(row.values().category()).isEqualTo(new Value(null, null));
      assertThat(row.times().created()).isEqualTo(Shelf.NOON.minusSeconds(300));
      assertThat(row.times().changed()).isEqualTo(row.times().created());
    }

    @Test
    void saysWhoSetWhatAndThatADraftIsStale() {
      shelf.ticket("A-1", 5, "It hums.");
      shelf.set(
          "A-1",
          """
          status = 'needs_person', owner = 'ada', reason = 'a refund', lot = 'monday',
          category = 'billing', category_by = 'ada', priority = 'high',
          draft = 'Dear', draft_revision = 1, revision = 2, changed_at = '2026-11-24T11:59:00Z'\
          """);

      QueueRow row = row("A-1");

      assertThat(row.state())
          .isEqualTo(
              new QueueRow.State(
                  TicketStatus.NEEDS_PERSON, "ada", "a refund", "monday", Draft.STALE));
      assertThat(row.values().category()).isEqualTo(new Value("billing", "ada"));
      assertThat(row.values().priority()).isEqualTo(new Value("high", null));
      assertThat(row.times().changed()).isEqualTo("2026-11-24T11:59:00Z");
    }

    @Test
    void saysThatADraftIsReady() {
      shelf.ticket("A-1", 5, "It hums.").set("A-1", "draft = 'Dear', draft_revision = 1");

      assertThat(row("A-1").state().draft()).isEqualTo(Draft.READY);
    }
  }

  @Nested
  class Filters {
    @Test
    void takeOneOfSeveralStatuses() {
      three();
      shelf.set("B", "status = 'needs_person'").set("C", "status = 'closed'");

      assertThat(shelf.ids(QueueFilter.ALL)).containsExactly("C", "B", "A");
      assertThat(shelf.ids(QueueFilter.ALL.status(TicketStatus.NEW))).containsExactly("A");
      assertThat(shelf.ids(QueueFilter.ALL.status(TicketStatus.CLOSED, TicketStatus.NEEDS_PERSON)))
          .containsExactly("C", "B");
    }

    @Test
    void takeAValueOrNothingOrBoth() {
      three();
      shelf.set("A", "owner = 'ada'").set("B", "owner = 'bob'");

      assertThat(shelf.ids(QueueFilter.ALL.with(Column.OWNER, "ada"))).containsExactly("A");
      assertThat(shelf.ids(QueueFilter.ALL.with(Column.OWNER, ""))).containsExactly("C");
      assertThat(shelf.ids(QueueFilter.ALL.with(Column.OWNER, "", "bob")))
          .containsExactly("C", "B");
      assertThat(shelf.ids(QueueFilter.ALL.with(Column.OWNER, "ada").with(Column.OWNER)))
          .hasSize(3);
    }

    @Test
    void agreeOnEveryColumn() {
      three();
      shelf.set("A", "category = 'billing', priority = 'high', team = 't', lot = 'x'");
      shelf.set("B", "category = 'billing', priority = 'high', team = 't'");

      assertThat(
              shelf.ids(
                  QueueFilter.ALL
                      .with(Column.CATEGORY, "billing")
                      .with(Column.PRIORITY, "high", "low")
                      .with(Column.TEAM, "t")
                      .with(Column.LOT, "x")
                      .customer(7)))
          .containsExactly("A");
      assertThat(shelf.ids(QueueFilter.ALL.customer(8))).isEmpty();
    }

    @Test
    void takeTimesFromOneAndBeforeAnother() {
      three();
      Instant created = Shelf.NOON.minusSeconds(20 * 60);

      assertThat(shelf.ids(QueueFilter.ALL.times(new Times(created, null, null))))
          .containsExactly("C", "B");
      assertThat(shelf.ids(QueueFilter.ALL.times(new Times(null, created, null))))
          .containsExactly("A");
      assertThat(shelf.ids(QueueFilter.ALL.times(new Times(created, created.plusSeconds(1), null))))
          .containsExactly("B");
    }

    @Test
    void comparesTimesToTheSecondWhateverFractionTheyHave() {
      shelf.ticket("A", 0, "x").set("A", "created_at = '2026-11-24T11:00:00.250Z'");

      Instant hour = Instant.parse("2026-11-24T11:00:00Z");

      assertThat(shelf.ids(QueueFilter.ALL.times(new Times(hour, null, null)))).hasSize(1);
      assertThat(shelf.ids(QueueFilter.ALL.times(new Times(null, hour, null)))).isEmpty();
    }

    @Test
    void doNotTakeSqlForSql() {
      three();

      String hostile = "x' or '1'='1";

      assertThat(shelf.ids(QueueFilter.ALL.with(Column.OWNER, hostile))).isEmpty();
      assertThat(shelf.ids(QueueFilter.ALL.text(hostile))).isEmpty();
      assertThat(shelf.ids(QueueFilter.ALL, new QueueOrder.ByPriority(List.of(hostile))))
          .hasSize(3);
    }

    @Test
    void areNamedWhereTheyAreTooMuch() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> QueueFilter.ALL.text("x".repeat(201)))
          .withMessage("the text to look for has 201 characters, but at most 200 were expected");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> QueueFilter.ALL.with(Column.TEAM, hundredAndOne()))
          .withMessage("TEAM had 101 values, but at most 100 were expected");
    }
  }

  @Nested
  class WhatIsOverdue {
    private final Overdue rules =
        new Overdue(Map.of("high", Duration.ofMinutes(15)), Duration.ofMinutes(25), Shelf.NOON);

    @Test
    void hasWaitedLongerThanItsPriorityMay() {
      three();
      shelf.set("B", "priority = 'high'").set("C", "priority = 'high'");

      assertThat(shelf.ids(QueueFilter.ALL.overdue(rules))).containsExactly("B", "A");
    }

    @Test
    void isNotWhatHasItsAnswer() {
      three();
      shelf.set("A", "status = 'answered'");

      assertThat(shelf.ids(QueueFilter.ALL.overdue(rules))).isEmpty();
    }

    @Test
    void isCountedFromWhenItWasOpenedAgain() {
      three();
      shelf.set("A", "status = 'answered'");
      shelf.set("A", "status = 'new', changed_at = '2026-11-24T11:50:00Z'");

      assertThat(shelf.ids(QueueFilter.ALL.overdue(rules))).isEmpty();
      assertThat(row("A").times().waitingSince()).isEqualTo("2026-11-24T11:50:00Z");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4_000L * 24 * 3_600})
    void needsAWaitThatMakesSense(long seconds) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Overdue(Map.of(), Duration.ofSeconds(seconds), Shelf.NOON))
          .withMessageContaining("but 1 second to 3650 days were expected");
    }
  }

  @Nested
  class Figures {
    @Test
    void countStatusesWaitingOldestOverdueAndWhoNeedsAPerson() {
      three();
      shelf.ticket("D", 90, "x").set("D", "status = 'closed'").set("B", "status = 'needs_person'");

      QueueFigures figures =
          search.figures(
              QueueFilter.ALL, new Overdue(Map.of(), Duration.ofMinutes(15), Shelf.NOON));

      assertThat(figures.count(TicketStatus.NEW)).isEqualTo(2);
      assertThat(figures.byStatus()).hasSize(TicketStatus.values().length);
      assertThat(figures.waiting()).isEqualTo(3);
      assertThat(figures.needsPerson()).isEqualTo(1);
      assertThat(figures.oldestWaiting()).isEqualTo(Shelf.NOON.minusSeconds(30 * 60));
      assertThat(figures.overdue()).isEqualTo(2);
    }

    @Test
    void ofNothingAreNothing() {
      QueueFigures figures =
          search.figures(QueueFilter.ALL, new Overdue(Map.of(), Duration.ofDays(1), Shelf.NOON));

      assertThat(figures.waiting()).isZero();
      assertThat(figures.oldestWaiting()).isNull();
      assertThat(figures.overdue()).isZero();
    }

    @Test
    void mayBeThoseOfAFilter() {
      three();
      shelf.set("B", "team = 't'");

      QueueFigures figures =
          search.figures(
              QueueFilter.ALL.with(Column.TEAM, "t").text("about"),
              new Overdue(Map.of(), Duration.ofDays(1), Shelf.NOON));

      assertThat(figures.waiting()).isEqualTo(1);
    }
  }

  @Nested
  class Orders {
    @Test
    void byPriorityGoFromTheMostUrgentAndOldestToWhatHasNone() {
      three();
      shelf.ticket("D", 40, "x").ticket("E", 1, "x");
      shelf.set("C", "priority = 'urgent'").set("E", "priority = 'urgent'");
      shelf.set("B", "priority = 'low'").set("A", "priority = 'unheard of'");

      assertThat(shelf.ids(QueueFilter.ALL, QueueOrder.byPriority(DeskRules.standard())))
          .containsExactly("C", "E", "B", "D", "A");
    }

    @Test
    void byTimeGoEitherWay() {
      three();

      assertThat(shelf.ids(QueueFilter.ALL, QueueOrder.OLDEST)).containsExactly("A", "B", "C");
    }
  }

  /** Tickets that came in 30, 20 and 10 minutes before noon. */
  private void three() {
    shelf.ticket("A", 30, "one").ticket("B", 20, "two").ticket("C", 10, "three");
  }

  private static String[] hundredAndOne() {
    String[] values = new String[101];
    for (int i = 0; i < values.length; i++) {
      values[i] = "v" + i;
    }
    return values;
  }
}
