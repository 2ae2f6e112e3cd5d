package dev.recap.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.desk.ticket.Customer;
import dev.recap.desk.ticket.NewTicket;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;

class SearchWordsPropertyTest {
  private static final Shelf EMPTY = new Shelf();
  private static final Shelf FULL = new Shelf();

  @AfterContainer
  static void close() {
    EMPTY.close();
    FULL.close();
  }

  @Property(tries = 200)
  void nothingThatIsTypedIsSyntax(
      @ForAll @StringLength(max = 40) String any,
      @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '~') String signs) {
    assertThat(EMPTY.ids(QueueFilter.ALL.text(signs))).isEmpty();
    assertThat(EMPTY.ids(QueueFilter.ALL.text(any))).isEmpty();
    assertThat(EMPTY.ids(QueueFilter.ALL.text(any + "\" " + signs))).isEmpty();
  }

  @Property(tries = 100)
  void aTicketIsFoundByEachOfItsWords(
      @ForAll @StringLength(min = 1, max = 12) @CharRange(from = 'a', to = 'z') String one,
      @ForAll @StringLength(min = 1, max = 12) @CharRange(from = 'à', to = 'ö') String other) {
    String text = "%s, \"%s\"!".formatted(one, other);
    var asked = new NewTicket(new Customer(1, null, null), "s", text, Shelf.NOON, null);
    String id = FULL.store.add(List.of(asked)).getFirst().id();

    assertThat(FULL.ids(QueueFilter.ALL.text(one))).contains(id);
    assertThat(FULL.ids(QueueFilter.ALL.text(other + " " + one))).contains(id);
  }
}
