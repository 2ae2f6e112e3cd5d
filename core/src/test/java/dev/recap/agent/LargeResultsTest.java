package dev.recap.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.compaction.Compaction;
import dev.recap.compaction.Trim;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.testing.Replies;
import dev.recap.testing.Tokens;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.words.TokenEstimate;
import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools that say more than the threshold: what they said leaves, and the view is short again. */
class LargeResultsTest {
  private static final long THRESHOLD = 3_000;

  /** Desk tools whose tickets have about 20 kB each. */
  static final class Desk {
    private int next;

    @Tool(value = "Hands out the next ticket.", effect = Effect.IDEMPOTENT)
    public Opened<String> nextTicket() {
      next++;
      String text = "Dear all, it broke again. ".repeat(400);
      return Opened.of(
          "T-" + next,
          "Ticket about meter M-%d. %s Order W-%d. %s".formatted(next, text, 7_000 + next, text));
    }

    @Tool(value = "Adds a note.", effect = Effect.IDEMPOTENT)
    public String note(@Item String ticket, String text) {
      return "noted on " + ticket;
    }

    @Tool(value = "Closes a ticket.", effect = Effect.ONCE)
    public Closed<String> close(@Item String ticket) {
      return Closed.of(ticket);
    }

    @Tool(value = "Asks another system.", effect = Effect.UNDECLARED)
    public String export(int characters) {
      return "data ".repeat(characters / 5);
    }
  }

  /** Says one reply after the other, and notes how large each prompt was. */
  private static final class Clerk implements Model {
    private final List<Replies> script;
    private final boolean summarizes;
    private final List<ModelRequest> requests = new ArrayList<>();

    Clerk(boolean summarizes, List<Replies> script) {
      this.summarizes = summarizes;
      this.script = script;
    }

    @Override
    public ModelProfile profile() {
      return new ModelProfile("clerk", 200_000, 0, null);
    }

    @Override
    public ModelReply ask(ModelRequest request) {
      if (Talker.asksForASummary(request)) {
        Replies summary = Replies.saying(summarizes ? "All notes are on the tickets." : "");
        return summary.using(Tokens.of(request), 9).reply();
      }
      requests.add(request);
      int at = requests.size() - 1;
      Replies reply = at < script.size() ? script.get(at) : Replies.saying("Done.");
      return reply.using(Tokens.of(request), 20).reply();
    }

    /** Tokens of a request but for the results that came last. */
    long besidesNewest(ModelRequest request) {
      long newest =
          request.messages().getLast().results().stream()
              .mapToLong(result -> TokenEstimate.of(result.content()))
              .sum();
      return Tokens.of(request) - Math.round(newest * Tokens.PER_ESTIMATED);
    }
  }

  private static Clerk run(Compaction policy, boolean summarizes, List<Replies> script) {
    var clerk = new Clerk(summarizes, script);
    Run run =
        Agent.builder(clerk)
            .tools(new Desk())
            .compaction(policy)
            .limits(Limits.turns(300))
            .build()
            .start("Work through the queue.");
    assertThat(run.result()).isEqualTo(new RunResult.Answered("Done."));
    return clerk;
  }

  private static Replies notes(int ticket) {
    return Scripts.calls("note", "{'ticket':'T-%d','text':'seen'}".formatted(ticket));
  }

  private static List<String> handedOut(ModelRequest request) {
    return Talker.text(request)
        .lines()
        .filter(line -> line.contains(" is open. It was handed out as: "))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLargeTicketIsAPreviewOnceItsTurnHasLeft(boolean summarizes) {
    Clerk clerk =
        run(
            Compaction.atTokens(THRESHOLD),
            summarizes,
            List.of(Replies.calling("next_ticket", "{}"), notes(1), notes(1), notes(1)));

    assertThat(Tokens.of(clerk.requests.get(1))).isGreaterThan(THRESHOLD);
    for (ModelRequest later : clerk.requests.subList(2, clerk.requests.size())) {
      assertThat(Tokens.of(later)).isLessThan(THRESHOLD);
      assertThat(handedOut(later))
          .singleElement()
          .asString()
          .startsWith("T-1 is open. It was handed out as: \"Ticket about meter M-1. Dear all,")
          .matches(
              ".*\\(the first [\\d,]+ of 20,\\d+ characters; (recall returns the rest|the rest is"
                  + " gone), which has W-7001\\)");
    }
  }

  @ParameterizedTest
  @CsvSource({"true,4", "false,4", "false,12"})
  void severalLargeTicketsShareTheRoom(boolean summarizes, int tickets) {
    List<Replies> script = new ArrayList<>();
    for (int i = 0; i < tickets; i++) {
      script.add(Replies.calling("next_ticket", "{}"));
    }
    for (int i = 0; i < 3 * tickets; i++) {
      script.add(notes(i % tickets + 1));
    }
    Clerk clerk = run(Compaction.atTokens(THRESHOLD), summarizes, script);

    // Twelve open items and the tools come to the threshold by themselves.
    for (ModelRequest request : clerk.requests) {
      assertThat(clerk.besidesNewest(request)).isLessThan(THRESHOLD + THRESHOLD / 10);
    }
    List<String> open = handedOut(clerk.requests.getLast());
    assertThat(open).hasSize(tickets);
    assertThat(open.stream().mapToInt(TokenEstimate::of).sum())
        .isLessThan((int) THRESHOLD / 5 + 10 * tickets);
    for (int i = 0; i < tickets; i++) {
      assertThat(open.get(i)).startsWith("T-%d is open.".formatted(i + 1));
    }
  }

  /** No stage may clear what an undeclared tool said, and each answer is beyond the threshold. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersBeyondTheThresholdOneAfterTheOtherLeaveNothingButTheLastOne(boolean summarizes) {
    Clerk clerk =
        run(
            Compaction.atTokens(THRESHOLD),
            summarizes,
            IntStream.range(0, 25)
                .mapToObj(
                    i -> Replies.calling("export", "{\"characters\":%d}".formatted(25_000 + i)))
                .toList());

    for (ModelRequest request : clerk.requests) {
      assertThat(clerk.besidesNewest(request)).isLessThan(THRESHOLD);
    }
  }

  /** Tools and task alone are above it: the view cannot get there, but it does not grow either. */
  @Test
  void aThresholdThatIsOutOfReachDoesNotLetTheViewGrow() {
    Clerk clerk =
        run(
            Compaction.atTokens(200).stages(new Trim()),
            false,
            IntStream.range(0, 100)
                .mapToObj(i -> Replies.calling("export", "{\"characters\":%d}".formatted(500 + i)))
                .toList());
    long early = most(clerk, clerk.requests.subList(20, 50));
    long late = most(clerk, clerk.requests.subList(50, 100));
    long rewrites = clerk.requests.stream().filter(r -> r.messages().size() == 3).count();

    assertThat(late).isLessThan(early + early / 10);
    assertThat(rewrites).isLessThan(34);
  }

  private static long most(Clerk clerk, List<ModelRequest> requests) {
    return requests.stream().mapToLong(clerk::besidesNewest).max().orElseThrow();
  }
}
