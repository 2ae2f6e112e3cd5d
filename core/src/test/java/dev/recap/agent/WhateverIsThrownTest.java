package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.opens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Trim;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.journal.Replied;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.model.ModelReply;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever somebody else's code throws, wherever in a run: it comes out as it is or is borne, and
 * the run, gone on with or resumed, leaves the very journal that it leaves undisturbed.
 */
class WhateverIsThrownTest {
  private static final List<Replies> SCRIPT =
      List.of(
          opens(),
          calls("paint", "{'thing':'T-1','color':'red'}")
              .andCalling("mail", "{\"to\":\"ann\"}")
              .andCalling("look_at", "{\"thing\":\"T-1\"}"),
          finishes("T-1"),
          Replies.saying("Painted."));

  /** What a user's code may do instead of what it should. */
  enum Trouble {
    FAILURE {
      @Override
      void happens() {
        throw new ModelException(Category.PROVIDER, "overloaded", "req-1", new Exception("503"));
      }
    },
    BUG {
      @Override
      void happens() {
        throw new IllegalArgumentException("no such beta", new Exception("the cause"));
      }
    },
    NULL_POINTER {
      @Override
      @SuppressWarnings("NullAway")
      void happens() {
        throw new NullPointerException();
      }
    },
    RECURSION {
      @Override
      @SuppressWarnings("InfiniteRecursion")
      void happens() {
        happens();
      }
    },
    CLASS_GONE {
      @Override
      void happens() {
        throw new NoClassDefFoundError("org/example/Gone");
      }
    },
    NOTHING {
      @Override
      void happens() {}
    };

    abstract void happens();

    @SuppressWarnings("NullAway")
    ModelReply insteadOfAReply() {
      happens();
      return null;
    }
  }

  private final PaintShop shop = new PaintShop();
  private final Journal journal = Journal.inMemory();

  private AgentBuilder agent(ScriptedModel model) {
    return Agent.builder(model)
        .tools(shop)
        .compaction(Compaction.atTokens(100_000).stages(new Trim()))
        .clock(InstantSource.fixed(Instant.EPOCH))
        .runIds(() -> "run");
  }

  private List<Entry> undisturbed(boolean overflow) {
    try (var model = script(overflow)) {
      Journal whole = Journal.inMemory();
      agent(model).build().start(whole, "Paint.").result();
      return whole.entries();
    } finally {
      shop.reset();
    }
  }

  private static ScriptedModel script(boolean overflow) {
    return script(Trouble.NOTHING, SCRIPT.size(), overflow);
  }

  /** In front of the last answer the window may be too small. */
  private static ScriptedModel script(Trouble trouble, int at, boolean overflow) {
    var model = new ScriptedModel();
    for (int i = 0; i < SCRIPT.size(); i++) {
      if (overflow && i == SCRIPT.size() - 1) {
        model.thenFails(Category.WINDOW_OVERFLOW, "prompt is too long");
      }
      if (i == at) {
        model.then(request -> trouble.insteadOfAReply());
      }
      model.then(SCRIPT.get(i));
    }
    return model;
  }

  static Stream<Arguments> troublesOfAModel() {
    return Stream.of(Trouble.values())
        .flatMap(trouble ->
            Stream.of(false, true)
                .flatMap(overflow ->
                    Stream.of(false, true)
                        .flatMap(resumed ->
                            IntStream.range(0, SCRIPT.size())
                                .mapToObj(at -> Arguments.of(trouble, at, overflow, resumed)))));
  }

  @ParameterizedTest(name = "{0} before reply {1}, overflow {2}, resumed {3}")
  @MethodSource("troublesOfAModel")
  void aModelThatBreaksDownCostsNothingOnRecord(
      Trouble trouble, int at, boolean overflow, boolean resumed) {
    List<Entry> undisturbed = undisturbed(overflow);
    try (var model = script(trouble, at, overflow)) {
      Agent agent = agent(model).build();
      Run run = agent.start(journal, "Paint.");
      Iterator<Turn> turns = run.iterator();
      List<Turn> made = new ArrayList<>();
      Throwable thrown = catchThrowable(() -> turns.forEachRemaining(made::add));

      isWhatWasThrown(trouble, thrown);
      assertThat(made).hasSize(at);
      assertThat(journal.entries()).filteredOn(Replied.class::isInstance).hasSize(at);
      assertThat(undisturbed).startsWith(journal.entries().toArray(Entry[]::new));
      if (resumed) {
        assertThat(agent.resume(journal).result()).isEqualTo(new RunResult.Answered("Painted."));
      } else {
        turns.forEachRemaining(made::add);
        assertThat(made).hasSize(SCRIPT.size());
        assertThat(run.result()).isEqualTo(new RunResult.Answered("Painted."));
      }
    }
    assertThat(journal.entries()).isEqualTo(undisturbed);
  }

  private static void isWhatWasThrown(Trouble trouble, Throwable thrown) {
    Throwable itself = catchThrowable(trouble::happens);
    if (itself == null) {
      assertThat(thrown)
          .isInstanceOf(ModelException.class)
          .hasMessage("model 'scripted' returned null, not a reply");
    } else {
      assertThat(thrown).hasSameClassAs(itself);
      assertThat(thrown.getMessage()).isEqualTo(itself.getMessage());
      assertThat(thrown.getCause() == null).isEqualTo(itself.getCause() == null);
    }
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void aListenerIsBorne(Trouble trouble) {
    List<Entry> undisturbed = undisturbed(false);
    var listener =
        new RunListener() {
          @Override
          public void appended(String runId, Entry entry) {
            trouble.happens();
          }

          @Override
          public void ended(String runId, RunResult result) {
            trouble.happens();
          }
        };
    try (var model = script(false)) {
      Run run = agent(model).listener(listener).build().start(journal, "Paint.");

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Painted."));
    }
    assertThat(journal.entries()).isEqualTo(undisturbed);
  }

  /** It is asked once more about the reply that is on record, and the model is not. */
  @ParameterizedTest
  @EnumSource(Trouble.class)
  @SuppressWarnings("NullAway")
  void aCheckIsAskedAgain(Trouble trouble) {
    List<Entry> undisturbed = undisturbed(false);
    var asked = new ArrayList<Boolean>();
    Check check =
        ledger -> {
          asked.add(true);
          if (asked.size() == 1) {
            trouble.happens();
            return null;
          }
          return Optional.empty();
        };
    try (var model = script(false)) {
      Run run = agent(model).until(check).build().start(journal, "Paint.");
      Throwable thrown = catchThrowable(run::result);

      assertThat(thrown).isNotNull();
      assertThat(undisturbed).startsWith(journal.entries().toArray(Entry[]::new));
      assertThat(journal.entries()).hasSize(undisturbed.size() - 1);
      assertThat(run.result()).isEqualTo(new RunResult.Answered("Painted."));
    }
    assertThat(journal.entries()).isEqualTo(undisturbed);
  }

  /** It cannot tell, so a person has to. */
  @ParameterizedTest
  @EnumSource(value = Trouble.class, mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
  void anApprovalPolicyLeavesItToAPerson(Trouble trouble) {
    Approval policy =
        call -> {
          trouble.happens();
          return false;
        };
    try (var model = new ScriptedModel().then(SCRIPT.get(1)).then(SCRIPT.getLast())) {
      Run run = agent(model).approve(policy).build().start(journal, "Paint.");
      var waiting = (RunResult.ApprovalNeeded) run.result();
      assertThat(waiting.calls()).hasSize(3);
      assertThat(shop.done).isEmpty();
      waiting.calls().forEach(call -> run.approve(call, "Pat"));

      assertThat(run.result()).isEqualTo(new RunResult.Answered("Painted."));
    }
    assertThat(shop.done).hasSize(3);
  }
}
