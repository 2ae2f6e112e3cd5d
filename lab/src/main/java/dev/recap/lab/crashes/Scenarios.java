package dev.recap.lab.crashes;

import dev.recap.lab.crashes.Moment.Kind;
import dev.recap.work.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All scenarios: each work, each moment of it, each way in which the world may break there. */
public final class Scenarios {
  /** Making a journal, in a database its tables, too, writes no more often. */
  private static final int MOST_MAKING_ACTS = 40;

  /** Opening a journal writes no more often. */
  private static final int MOST_OPENING_ACTS = 7;

  /** What has to be mended when the journal is opened again. */
  private static final Set<Blow> LEAVING_DAMAGE =
      EnumSet.of(Blow.DIES_IN_LAST_LINE, Blow.DIES_BEFORE_LAST_BYTE);

  /** What leaves calls in flight, one of a kind. */
  private static final Set<Blow> LEAVING_CALLS =
      EnumSet.of(
          Blow.DIES_UNSYNCED_AND_LOST,
          Blow.DIES_AFTER_SYNC,
          Blow.DIES_BEFORE_COMMIT,
          Blow.DIES_AFTER_COMMIT,
          Blow.TOOL_DIES);

  /** What strikes a second time. */
  private static final Set<Blow> SECOND =
      EnumSet.of(
          Blow.DIES_UNSYNCED_AND_LOST,
          Blow.DIES_AFTER_SYNC,
          Blow.DIES_BEFORE_COMMIT,
          Blow.DIES_AFTER_COMMIT,
          Blow.OPENING_DIES_BEFORE,
          Blow.OPENING_DIES_AFTER,
          Blow.TOOL_DIES);

  private Scenarios() {}

  /** All there are for these stores. */
  static List<CrashScenario> all(Set<StoreName> stores) {
    return works(stores).flatMap(Scenarios::of).toList();
  }

  /** So many of them, chosen by chance, in their order. */
  static List<CrashScenario> sample(List<CrashScenario> all, int number, long seed) {
    List<Integer> chosen = new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
    Collections.shuffle(chosen, new Random(seed));
    return chosen.stream().limit(number).sorted().map(all::get).toList();
  }

  private static Stream<Work> works(Set<StoreName> stores) {
    List<Work> works = new ArrayList<>();
    for (StoreName store : stores) {
      for (Effect effect : List.of(Effect.ONCE, Effect.IDEMPOTENT, Effect.READ_ONLY)) {
        for (Proof proof : Proof.values()) {
          for (Calls calls : Calls.values()) {
            works.add(new Work(proof, effect, calls, store, false));
            works.add(new Work(proof, effect, calls, store, true));
          }
        }
      }
    }
    return works.stream().filter(Scenarios::differs);
  }

  /**
   * Whether it is no other work under another name: what changes nothing needs no proof, and how
   * far siblings are apart matters where each may happen once only.
   */
  private static boolean differs(Work work) {
    boolean proven = work.effect() != Effect.READ_ONLY || work.proof() == Proof.NONE;
    boolean apart = work.effect() == Effect.ONCE && !work.compacting();
    return proven && (work.calls() != Calls.STAGGERED || apart);
  }

  private static Stream<CrashScenario> of(Work work) {
    List<CrashScenario> singles =
        Stream.concat(firstOpenings(work), Script.of(work).stream())
            .flatMap(moment -> strikes(moment, work))
            .map(strike -> new CrashScenario(work, List.of(strike)))
            .toList();
    return Stream.concat(
        singles.stream(), singles.stream().flatMap(single -> again(single).stream()));
  }

  /** How a journal is made does not depend on what will stand in it. */
  private static Stream<Moment> firstOpenings(Work work) {
    boolean one =
        work.proof() == Proof.NONE
            && work.effect() == Effect.ONCE
            && work.calls() == Calls.SEQUENTIAL
            && !work.compacting();
    return one
        ? IntStream.rangeClosed(1, MOST_MAKING_ACTS).mapToObj(i -> Moment.of(Kind.OPENING, i))
        : Stream.empty();
  }

  private static Stream<Moment> openings() {
    return IntStream.rangeClosed(1, MOST_OPENING_ACTS).mapToObj(i -> Moment.of(Kind.OPENING, i));
  }

  private static Stream<Strike> strikes(Moment moment, Work work) {
    return Arrays.stream(Blow.values())
        .filter(blow -> blow.fits(moment, work.store()))
        .filter(blow -> isPromised(moment, blow, work))
        .map(blow -> new Strike(moment, blow));
  }

  /**
   * A look-up that is called final is no such thing for a call that sleeps between the check and
   * its effect: only a unique key excludes that, at this end or at the other.
   */
  private static boolean isPromised(Moment moment, Blow blow, Work work) {
    boolean comesLate = moment.kind() == Kind.BEFORE_EFFECT || work.calls() == Calls.PARALLEL;
    return !(blow == Blow.TOOL_SLEEPS
        && comesLate
        && work.effect() == Effect.ONCE
        && work.proof() == Proof.LOOK_UP);
  }

  /**
   * The same, and another strike in the life that follows, while the first invoice is worked on.
   */
  private static List<CrashScenario> again(CrashScenario single) {
    Strike first = single.strikes().getFirst();
    List<Moment> moments = new ArrayList<>();
    Call struck = first.moment().call();
    if (struck == null || struck.invoice() > 1) {
      return List.of();
    }
    // How damage is mended does not depend on the proof.
    if (LEAVING_DAMAGE.contains(first.blow()) && single.work().proof() == Proof.NONE) {
      openings().forEach(moments::add);
    }
    if (LEAVING_CALLS.contains(first.blow())) {
      Oracle.madeAgain(single)
          .forEach(call -> {
            moments.add(Moment.of(Kind.BEFORE_EFFECT, call));
            moments.add(Moment.of(Kind.AFTER_EFFECT, call));
          });
      Oracle.answeredLater(single).forEach(call -> moments.add(Moment.of(Kind.ANSWER, call)));
    }
    return moments.stream()
        .flatMap(moment -> strikes(moment, single.work()))
        .filter(strike -> SECOND.contains(strike.blow()))
        .map(strike -> new CrashScenario(single.work(), List.of(first, strike)))
        .toList();
  }
}
