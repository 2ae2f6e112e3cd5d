package dev.recap.lab.crashes;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.journal.Journal;
import dev.recap.journal.JournalException;
import dev.recap.journal.Replied;
import dev.recap.journal.RunEnded;
import dev.recap.journal.UserSaid;
import dev.recap.ledger.LedgerEffect;
import dev.recap.testing.SettableClock;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Tools;
import dev.recap.work.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays one scenario: starts, is struck, resumes, until the work has ended; and grades it. */
final class CrashRun {
  private static final int MOST_LIVES = 6;
  private static final Duration BETWEEN_LIVES = Duration.ofMinutes(10);
  private static final long NEVER = 1_000_000;

  private final CrashScenario scenario;
  private final Defect defect;
  private final Fate fate;
  private final CrashStore store;
  private final Bank bank = new Bank();
  private final Set<Call> unknown = new TreeSet<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T08:00:00Z"));
  private int replies;

  CrashRun(CrashScenario scenario, Defect defect, Fate fate, CrashStore store) {
    this.scenario = scenario;
    this.defect = defect;
    this.fate = fate;
    this.store = store;
  }

  CrashRow play() {
    String trouble = "";
    try {
      trouble = lives();
    } catch (RuntimeException e) {
      trouble = "threw " + e;
    }
    return new Grade(scenario, Oracle.of(scenario), bank, unknown, asked.get(), replies, trouble)
        .row(fate.struck());
  }

  /** Life after life until one ends well; what is wrong when none does. */
  private String lives() {
    String last = "";
    for (int i = 0; i < MOST_LIVES; i++) {
      Life life = fate.begin();
      try {
        return live(life);
      } catch (Death death) {
        last = "died " + death.getMessage();
      } catch (JournalException failure) {
        last = "failed: " + failure.getMessage();
      }
      store.buried(life);
      clock.advance(BETWEEN_LIVES);
    }
    return "did not end in %d lives: %s".formatted(MOST_LIVES, last);
  }

  /** How the work ended in this life, in words where it ended badly. */
  private String live(Life life) {
    fate.at(Moment.of(Moment.Kind.OPENING));
    CrashStore.Held held = store.open(life);
    fate.at(null);
    Journal journal = held.journal();
    if (journal.size() > 0 && journal.entries().stream().noneMatch(UserSaid.class::isInstance)) {
      held.closing().run();
      store.another();
      return live(life);
    }
    Journal watched = defect.journal(new WatchedJournal(journal, fate));
    String ended = isEnded(watched) ? "" : end(agent(life), watched);
    replies = (int) journal.entries().stream().filter(Replied.class::isInstance).count();
    held.closing().run();
    return ended;
  }

  private static boolean isEnded(Journal journal) {
    return journal.size() > 0 && journal.entries().getLast() instanceof RunEnded;
  }

  private String end(Agent agent, Journal journal) {
    try (Run run = begin(agent, journal)) {
      RunResult result = run.result();
      while (result instanceof RunResult.UnsettledEffect unsettled) {
        unsettled.effects().forEach(effect -> settle(run, effect));
        result = run.result();
      }
      return result instanceof RunResult.Answered ? "" : "ended with " + result;
    }
  }

  private static Run begin(Agent agent, Journal journal) {
    return journal.size() == 0
        ? agent.start(journal, Clerk.TASK.formatted(Work.INVOICES))
        : agent.resume(journal);
  }

  /** Somebody looks into the bank's books. */
  private void settle(Run run, LedgerEffect effect) {
    Call call = WatchedJournal.call(effect.intended()).orElseThrow();
    unknown.add(call);
    Optional<String> receipt = bank.find(effect.key().value());
    run.settle(
        effect,
        receipt.isPresent() ? Outcome.CONFIRMED : Outcome.FAILED,
        receipt.orElse("it is not in the books"));
  }

  private Agent agent(Life life) {
    Work work = scenario.work();
    var turnstile = new Turnstile();
    var counter = new Counter(work, life, fate, bank, turnstile, new Nap());
    Toolbox tools =
        new MortalTools(Tools.of(PayTools.of(work, counter)), work, life, turnstile);
    return Agent.builder(new Clerk(work, life, asked))
        .toolbox(defect.toolbox(tools))
        .withoutRecall()
        .compaction(
            work.compacting()
                ? Compaction.atTokens(NEVER).stages(new Fold())
                : Compaction.none())
        .clock(clock)
        .build();
  }
}
