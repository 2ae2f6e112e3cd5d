package dev.recap.lab.crashes;

import dev.recap.journal.JournalException;
import dev.recap.journal.JournalException.Reason;
import dev.recap.lab.crashes.Lifetime.Ending;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Plays one scenario: starts, is struck, resumes, until the work has ended; and grades it. */
final class CrashRun {
  private static final int MOST_LIVES = 6;

  private final World world;

  CrashRun(World world) {
    this.world = world;
  }

  CrashRow play() {
    String trouble;
    try {
      trouble = world.firstBlow().sleeps() ? sleepThenLive() : lives();
    } catch (RuntimeException e) {
      trouble = "threw " + e;
    }
    return Grade.of(world, trouble);
  }

  /** Life after life until one ends well; what is wrong when none does. */
  private String lives() {
    String last = "";
    for (int i = 0; i < MOST_LIVES; i++) {
      switch (new Lifetime(world, () -> {}).live()) {
        case Ending.Done(String trouble) -> {
          return trouble;
        }
        case Ending.Died(String where) -> {
          last = where;
          world.waitAWhile();
        }
        case Ending.Failed(JournalException why) -> last = String.valueOf(why.getMessage());
      }
    }
    return "did not end in %d lives: %s".formatted(MOST_LIVES, last);
  }

  /** A holder sleeps beyond its lease, another takes over, and the first wakes up. */
  private String sleepThenLive() {
    var sleeper = new Sleeper();
    try {
      world.nap().untilAsleep();
      world.store().leaseRunsOut();
      world.waitAWhile();
      var next = new Lifetime(world, sleeper);
      next.open();
      sleeper.lifetime.life().replace();
      if (world.firstBlow() == Blow.SLEEPS_UNTIL_REPLACED) {
        sleeper.run();
      }
      Ending ending = next.live();
      return ending instanceof Ending.Done(String trouble)
          ? sleeper.trouble + trouble
          : "%sthe second holder: %s".formatted(sleeper.trouble, ending);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a holder slept", e);
    } finally {
      world.nap().wake();
    }
  }

  /** The first holder, on a thread of its own; running this wakes it and waits for its end. */
  private final class Sleeper implements Runnable {
    private final Lifetime lifetime = new Lifetime(world, () -> {});
    private final FutureTask<Ending> sleeping = new FutureTask<>(this::live);
    private String trouble = "";

    Sleeper() {
      Thread.ofPlatform().daemon().name("sleeper").start(sleeping);
    }

    private Ending live() {
      try {
        return lifetime.live();
      } finally {
        world.nap().over();
      }
    }

    @Override
    public void run() {
      world.nap().wake();
      try {
        Ending ending = sleeping.get();
        if (!(ending instanceof Ending.Failed(JournalException why)
            && why.reason() == Reason.IN_USE)) {
          trouble = "the sleeper was not refused: %s; ".formatted(ending);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a holder woke up", e);
      } catch (ExecutionException e) {
        trouble = "the sleeper threw %s; ".formatted(e.getCause());
      }
    }
  }
}
