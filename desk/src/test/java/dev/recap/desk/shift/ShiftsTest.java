package dev.recap.desk.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.conversation.Block;
import dev.recap.conversation.ToolResult;
import dev.recap.desk.batch.Address;
import dev.recap.desk.batch.Batch.Budget;
import dev.recap.desk.batch.Batch.State;
import dev.recap.desk.batch.Batch.Way;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.batch.Clerk;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.review.Release;
import dev.recap.desk.review.Review;
import dev.recap.desk.review.Seen;
import dev.recap.desk.shift.Shifts.Order;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.GuidanceRecord;
import dev.recap.desk.ticket.Ticket;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.desk.ticket.TicketStatus;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.storage.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftsTest {
  /** For all tests, which only read it. */
  private static final KnowledgeBase KNOWLEDGE = KnowledgeBase.standard();

  @TempDir Path folder;

  private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
  private volatile Consumer<Integer> before = times -> {};
  private final InstantSource clock = InstantSource.system();
  private TicketStore tickets;
  private Store store;
  private Shifts.Place place;
  private Shifts shifts;
  private Review review;

  /** A clerk who costs money, and whose requests are seen. */
  private final class Clerks implements Models {
    @Override
    public List<String> names() {
      return List.of("clerk", "paid");
    }

    @Override
    public ModelProfile profile(String name) {
      return Clerk.PROFILE;
    }

    @Override
    public boolean isSimulated(String name) {
      return name.equals("clerk");
    }

    @Override
    public Open open(String name) {
      var clerk = new Clerk(times -> before.accept(times));
      return new Open(
          new Model() {
            @Override
            public ModelProfile profile() {
              return clerk.profile();
            }

            @Override
            public ModelReply ask(ModelRequest request) {
              requests.add(request);
              return clerk.ask(request);
            }
          },
          () -> {});
    }
  }

  @BeforeEach
  void open() {
    var address = new Address(Desks.place(folder.resolve("journals.db")));
    tickets = Desks.empty();
    tickets.add(new TicketGenerator(1).generate(3));
    store = address.store();
    review = new Review(tickets, Release.NONE, clock);
    place =
        new Shifts.Place(
            "desk.db",
            tickets,
            store,
            Batches.in(address.source()),
            new GuidanceRecord(tickets, clock),
            () -> KNOWLEDGE,
            new Clerks());
    shifts = new Shifts(place, id -> {}, clock);
  }

  @AfterEach
  void close() {
    shifts.close();
    store.close();
    tickets.close();
  }

  private static Order order(String... ids) {
    return new Order(List.of(ids), "clerk", Way.RECAP, 100_000, Budget.NONE, "Ann");
  }

  private String worked(Order order) {
    String id = shifts.start(order);
    shifts.await(id);
    return id;
  }

  private TicketStatus status(String id) {
    return tickets.ticket(id).orElseThrow().status();
  }

  private static List<String> results(ModelRequest request) {
    return request.messages().stream()
        .flatMap(message -> message.content().stream())
        .filter(ToolResult.class::isInstance)
        .map((Block block) -> ((ToolResult) block).content())
        .toList();
  }

  @Test
  void worksOnlyTheTicketsThatWerePicked() {
    String id = worked(order("TICKET-2"));

    assertThat(status("TICKET-1")).isEqualTo(TicketStatus.NEW);
    assertThat(status("TICKET-2")).isEqualTo(TicketStatus.NEEDS_PERSON);
    assertThat(shifts.progress(id))
        .returns("done", progress -> progress.state())
        .returns(1, progress -> progress.queue().completed());
    assertThat(shifts.log(id).orElseThrow().steps())
        .extracting(ShiftLog.Step::tool)
        .contains("get_next_ticket", "mark_complete");
    assertThat(shifts.log(id).orElseThrow().points())
        .isNotEmpty()
        .allMatch(p -> p.prompt() == 1_000);
  }

  @Test
  void saysWhatItWouldHaveCostIfNothingHadLeftTheView() {
    String id = worked(order());
    ShiftLog log = shifts.log(id).orElseThrow();

    // Every prompt was 1,000 tokens at 1 dollar a million: read from the cache they cost a tenth.
    assertThat(log.dollarsWithoutCompaction())
        .isPositive()
        .isLessThan(log.points().stream().mapToDouble(ShiftLog.Point::dollars).sum());
  }

  @Test
  void leavesATicketThatAPersonTakesInTheMidstOfIt() {
    before =
        times -> {
          if (times == 3) {
            review.takeOver("TICKET-1", "Ann");
          }
        };
    String id = worked(order());

    assertThat(shifts.progress(id).state()).isEqualTo("done");
    Ticket taken = tickets.ticket("TICKET-1").orElseThrow();
    assertThat(taken.care().owner()).isEqualTo("Ann");
    assertThat(taken.handling().draft()).isNull();
    assertThat(requests.stream().flatMap(request -> results(request).stream()))
        .anyMatch(said -> said.contains("Ann has taken TICKET-1 over"));
    assertThat(status("TICKET-3")).isEqualTo(TicketStatus.NEEDS_PERSON);
  }

  @Test
  void worksWhatWasSentBackAgainWithTheRemarkInView() {
    worked(order("TICKET-1"));
    Ticket ticket = tickets.ticket("TICKET-1").orElseThrow();
    review.sendBack("TICKET-1", Seen.of(ticket), "Ann", "tone", "Be kinder.");
    requests.clear();
    worked(order("TICKET-1"));

    assertThat(requests.stream().flatMap(request -> results(request).stream()))
        .anyMatch(said -> said.contains("tone: Be kinder."));
    assertThat(status("TICKET-1")).isEqualTo(TicketStatus.NEEDS_PERSON);
    assertThat(tickets.ticket("TICKET-1").orElseThrow().handling().draft()).isEqualTo("Soon.");
  }

  @Test
  void restsWhenToldToAndGoesOnWhereItWas() {
    before =
        times -> {
          if (times == 4) {
            shifts.stopAll();
          }
        };
    String id = worked(order());
    assertThat(shifts.progress(id).state()).isEqualTo("stopped");
    int asked = requests.size();
    before = times -> {};
    shifts.resume(id, null);
    shifts.await(id);

    assertThat(shifts.progress(id).state()).isEqualTo("done");
    assertThat(requests.size()).isGreaterThan(asked);
    assertThat(tickets.calls().stream().filter(c -> c.call().tool().equals("mark_complete")))
        .hasSize(3);
  }

  @Test
  void isNotBegunOnNothingOrWithoutACapWhereItCostsMoney() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shifts.start(order("TICKET-99")))
        .withMessage("no ticket of these waits for the agent");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> shifts.start(new Order(List.of(), "paid", Way.RECAP, 5_000, Budget.NONE, "Ann")))
        .withMessageStartingWith("dollars is missing");
    assertThat(shifts.all()).isEmpty();
  }

  @Test
  void isOrderedOnceUnderAnIdOfTheCallersAndBegunIfNobodyDid() {
    // As if the process had died between the order and its beginning.
    new Orders(place, clock).put(order("TICKET-2"), "mine");
    assertThat(shifts.progress("mine").state()).isEqualTo("stopped");
    shifts.start(order("TICKET-2"), "mine");
    shifts.await("mine");
    int asked = requests.size();
    shifts.start(order("TICKET-2"), "mine");
    shifts.await("mine");

    assertThat(shifts.all()).hasSize(1);
    assertThat(shifts.progress("mine").state()).isEqualTo("done");
    assertThat(requests).hasSize(asked);
    assertThat(status("TICKET-1")).isEqualTo(TicketStatus.NEW);
  }

  @Test
  void isOrderedOnceWhenManyAskAtOnceUnderOneId() throws InterruptedException {
    List<String> failed = new CopyOnWriteArrayList<>();
    List<Thread> askers =
        IntStream.range(0, 8)
            .mapToObj(i ->
                Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, e) -> failed.add(e.toString()))
                    .start(() -> shifts.start(order(), "mine")))
            .toList();
    for (Thread asker : askers) {
      asker.join();
    }
    shifts.await("mine");

    assertThat(failed).isEmpty();
    assertThat(shifts.all()).hasSize(1);
    assertThat(shifts.progress("mine").state()).isEqualTo("done");
  }

  @Test
  void isNoOrderWhenItWasRefusedSoThatTheSameIdMayTryAgain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shifts.start(order("TICKET-99"), "mine"))
        .isInstanceOf(UnfitOrderException.class);
    shifts.start(order("TICKET-3"), "mine");
    shifts.await("mine");

    assertThat(shifts.progress("mine").queue().total()).isOne();
    assertThat(status("TICKET-3")).isEqualTo(TicketStatus.NEEDS_PERSON);
  }

  @Test
  void endsForGoodWhenCancelledAndTheTicketWaitsAgain() {
    before =
        times -> {
          if (times == 4) {
            shifts.cancel(shifts.all().getFirst().id(), "Ann");
          }
        };
    String id = worked(order());

    assertThat(shifts.all()).singleElement().returns(State.CANCELLED, batch -> batch.state());
    assertThat(shifts.progress(id).remark()).isEqualTo("by Ann");
    assertThat(tickets.counts().waiting()).isEqualTo(3);
  }
}
