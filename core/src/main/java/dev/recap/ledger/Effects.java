package dev.recap.ledger;

import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import java.util.List;
import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The changing effects by their keys.
 *
 * @param byKey the last call with a key that has not failed
 * @param unsettled those of which nobody knows, oldest first
 * @param withoutItem confirmed ones that belong to no work item, oldest first
 */
record Effects(
    PMap<IdempotencyKey, LedgerEffect> byKey,
    PMap<IdempotencyKey, Unsettled> unsettled,
    PVector<LedgerEffect> withoutItem) {
  static final Effects NONE =
      new Effects(HashTreePMap.empty(), OrderedPMap.empty(), TreePVector.empty());

  /** Its key is taken while it runs. */
  Effects reserved(LedgerEffect effect) {
    return new Effects(byKey.plus(effect.key(), effect), unsettled, withoutItem);
  }

  Effects confirmed(LedgerEffect effect) {
    return new Effects(
        byKey.plus(effect.key(), effect), unsettled.minus(effect.key()), withoutItem);
  }

  /** Its key is free again, unless it is a repeat of one of which nobody knows. */
  Effects failed(LedgerEffect effect) {
    Unsettled before = unsettled.get(effect.key());
    if (before != null && !before.effect().isSameCall(effect)) {
      return new Effects(byKey.plus(effect.key(), before.effect()), unsettled, withoutItem);
    }
    return new Effects(byKey.minus(effect.key()), unsettled.minus(effect.key()), withoutItem);
  }

  /** Its key is blocked until it is settled. */
  Effects unknown(Unsettled call) {
    IdempotencyKey key = call.effect().key();
    return new Effects(byKey.plus(key, call.effect()), unsettled.plus(key, call), withoutItem);
  }

  Effects ofClosedWork(List<LedgerEffect> closed) {
    PMap<IdempotencyKey, LedgerEffect> now = byKey;
    for (LedgerEffect effect : closed) {
      LedgerEffect known = now.get(effect.key());
      if (known != null && known.isSameCall(effect)) {
        now = now.plus(effect.key(), known.ofClosedWork());
      }
    }
    return new Effects(now, unsettled, withoutItem);
  }

  Effects plusWithoutItem(LedgerEffect effect) {
    return new Effects(byKey, unsettled, withoutItem.plus(effect));
  }

  /** What was done while nothing was open belongs to the item that is opened next. */
  Effects nextItemIs(Opening opening) {
    PMap<IdempotencyKey, Unsettled> now = unsettled;
    for (Map.Entry<IdempotencyKey, Unsettled> entry : List.copyOf(unsettled.entrySet())) {
      now = now.plus(entry.getKey(), entry.getValue().nextItemIs(opening));
    }
    return new Effects(byKey, now, TreePVector.empty());
  }
}
