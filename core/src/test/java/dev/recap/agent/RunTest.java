package dev.recap.agent;

import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Scripts.paints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recap.compaction.Compaction;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.RunStarted;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.testing.SettableClock;
import dev.recap.testing.Story;
import dev.recap.work.WorkItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunTest {
  private final PaintShop shop = new PaintShop();

  private AgentBuilder agent(ScriptedModel model) {
    return Agent.builder(model).tools(shop).compaction(Compaction.none());
  }

  @Nested
  class Iterating {
    @Test
    void givesEachTurnWithItsUsageAndTheMessagesOfItsRequest() {
      try (var model = model(opens().using(700, 20), Replies.saying("Ok.").using(900, 5))) {
        List<Turn> turns = new ArrayList<>();
        agent(model).build().start("Go.").forEach(turns::add);

        assertThat(turns).extracting(Turn::number).containsExactly(1, 2);
        assertThat(turns).extracting(Turn::messages).containsExactly(1, 3);
        assertThat(turns)
            .extracting(turn -> turn.usage().promptTokens())
            .containsExactly(700L, 900L);
      }
    }

    @Test
    void asksOnlyWhenTheNextTurnIsAskedFor() {
      try (var model = model(opens())) {
        Iterator<Turn> turns = agent(model).build().start("Go.").iterator();
        assertThat(model.requests()).isEmpty();

        turns.next();
        assertThat(model.requests()).hasSize(1);
      }
    }

    @Test
    void isPossibleOnce() {
      try (var model = model(Replies.saying("Ok."))) {
        Run run = agent(model).build().start("Go.");
        run.forEach(turn -> {});

        assertThatThrownBy(run::iterator)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("iterated once");
        assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
      }
    }

    @Test
    void endsWithTheRun() {
      try (var model = model(Replies.saying("Ok."))) {
        Iterator<Turn> turns = agent(model).build().start("Go.").iterator();
        turns.next();

        assertThat(turns.hasNext()).isFalse();
        assertThatThrownBy(turns::next)
            .isInstanceOf(NoSuchElementException.class)
            .hasMessageContaining("Answered");
      }
    }

    @Test
    void maybeLeftEarlyWithoutAFurtherRequest() {
      try (var model = model(opens())) {
        Run run = agent(model).build().start("Go.");
        try (run) {
          for (Turn turn : run) {
            assertThat(turn.number()).isEqualTo(1);
            break;
          }
        }

        assertThat(model.requests()).hasSize(1);
        assertThatThrownBy(run::result).hasMessageContaining("resume its journal");
      }
    }
  }

  @Nested
  class AFailureOfTheModel {
    @Test
    void comesOutAndTheSameIteratorMayGoOn() {
      try (var model =
          model(opens()).thenFails(Category.RATE_LIMIT, "slow down").then(Replies.saying("Ok."))) {
        Run run = agent(model).build().start("Go.");
        Iterator<Turn> turns = run.iterator();
        turns.next();

        assertThatThrownBy(turns::next).isInstanceOf(ModelException.class).hasMessage("slow down");
        assertThat(turns.next().number()).isEqualTo(2);
        assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).containsExactly("opened T-1");
      }
    }

    @Test
    void afterAnOverflowComesOutToo() {
      try (var model =
          model(
                  Scripts.calls("look_up", "{'words':'%s'}".formatted("word ".repeat(1_000))),
                  opens())
              .thenFails(Category.WINDOW_OVERFLOW, "prompt is too long")
              .then(Replies.saying("Notes."))
              .thenFails(Category.TIMEOUT, "too late")) {
        Run run = agent(model).compaction(Compaction.atTokens(100_000)).build().start("Go.");

        assertThatThrownBy(run::result).hasMessage("too late");
      }
    }
  }

  @Nested
  class AListenerThatThrows {
    @Test
    void changesNothing() {
      var failures = new AtomicInteger();
      try (var model =
          model(opens().andCalling("mail", "{\"to\":\"ann\"}"), Replies.saying("Ok."))) {
        Run run =
            agent(model)
                .listener((id, entry) -> {
                  failures.getAndIncrement();
                  throw new IllegalStateException("the screen is gone");
                })
                .listener((id, entry) -> {
                  throw new AssertionError("the terminal, too");
                })
                .build()
                .start("Go.");

        assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(shop.done).containsExactly("opened T-1", "mailed ann");
        assertThat(failures).hasValue(run.journal().entries().size());
      }
    }
  }

  @Nested
  class AListener {
    @Test
    void seesEveryEntryInOrderAfterItWasAppended() {
      try (var model = model(opens(), finishes("T-1"), Replies.saying("Ok."))) {
        List<Entry> seen = new ArrayList<>();
        Run run =
            agent(model)
                .compaction(Compaction.atTokens(100_000))
                .listener((id, entry) -> seen.add(entry))
                .build()
                .start("Go.");
        run.result();

        assertThat(seen).isEqualTo(run.journal().entries());
      }
    }
  }

  @Nested
  class AnAgent {
    @Test
    void startsOnAnEmptyJournalOnly() {
      try (var model = model(Replies.saying("Ok."))) {
        Journal journal = Journal.inMemory();
        agent(model).build().start(journal, "Go.").result();

        assertThatThrownBy(() -> agent(model).build().start(journal, "Again."))
            .hasMessageContaining("holds a conversation of 4 entries already");
      }
    }

    @Test
    void sendsItsInstructionsToolsAndOutputLimit() {
      try (var model = model(Replies.saying("Ok."))) {
        agent(model).instructions("Be kind.").maxOutputTokens(77).build().start("Go.").result();

        assertThat(model.lastRequest().instructions()).isEqualTo("Be kind.");
        assertThat(model.lastRequest().tools()).hasSize(8);
        assertThat(model.lastRequest().maxOutputTokens()).isEqualTo(77);
      }
    }

    @Test
    void takesTimesAndRunIdsFromWhereItIsTold() {
      var clock = new SettableClock(Story.NOON);
      clock.advance(Duration.ofHours(1));
      try (var model = model(Replies.saying("Ok."))) {
        Run run = agent(model).clock(clock).runIds(() -> "run-7").build().start("Go.");
        run.result();

        assertThat(run.journal().entries().getFirst())
            .isInstanceOfSatisfying(
                RunStarted.class,
                started -> {
                  assertThat(started.runId()).isEqualTo("run-7");
                  assertThat(started.at()).isEqualTo(Story.NOON.plusSeconds(3_600));
                });
      }
    }

    @Test
    void refusesLimitsThatAreNotPositive() {
      assertThatThrownBy(() -> Limits.turns(0)).hasMessageContaining("0 turns");
      assertThatThrownBy(() -> agent(model()).maxOutputTokens(0).build())
          .hasMessageContaining("was 0");
    }

    @Test
    void givesTheModelItsToolsEvenWhereTheirClassIsNotPublic() {
      try (var model = model(opens(), paints("T-1"), Replies.saying("Ok."))) {
        Run run = agent(model).build().start("Go.");
        run.result();

        assertThat(run.ledger().open(new WorkItem("T-1"))).isPresent();
      }
    }
  }
}
