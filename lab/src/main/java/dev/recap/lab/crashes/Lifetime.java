package dev.recap.lab.crashes;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult;
import dev.recap.compaction.Compaction;
import dev.recap.compaction.Fold;
import dev.recap.journal.Journal;
import dev.recap.journal.JournalException;
import dev.recap.journal.RunEnded;
import dev.recap.journal.UserSaid;
import dev.recap.lab.crashes.CrashStore.Held;
import dev.recap.ledger.LedgerEffect;
import dev.recap.tool.Toolbox;
import dev.recap.tool.Tools;
import dev.recap.work.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One process: opens the journal, starts or goes on, and settles what nobody knows. */
final class Lifetime {
  private static final long NEVER = 1_000_000;

  private final World world;
  private final Life life;

  /** Comes before somebody looks into the books, and before the process ends. */
  private final Runnable beforeTheEnd;

  private @Nullable Held held;

  Lifetime(World world, Runnable beforeTheEnd) {
    this.world = world;
    this.life = world.fate().begin();
    this.beforeTheEnd = beforeTheEnd;
  }

  /** How the process came to its end. */
  sealed interface Ending {
    /**
     * The work has ended.
     *
     * @param trouble what is wrong with that; empty for nothing
     */
    record Done(String trouble) implements Ending {}

    /** The process died, and has been buried. */
    record Died(String where) implements Ending {}

    /** The journal failed, and was closed. */
    record Failed(JournalException why) implements Ending {}
  }

  Life life() {
    return life;
  }

  /** Opens the journal. */
  void open() {
    world.fate().at(Moment.of(Moment.Kind.OPENING));
    try {
      held = world.store().open(life);
    } finally {
      world.fate().at(null);
    }
  }

  /** Opens the journal unless it is open, and goes on to the end. */
  Ending live() {
    try {
      if (held == null) {
        open();
      }
      return new Ending.Done(work(held()));
    } catch (Death death) {
      world.store().buried(life);
      return new Ending.Died(String.valueOf(death.getMessage()));
    } catch (JournalException failure) {
      close();
      return new Ending.Failed(failure);
    }
  }

  private Held held() {
    if (held == null) {
      throw new IllegalStateException("the journal is not open");
    }
    return held;
  }

  private void close() {
    if (held != null) {
      held.closing().run();
    }
    world.store().over(life);
  }

  /** What is wrong with how it ended. */
  private String work(Held opened) {
    Journal journal = opened.journal();
    if (journal.size() > 0 && journal.entries().stream().noneMatch(UserSaid.class::isInstance)) {
      close();
      world.store().another();
      open();
      return work(held());
    }
    Journal watched = world.defect().journal(new WatchedJournal(journal, world.fate()));
    String trouble = isEnded(watched) ? "" : end(watched);
    beforeTheEnd.run();
    if (trouble.isEmpty() && !isEnded(journal)) {
      trouble = "the end of the run is not on record";
    }
    close();
    return trouble;
  }

  private static boolean isEnded(Journal journal) {
    return journal.size() > 0 && journal.entries().getLast() instanceof RunEnded;
  }

  private String end(Journal journal) {
    Agent agent = agent();
    try (Run run =
        journal.size() == 0
            ? agent.start(journal, Clerk.TASK.formatted(world.work().invoices()))
            : agent.resume(journal)) {
      RunResult result = run.result();
      while (result instanceof RunResult.UnsettledEffect unsettled) {
        beforeTheEnd.run();
        unsettled.effects().forEach(effect -> settle(run, effect));
        result = run.result();
      }
      return result instanceof RunResult.Answered ? "" : "ended with " + result;
    }
  }

  /** Somebody looks into the bank's books. */
  private void settle(Run run, LedgerEffect effect) {
    world.unknown().add(WatchedJournal.call(effect.intended()).orElseThrow());
    Optional<String> receipt = world.bank().find(effect.key().value());
    run.settle(
        effect,
        receipt.isPresent() ? Outcome.CONFIRMED : Outcome.FAILED,
        receipt.orElse("it is not in the books"));
  }

  private Agent agent() {
    Work work = world.work();
    var turnstile = new Turnstile();
    var counter = new Counter(world, life, turnstile);
    Toolbox tools = new MortalTools(Tools.of(PayTools.of(work, counter)), world, life, turnstile);
    return Agent.builder(new Clerk(work, life, world.requests()))
        .toolbox(world.defect().toolbox(tools))
        .withoutRecall()
        .compaction(
            work.compacting() ? Compaction.atTokens(NEVER).stages(new Fold()) : Compaction.none())
        .clock(world.clock())
        .build();
  }
}
