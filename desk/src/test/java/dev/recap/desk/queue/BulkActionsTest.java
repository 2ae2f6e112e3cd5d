package dev.recap.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.queue.BulkActions.Others;
import dev.recap.desk.queue.BulkResult.Changed;
import dev.recap.desk.queue.BulkResult.Skipped;
import dev.recap.desk.rules.DeskRules;
import dev.recap.desk.rules.DeskRules.Step;
import dev.recap.desk.ticket.TicketStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkActionsTest {
  private final Shelf shelf = new Shelf();
  private final BulkActions bulk = new BulkActions(shelf.store, DeskRules::standard, shelf.clock);

  @BeforeEach
  void fill() {
    shelf.ticket("A", 30, "one").ticket("B", 20, "two").ticket("C", 10, "three");
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private BulkResult apply(BulkChange change, String... ids) {
    return bulk.apply(change, new Selection.Ids(List.of(ids)), "ada", Others.STAND);
  }

  private BulkResult replace(BulkChange change, String... ids) {
    return bulk.apply(change, new Selection.Ids(List.of(ids)), "ada", Others.ARE_REPLACED);
  }

  @Test
  void setACategoryAndSayWhoDidAndWhatWasThere() {
    shelf.set("B", "category = 'shipping'");

    BulkResult result = apply(new BulkChange.Value(Step.CATEGORY, "billing"), "A", "B");

    assertThat(result.changed())
        .containsExactly(
            new Changed("A", null, "billing"), new Changed("B", "shipping", "billing"));
    assertThat(result.skipped()).isEmpty();
    assertThat(shelf.value("A", "category || ' by ' || category_by")).isEqualTo("billing by ada");
    assertThat(shelf.value("A", "changed_at")).isEqualTo(Shelf.NOON.toString());
    assertThat(shelf.value("C", "category")).isNull();
    assertThat(shelf.changes())
        .containsExactly(
            "A category: nothing -> billing by ada", "B category: shipping -> billing by ada");
  }

  @Test
  void workOnAWholeFilter() {
    shelf.set("B", "status = 'needs_person'");

    BulkResult result =
        bulk.apply(
            new BulkChange.Owner("bob"),
            new Selection.Matching(QueueFilter.ALL.status(TicketStatus.NEW).text("about")),
            "ada",
            Others.STAND);

    assertThat(result.changed()).extracting(Changed::id).containsExactly("A", "C");
    assertThat(shelf.value("B", "owner")).isNull();
  }

  @Test
  void leaveWhatTheAgentHolds() {
    shelf.set("A", "status = 'in_progress', run = 'r-1'");

    for (BulkChange change : oneOfEach()) {
      assertThat(replace(change, "A").skipped())
          .containsExactly(new Skipped("A", "it is with the agent"));
    }
    assertThat(shelf.changes()).isEmpty();
  }

  @Test
  void leaveWhatAnotherPersonDecidedUnlessItIsToBeReplaced() {
    shelf.set("A", "priority = 'low', priority_by = 'bob', owner = 'bob'");
    var urgent = new BulkChange.Value(Step.PRIORITY, "urgent");

    assertThat(apply(urgent, "A").skipped())
        .containsExactly(new Skipped("A", "bob has set it to low"));
    assertThat(apply(new BulkChange.Owner("ada"), "A").skipped())
        .containsExactly(new Skipped("A", "it belongs to bob"));
    assertThat(shelf.value("A", "priority || owner")).isEqualTo("lowbob");

    assertThat(replace(urgent, "A").changed()).containsExactly(new Changed("A", "low", "urgent"));
    assertThat(replace(new BulkChange.Owner(null), "A").changed())
        .containsExactly(new Changed("A", "bob", null));
    assertThat(shelf.changes())
        .containsExactly("A priority: low -> urgent by ada", "A owner: bob -> nothing by ada");
  }

  @Test
  void makeThePersonsWhatTheAgentHadSetAlike() {
    shelf.set("A", "team = 'billing-team'");

    apply(new BulkChange.Value(Step.TEAM, "billing-team"), "A");

    assertThat(shelf.value("A", "team_by")).isEqualTo("ada");
    assertThat(apply(new BulkChange.Value(Step.TEAM, "billing-team"), "A").skipped())
        .containsExactly(new Skipped("A", "it is so already"));
  }

  @Test
  void closeAndOpenAgain() {
    shelf.set("B", "status = 'completed', run = 'r-1', draft = 'Dear', draft_revision = 1");

    assertThat(apply(new BulkChange.Close(), "A", "B").changed()).hasSize(2);
    assertThat(apply(new BulkChange.Close(), "B").skipped())
        .containsExactly(new Skipped("B", "it is closed already"));
    assertThat(apply(new BulkChange.Reopen(), "B", "C").skipped())
        .containsExactly(new Skipped("C", "it is open already"));

    assertThat(shelf.value("B", "status")).isEqualTo("new");
    assertThat(shelf.value("B", "run")).isNull();
    assertThat(shelf.value("B", "revision - draft_revision"))
        .as("the draft is stale")
        .isEqualTo("1");
    assertThat(shelf.value("B", "waiting_since")).isEqualTo(Shelf.NOON.toString());
    assertThat(shelf.changes())
        .contains("B status: completed -> closed by ada", "B status: closed -> new by ada");
  }

  @Test
  void pickWaitingTicketsForAShift() {
    shelf.set("B", "lot = 'monday'").set("C", "status = 'needs_person'");

    BulkResult result = apply(new BulkChange.Lot("friday"), "A", "B", "C");

    assertThat(result.changed()).containsExactly(new Changed("A", null, "friday"));
    assertThat(result.skipped())
        .containsExactly(
            new Skipped("B", "it is picked for monday"),
            new Skipped("C", "it does not wait for the agent"));
    assertThat(shelf.store.counts("friday").waiting()).isEqualTo(1);
  }

  @Test
  void sayWhichTicketsThereAreNot() {
    assertThat(apply(new BulkChange.Close(), "A", "Z", "A' or 1=1 --").skipped())
        .containsExactly(
            new Skipped("Z", "there is no such ticket"),
            new Skipped("A' or 1=1 --", "there is no such ticket"));
  }

  @Test
  void changeNothingWhereTheValueIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> apply(new BulkChange.Value(Step.TEAM, "nobody"), "A"))
        .withMessageStartingWith("team was 'nobody', but one of [billing-team, tech-support,");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BulkChange.Value(Step.DRAFT, "Dear"))
        .withMessageContaining("a draft answers one ticket");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BulkChange.Owner("two\nlines"))
        .withMessageContaining("1 to 100 characters on one line");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            bulk.apply(new BulkChange.Close(), new Selection.Ids(List.of("A")), " ", Others.STAND))
        .withMessageStartingWith("who changes them was ' '");
    assertThat(shelf.changes()).isEmpty();
  }

  private static List<BulkChange> oneOfEach() {
    return List.of(
        new BulkChange.Owner("ada"),
        new BulkChange.Value(Step.CATEGORY, "billing"),
        new BulkChange.Close(),
        new BulkChange.Reopen(),
        new BulkChange.Lot("monday"));
  }
}
