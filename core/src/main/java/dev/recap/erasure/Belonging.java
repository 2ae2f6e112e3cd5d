package dev.recap.erasure;

import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange;
import dev.recap.journal.Replied;
import dev.recap.journal.Settled;
import dev.recap.ledger.Ledger;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which work each call of a journal belongs to: the item it names, else all that were open when it
 * was made, else the next one opened. What a call belongs to is known in hindsight only.
 */
final class Belonging {
  /** Which call of which turn: a provider may use an id again. */
  record Place(int turn, String callId) {}

  private static final class Made {
    private final ToolCall call;
    private final Set<Opening> work = new LinkedHashSet<>();
    private boolean names;
    private boolean housed;
    private boolean ran;
    private @Nullable Standing standing;

    Made(ToolCall call) {
      this.call = call;
    }
  }

  private final Map<Place, Made> made = new HashMap<>();
  private final List<Made> homeless = new ArrayList<>();
  private final Set<WorkItem> items = new HashSet<>();
  private Ledger ledger = Ledger.empty();
  private int turn;

  private Belonging() {}

  static Belonging of(List<Entry> entries) {
    var belonging = new Belonging();
    entries.forEach(belonging::read);
    return belonging;
  }

  private void read(Entry entry) {
    Ledger after = ledger.after(entry);
    switch (entry) {
      case Replied(var number, var reply, var at) -> {
        turn = number;
        for (ToolCall call : reply.calls()) {
          var one = new Made(call);
          made.put(new Place(turn, call.id()), one);
          homeless.add(one);
        }
      }
      case Intended intended ->
          call(new Place(turn, intended.callId())).ifPresent(one -> begun(one, intended));
      case Answered answered ->
          call(new Place(turn, answered.callId())).ifPresent(one -> answered(one, answered, after));
      case Settled settled -> {
        Settled.Subject about = settled.subject();
        call(new Place(about.turn(), about.callId()))
            .ifPresent(one -> handedOver(one, settled.change(), after));
      }
      case Compacted compacted ->
          compacted.head().forEach(block -> block.openings().forEach(o -> items.add(o.item())));
      default -> {} // Says nothing of calls.
    }
    ledger = after;
  }

  private Optional<Made> call(Place place) {
    return Optional.ofNullable(made.get(place));
  }

  private void begun(Made one, Intended intended) {
    one.ran = true;
    if (intended.opening() != null) {
      named(one, intended.opening());
    } else {
      belongs(one, ledger.open());
    }
  }

  private void answered(Made one, Answered answered, Ledger after) {
    one.standing = answered.standing();
    if (answered.about() != null) {
      named(one, answered.about());
    } else if (!one.ran) {
      belongs(one, ledger.open());
    }
    handedOver(one, answered.change(), after);
  }

  /**
   * What was done while nothing was open belongs to the item that is opened next, and to one whose
   * record began in between.
   */
  private void handedOver(Made one, @Nullable ItemChange change, Ledger after) {
    List<Opening> begun =
        one.work.stream()
            .filter(opening -> ledger.record(opening).isEmpty())
            .filter(opening -> after.record(opening).isPresent())
            .toList();
    if (change != null) {
      belongs(one, List.of(change.opening()));
    }
    boolean opens = change != null && change.opens();
    List<Opening> next = opens ? List.of(change.opening()) : begun;
    if (!next.isEmpty()) {
      homeless.stream().filter(call -> !call.housed).forEach(call -> call.work.addAll(next));
    }
    if (opens) {
      homeless.clear();
    }
  }

  /** Whatever was opened before it in the same turn: it is about the item that it names. */
  private void named(Made one, Opening opening) {
    if (!one.names) {
      one.work.clear();
      one.names = true;
    }
    belongs(one, List.of(opening));
  }

  private void belongs(Made one, Collection<Opening> work) {
    one.work.addAll(work);
    one.housed |= !work.isEmpty();
    work.forEach(opening -> items.add(opening.item()));
  }

  /** All items that anything belongs to. */
  Set<WorkItem> items() {
    return Set.copyOf(items);
  }

  /** The ledger of the whole journal. */
  Ledger ledger() {
    return ledger;
  }

  /**
   * The calls that are about an item: those that belong to it, and those that name none of their
   * own but have its key in their arguments.
   */
  Set<Place> about(WorkItem item, Names names) {
    return made.entrySet().stream()
        .filter(each -> {
          Made call = each.getValue();
          return call.work.stream().anyMatch(opening -> opening.item().equals(item))
              || (!call.names && names.in(call.call.arguments()));
        })
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The call at this place, of the tool that it calls. */
  boolean calls(Place place, String tool) {
    return call(place).filter(one -> one.call.tool().equals(tool)).isPresent();
  }

  /** Whether a call names no item, and was answered with what another call had said. */
  boolean repeats(Place place, Set<Place> others) {
    Made call = made.get(place);
    return call != null
        && call.standing == Standing.RECEIPT
        && !call.names
        && others.stream()
            .filter(other -> other.turn() <= place.turn())
            .map(made::get)
            .anyMatch(
                other -> other != null && other.ran && other.call.tool().equals(call.call.tool()));
  }

  /** The names of tools that ran: what else a model calls by name may be any text. */
  Set<String> toolsThatRan() {
    return made.values().stream()
        .filter(one -> one.ran)
        .map(one -> one.call.tool())
        .collect(Collectors.toSet());
  }
}
