package dev.recap.ledger;

import dev.recap.bytes.Packer;
import dev.recap.bytes.Unpacker;
import dev.recap.conversation.ToolCall;
import dev.recap.journal.Answered.Standing;
import dev.recap.journal.Intended;
import dev.recap.journal.ItemChange.ClosingRule;
import dev.recap.ledger.OpeningRecord.Closing;
import dev.recap.work.Effect;
import dev.recap.work.Fact;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.TreePVector;

/** The records as bytes. What is in several places is written once, and is one value again. */
final class PackedLedger {

  private PackedLedger() {}

  static void write(Records records, Packer to) {
    to.each(records.all().values(), record -> record(record, to))
        .each(records.latest().values(), opening -> opening(opening, to))
        .each(records.open().values(), opening -> opening(opening, to))
        .each(records.effects().byKey().values(), effect -> effect(effect, to))
        .each(records.effects().unsettled().values(), call -> unsettled(call, to))
        .each(records.effects().withoutItem(), effect -> effect(effect, to));
  }

  static Records read(Unpacker from) {
    return new Records(
        map(HashTreePMap.empty(), from.each(() -> record(from)), OpeningRecord::opening),
        map(HashTreePMap.empty(), from.each(() -> opening(from)), Opening::item),
        map(OrderedPMap.empty(), from.each(() -> opening(from)), Opening::item),
        new Effects(
            map(HashTreePMap.empty(), from.each(() -> effect(from)), LedgerEffect::key),
            map(OrderedPMap.empty(), from.each(() -> unsettled(from)), c -> c.effect().key()),
            TreePVector.from(from.each(() -> effect(from)))));
  }

  private static <K, V> PMap<K, V> map(PMap<K, V> empty, List<V> values, Function<V, K> key) {
    PMap<K, V> map = empty;
    for (V value : values) {
      map = map.plus(key.apply(value), value);
    }
    return map;
  }

  private static void record(OpeningRecord record, Packer to) {
    opening(record.opening(), to);
    to.text(record.handedOut())
        .each(record.closings(), rule -> rule(rule, to))
        .each(record.effects(), effect -> effect(effect, to))
        .maybe(record.closing(), closing -> closing(closing, to));
  }

  private static OpeningRecord record(Unpacker from) {
    return new OpeningRecord(
        opening(from),
        from.text(),
        from.each(() -> rule(from)),
        TreePVector.from(from.each(() -> effect(from))),
        from.maybe(() -> closing(from)));
  }

  private static void rule(ClosingRule rule, Packer to) {
    to.word(rule.tool()).each(rule.requires(), to::word).each(rule.others(), to::word);
  }

  private static ClosingRule rule(Unpacker from) {
    return new ClosingRule(from.word(), from.each(from::word), from.each(from::word));
  }

  private static void closing(Closing closing, Packer to) {
    to.each(closing.facts(), f -> to.word(f.name()).word(f.value()).kind(f.kind()))
        .text(closing.receipt());
  }

  private static Closing closing(Unpacker from) {
    return new Closing(
        from.each(() -> new Fact(from.word(), from.word(), from.kind(Fact.Kind.class))),
        from.text());
  }

  private static void effect(LedgerEffect effect, Packer to) {
    to.shared(
        effect,
        one -> {
          call(one.call(), to.number(one.turn()));
          intended(one.intended(), to);
          to.maybe(one.standing(), to::kind).text(one.receipt());
        });
  }

  private static LedgerEffect effect(Unpacker from) {
    return from.shared(() ->
        new LedgerEffect(
            from.small(),
            call(from),
            intended(from),
            from.maybe(() -> from.kind(Standing.class)),
            from.text()));
  }

  private static void call(ToolCall call, Packer to) {
    to.word(call.id()).word(call.tool()).word(call.arguments());
  }

  private static ToolCall call(Unpacker from) {
    return new ToolCall(from.word(), from.word(), from.word());
  }

  private static void intended(Intended intended, Packer to) {
    to.word(intended.callId())
        .word(intended.tool())
        .kind(intended.effect())
        .text(intended.key().value())
        .maybe(intended.opening(), opening -> opening(opening, to))
        .maybe(intended.part(), to::word)
        .time(intended.at());
  }

  private static Intended intended(Unpacker from) {
    return new Intended(
        from.word(),
        from.word(),
        from.kind(Effect.class),
        new IdempotencyKey(from.text()),
        from.maybe(() -> opening(from)),
        from.maybe(from::word),
        from.time());
  }

  private static void unsettled(Unsettled call, Packer to) {
    effect(call.effect(), to);
    openings(call.openings(), to.word(call.runId()));
  }

  private static Unsettled unsettled(Unpacker from) {
    LedgerEffect effect = effect(from);
    return new Unsettled(effect, from.word(), openings(from));
  }

  static void openings(Collection<Opening> openings, Packer to) {
    to.each(openings, opening -> opening(opening, to));
  }

  static List<Opening> openings(Unpacker from) {
    return from.each(() -> opening(from));
  }

  private static void opening(Opening opening, Packer to) {
    to.shared(opening, one -> to.word(one.item().key()).number(one.number()));
  }

  private static Opening opening(Unpacker from) {
    return from.shared(() -> new Opening(new WorkItem(from.word()), from.small()));
  }
}
