package dev.recap.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.rules.DeskRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the order, pages hold every ticket once, forwards and backwards. */
class QueuePagesTest {
  private static final int TICKETS = 23;
  private final Shelf shelf = new Shelf();
  private final QueueSearch search = new QueueSearch(shelf.store);

  @BeforeEach
  void fill() {
    for (int i = 0; i < TICKETS; i++) {
      // Three of each come in at the same time.
      shelf.ticket("T-" + i, i / 3, "text");
      shelf.set("T-" + i, i % 4 == 0 ? "priority = 'urgent'" : "priority = 'low'");
    }
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  static Stream<QueueOrder> orders() {
    return Stream.of(
        QueueOrder.NEWEST,
        QueueOrder.OLDEST,
        QueueOrder.byPriority(DeskRules.standard()),
        new QueueOrder.ByPriority(List.of()));
  }

  private QueuePage page(QueueOrder order, QueuePlace place) {
    return search.page(QueueFilter.ALL, order, place, 5);
  }

  private static List<String> ids(QueuePage page) {
    return page.rows().stream().map(QueueRow::id).toList();
  }

  @ParameterizedTest
  @MethodSource("orders")
  void holdEveryTicketOnceForwardsAndBackwards(QueueOrder order) {
    List<List<String>> forwards = new ArrayList<>();
    QueuePage page = page(order, QueuePlace.START);
    forwards.add(ids(page));
    while (page.next() != null) {
      page = page(order, QueuePlace.after(page.next()));
      forwards.add(ids(page));
    }

    assertThat(forwards.stream().flatMap(List::stream))
        .containsExactlyElementsOf(shelf.ids(QueueFilter.ALL, order));
    for (int i = forwards.size() - 2; i >= 0; i--) {
      page = page(order, QueuePlace.before(page.before()));
      assertThat(ids(page)).isEqualTo(forwards.get(i));
    }
    assertThat(page.before()).isNull();
  }

  @Test
  void knowHowManyThereAre() {
    assertThat(page(QueueOrder.NEWEST, QueuePlace.START).total())
        .isEqualTo(new QueuePage.Total(TICKETS, false));
    assertThat(QueuePage.Total.of(10_001)).isEqualTo(new QueuePage.Total(10_000, true));
  }

  @Test
  void doNotMoveWhenTicketsComeIn() {
    QueuePage first = page(QueueOrder.NEWEST, QueuePlace.START);
    List<String> second = ids(page(QueueOrder.NEWEST, QueuePlace.after(first.next())));
    shelf.ticket("NEW", -5, "text");

    assertThat(ids(page(QueueOrder.NEWEST, QueuePlace.after(first.next())))).isEqualTo(second);
  }

  @Test
  void beginAgainWhereNothingIsLeftBehindAPlace() {
    String beyond = new QueuePlace.Key(0, "2001-01-01T00:00:00Z", 1).toString();

    assertThat(ids(page(QueueOrder.NEWEST, QueuePlace.after(beyond))))
        .isEqualTo(ids(page(QueueOrder.NEWEST, QueuePlace.START)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "0.1.x' or 1=1", "0.99999999999.2026", "-1.1.2026", "a.b.c"})
  void areNotFoundAtPlacesThatNoneGave(String place) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QueuePlace.after(place))
        .withMessageStartingWith("the place in the queue was '" + place + "'");
  }

  @Test
  void haveASizeThatAScreenTakes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.page(QueueFilter.ALL, QueueOrder.NEWEST, QueuePlace.START, 501))
        .withMessage("the size of a page was 501, but 1 to 500 was expected");
  }
}
