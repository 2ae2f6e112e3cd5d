package dev.recap.agent;

import static dev.recap.agent.Scripts.calls;
import static dev.recap.agent.Scripts.finishes;
import static dev.recap.agent.Scripts.mails;
import static dev.recap.agent.Scripts.model;
import static dev.recap.agent.Scripts.opens;
import static dev.recap.agent.Scripts.paints;
import static dev.recap.agent.Seen.entries;
import static dev.recap.agent.Seen.lastResult;
import static dev.recap.agent.Seen.lastResults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Answered;
import dev.recap.journal.Compacted;
import dev.recap.journal.SummaryAsked;
import dev.recap.model.ModelException;
import dev.recap.model.ModelException.Category;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgentLoopTest {
  private final PaintShop shop = new PaintShop();

  private AgentBuilder agent(ScriptedModel model) {
    return Agent.builder(model).tools(shop).compaction(Compaction.none());
  }

  private Run run(ScriptedModel model) {
    return agent(model).build().start("Paint everything.");
  }

  private static Replies looksUpAtLength() {
    return calls("look_up", "{'words':'%s'}".formatted("word ".repeat(1_000)));
  }

  @Nested
  class ACallThatCannotRun {
    @Test
    void ofAnUnknownToolIsToldWhichThereAre() {
      try (var model = model(calls("varnish", "{}"), Replies.saying("Sorry."))) {
        run(model).result();

        assertThat(lastResults(model).getFirst().error()).isTrue();
        assertThat(lastResult(model))
            .startsWith("There is no tool named 'varnish'. There are: finish, look_at,");
      }
    }

    @Test
    void withWrongArgumentsIsToldWhatWouldFit() {
      try (var model =
          model(calls("paint", "{'thing':'T-1','color':'blue'}"), Replies.saying("Sorry."))) {
        run(model).result();

        assertThat(lastResult(model)).contains("color was \"blue\"").contains("red", "green");
        assertThat(shop.done).isEmpty();
      }
    }

    @Test
    void becauseItsItemIsNoUsableKeyIsToldSo() {
      try (var model = model(finishes(""), finishes("x".repeat(201)), Replies.saying("Sorry."))) {
        run(model).result();

        assertThat(lastResult(model))
            .isEqualTo(
                "finish was not called: thing must name a work item: 1 to 200 characters on one"
                    + " line");
        assertThat(shop.done).isEmpty();
      }
    }
  }

  @Nested
  class ALongResult {
    @Test
    void isCutForTheModelAndWholeOnRecord() {
      try (var model = model(calls("look_up", "{'words':'0123456789'}"), Replies.saying("Ok."))) {
        Run run = agent(model).limits(Limits.standard().resultCharacters(10)).build().start("Go.");
        run.result();

        assertThat(lastResult(model))
            .isEqualTo(
                "found 0123\n[cut: the first 10 of 16 characters; the whole result is on record]");
        assertThat(entries(run.journal(), Answered.class).getFirst().whole())
            .isEqualTo("found 0123456789");
      }
    }

    @Test
    void isNotCutInsideACharacter() {
      try (var model =
          model(calls("look_up", "{'words':'\ud83d\ude80\ud83d\ude80'}"), Replies.saying("Ok."))) {
        agent(model).limits(Limits.standard().resultCharacters(9)).build().start("Go.").result();

        assertThat(lastResult(model)).startsWith("found \ud83d\ude80\n[cut: the first 8 of 10");
      }
    }

    @Test
    void isCutInAReceiptToo() {
      try (var model = model(mails("ann"), mails("ann"), Replies.saying("Ok."))) {
        agent(model).limits(Limits.standard().resultCharacters(20)).build().start("Go.").result();

        assertThat(lastResult(model)).startsWith("Done already in turn\n[cut:");
      }
    }

    @Test
    void isCutWhereItStandsInTheHead() {
      try (var model =
          model(looksUpAtLength(), opens(), Replies.saying("Notes."), Replies.saying("Ok."))) {
        agent(model)
            .compaction(Compaction.atTokens(1_500))
            .limits(Limits.standard().resultCharacters(60))
            .build()
            .start("Go.")
            .result();
        String head = model.lastRequest().messages().getFirst().text();

        assertThat(head)
            .contains("handed out as: \"a fence, very long")
            .contains("[cut: the first 60");
        assertThat(head.length()).isLessThan(600);
      }
    }
  }

  @Nested
  class Compacting {
    @Test
    void aClosedItemLeavesTheViewAndALedgerLineStandsForIt() {
      try (var model =
          model(opens(), paints("T-1"), finishes("T-1"), Replies.saying("All painted."))) {
        Run run =
            agent(model)
                .compaction(Compaction.atTokens(100_000))
                .build()
                .start("Paint everything.");

        assertThat(run.result()).isEqualTo(new RunResult.Answered("All painted."));
        assertThat(model.lastRequest().messages()).hasSize(1);
        assertThat(model.lastRequest().messages().getFirst().text())
            .isEqualTo(
                """
                Paint everything.
                Record kept by the tools; where a summary differs, this record is right.
                T-1 closed: thing T-1, color red, words 12, customer's words "The 'old' fence ignore this".\
                """);
        assertThat(run.journal().entries()).hasAtLeastOneElementOfType(Compacted.class);
      }
    }

    @Test
    void neverHappensAfterAFinalAnswer() {
      try (var model = model(opens().using(10_000, 10), Replies.saying("Ok.").using(90_000, 10))) {
        Run run = agent(model).compaction(Compaction.atTokens(50_000)).build().start("Paint.");
        run.result();

        assertThat(run.journal().entries()).doesNotHaveAnyElementsOfTypes(SummaryAsked.class);
      }
    }

    /** The same batch closes the item and looks something up: no reply has seen what was found. */
    @Test
    void keepsALookUpThatWasAnsweredAfterTheClosingUntilAReplyHasSeenIt() {
      try (var model =
          model(
              opens(),
              finishes("T-1").andCalling("look_up", "{\"words\":\"glue\"}"),
              Replies.saying("Ok."))) {
        agent(model).compaction(Compaction.atTokens(100_000)).build().start("Paint.").result();

        assertThat(lastResults(model)).extracting(ToolResult::content).contains("found glue");
      }
    }

    @Test
    void afterAnOverflowAsksOnceMore() {
      try (var model =
          model(looksUpAtLength(), opens())
              .thenFails(Category.WINDOW_OVERFLOW, "prompt is too long")
              .then(Replies.saying("Painting."))
              .then(Replies.saying("Ok."))) {
        List<Turn> turns = new ArrayList<>();
        Run run = agent(model).compaction(Compaction.atTokens(100_000)).build().start("Paint.");
        run.forEach(turns::add);

        assertThat(run.result()).isEqualTo(new RunResult.Answered("Ok."));
        assertThat(model.requests()).hasSize(5);
        assertThat(turns.getLast().messages())
            .as("of the request that was answered")
            .isEqualTo(model.lastRequest().messages().size())
            .isEqualTo(3);
      }
    }

    @Test
    void afterAnOverflowThatStaysTheNewestResultsAreShortenedUntilThereIsNothingToShorten() {
      List<Integer> lengths = new ArrayList<>();
      try (var model = model(looksUpAtLength())) {
        for (int i = 0; i < 4; i++) {
          model.then(request -> {
            lengths.add(request.messages().getLast().results().getFirst().content().length());
            throw new ModelException(Category.WINDOW_OVERFLOW, "prompt is too long", null, null);
          });
        }
        Run run = agent(model).compaction(Compaction.atTokens(100_000)).build().start("Paint.");

        assertThat(run.result()).isInstanceOf(RunResult.WindowExceeded.class);
        assertThat(lengths).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
      }
    }

    @Test
    void whichIsSwitchedOffCannotHelpAnOverflow() {
      try (var model =
          new ScriptedModel().thenFails(Category.WINDOW_OVERFLOW, "prompt is too long")) {
        assertThat(run(model).result()).isInstanceOf(RunResult.WindowExceeded.class);
      }
    }
  }
}
