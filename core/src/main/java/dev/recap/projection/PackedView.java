package dev.recap.projection;

import dev.recap.bytes.Packer;
import dev.recap.bytes.Unpacker;
import dev.recap.conversation.Block;
import dev.recap.conversation.Media;
import dev.recap.conversation.Opaque;
import dev.recap.conversation.Text;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.RollUp;
import dev.recap.projection.Segment.Content;
import dev.recap.projection.Segment.RemarkSegment;
import dev.recap.projection.Segment.Slot;
import dev.recap.projection.Segment.TurnSegment;
import dev.recap.projection.Segment.TurnSegment.Kept;
import dev.recap.projection.Segment.UserSegment;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pcollections.HashTreePSet;

/** A view without images and documents as bytes. */
final class PackedView {

  /** What a piece of the tail, or a block of a reply, is. */
  private enum Shape {
    USER,
    REMARK,
    TURN,
    TEXT,
    CALL,
    OPAQUE
  }

  private PackedView() {}

  /** Whether it is one of those. */
  static boolean fits(ViewState view) {
    return Tail.userMessages(view.tail()).allMatch(said -> said.media().isEmpty())
        && Tail.turns(view.tail()).stream().allMatch(PackedView::fits);
  }

  private static boolean fits(TurnSegment turn) {
    return turn.given().stream()
            .noneMatch(block -> block instanceof Media || block instanceof ToolResult)
        && turn.calls().stream()
            .allMatch(slot -> slot.answer() == null || slot.answer().media().isEmpty());
  }

  static void write(ViewState view, Packer to) {
    to.each(view.head(), block -> head(block, to));
    rollUp(view.rolledUp().counts(), to);
    openings(view.rolledUp().openings(), to);
    to.each(view.said(), segment -> segment(segment, to))
        .each(view.tail(), segment -> segment(segment, to));
    Meter meter = view.meter();
    to.number(meter.fixed()).number(meter.content()).number(meter.anchor()).number(meter.since());
    to.real(meter.scale()).number(view.askMark());
    Binding binding = view.binding();
    to.maybe(binding.prompt(), to::text).flag(binding.wasRefused()).flag(binding.wantsNewest());
  }

  static ViewState read(Unpacker from) {
    return new ViewState(
        List.copyOf(from.each(() -> head(from))),
        new RolledUp(rollUp(from), HashTreePSet.from(openings(from))),
        from.each(() -> segment(from)).stream().map(UserSegment.class::cast).toList(),
        List.copyOf(from.each(() -> segment(from))),
        new Meter(from.number(), from.number(), from.number(), from.number(), from.real()),
        from.number(),
        new Binding(from.maybe(from::text), from.flag(), from.flag()));
  }

  private static void head(HeadBlock block, Packer to) {
    openings(block.openings(), to.kind(block.kind()).text(block.text()));
    to.maybe(block.block(), own -> block(own, to));
  }

  private static HeadBlock head(Unpacker from) {
    return new HeadBlock(
        from.kind(HeadBlock.Kind.class),
        from.text(),
        openings(from),
        from.maybe(() -> (Opaque) block(from)));
  }

  private static void rollUp(RollUp rollUp, Packer to) {
    to.number(rollUp.items()).text(rollUp.first()).text(rollUp.last());
    to.each(
        rollUp.counts().entrySet(),
        named ->
            to.text(named.getKey())
                .each(
                    named.getValue().entrySet(),
                    count -> to.text(count.getKey()).number(count.getValue())));
  }

  private static RollUp rollUp(Unpacker from) {
    int items = from.small();
    String first = from.text();
    String last = from.text();
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    from.each(() -> counts.put(from.text(), counts(from)) == null);
    return new RollUp(items, first, last, counts);
  }

  private static Map<String, Integer> counts(Unpacker from) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    from.each(() -> counts.put(from.text(), from.small()) == null);
    return counts;
  }

  private static void segment(Segment segment, Packer to) {
    switch (segment) {
      case UserSegment said -> to.kind(Shape.USER).text(said.text()).number(said.tokens());
      case RemarkSegment remark ->
          to.kind(Shape.REMARK).number(remark.about()).text(remark.text()).number(remark.tokens());
      case TurnSegment turn -> {
        to.kind(Shape.TURN).number(turn.number()).each(turn.given(), block -> block(block, to));
        to.kind(turn.thinking()).each(turn.calls(), slot -> slot(slot, to));
        to.number(turn.tokens()).number(turn.thinkingTokens()).flag(turn.isRefusal());
      }
    }
  }

  private static Segment segment(Unpacker from) {
    return switch (from.kind(Shape.class)) {
      case USER -> new UserSegment(from.text(), List.of(), from.small());
      case REMARK -> new RemarkSegment(from.small(), from.text(), from.small());
      case TURN ->
          new TurnSegment(
              from.small(),
              from.each(() -> block(from)),
              from.kind(Kept.class),
              from.each(() -> slot(from)),
              from.small(),
              from.small(),
              from.flag());
      case TEXT, CALL, OPAQUE -> throw new IllegalArgumentException("a block is no segment");
    };
  }

  private static void slot(Slot slot, Packer to) {
    block(slot.call(), to.number(slot.turn()));
    to.word(slot.sentAs())
        .maybe(
            slot.answer(), said -> to.word(said.callId()).text(said.content()).flag(said.error()));
    openings(slot.belongsTo(), to);
    to.flag(slot.isAfterClosing()).kind(slot.content());
  }

  private static Slot slot(Unpacker from) {
    return new Slot(
        from.small(),
        (ToolCall) block(from),
        from.word(),
        from.maybe(() -> new ToolResult(from.word(), from.text(), from.flag())),
        Set.copyOf(openings(from)),
        from.flag(),
        from.kind(Content.class));
  }

  private static void block(Block block, Packer to) {
    switch (block) {
      case Text text -> to.kind(Shape.TEXT).text(text.text());
      case ToolCall call ->
          to.kind(Shape.CALL).word(call.id()).word(call.tool()).text(call.arguments());
      case Opaque opaque -> to.kind(Shape.OPAQUE).word(opaque.type()).text(opaque.json());
      case Media media -> throw new IllegalArgumentException("media are kept elsewhere");
      case ToolResult result -> throw new IllegalArgumentException("a result is no reply");
    }
  }

  private static Block block(Unpacker from) {
    return switch (from.kind(Shape.class)) {
      case TEXT -> new Text(from.text());
      case CALL -> new ToolCall(from.word(), from.word(), from.text());
      case OPAQUE -> new Opaque(from.word(), from.text());
      case USER, REMARK, TURN -> throw new IllegalArgumentException("a segment is no block");
    };
  }

  private static void openings(Collection<Opening> openings, Packer to) {
    to.each(
        openings,
        opening -> to.shared(opening, one -> to.text(one.item().key()).number(one.number())));
  }

  private static List<Opening> openings(Unpacker from) {
    return from.each(() -> from.shared(() -> new Opening(new WorkItem(from.text()), from.small())));
  }
}
