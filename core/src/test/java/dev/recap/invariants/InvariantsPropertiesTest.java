package dev.recap.invariants;

import static dev.recap.invariants.Talk.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.ToolCall;
import dev.recap.conversation.ToolResult;
import dev.recap.model.ModelProfile.Thinking;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever breaks one rule in a sound conversation is named by the invariant of that rule alone.
 */
class InvariantsPropertiesTest {
  private static final int TRIES = 500;

  /** One reply and what the user said then. */
  record Turn(int thoughts, boolean says, int calls, boolean userSays) {}

  @Provide
  Arbitrary<List<Message>> conversations() {
    Arbitrary<Turn> turn =
        Combinators.combine(
                Arbitraries.integers().between(0, 2),
                Arbitraries.of(true, false),
                Arbitraries.integers().between(0, 3),
                Arbitraries.of(true, false))
            .as(Turn::new);
    return turn.list().ofMaxSize(12).map(InvariantsPropertiesTest::told);
  }

  private static List<Message> told(List<Turn> turns) {
    List<Message> messages = new ArrayList<>(List.of(Talk.TASK));
    int ids = 0;
    for (Turn turn : turns) {
      List<Block> reply = new ArrayList<>();
      List<Block> answers = new ArrayList<>();
      IntStream.range(0, turn.thoughts)
          .forEach(i -> reply.add(Talk.thought(messages.size() + "." + i)));
      if (turn.says || turn.calls == 0) {
        reply.add(text("So."));
      }
      for (int i = 0; i < turn.calls; i++) {
        reply.add(Talk.call("call-" + ++ids));
        answers.add(Talk.result("call-" + ids));
      }
      if (turn.userSays || turn.calls == 0) {
        answers.add(text("Go on."));
      }
      messages.add(new Message(Role.ASSISTANT, reply));
      messages.add(new Message(Role.USER, answers));
    }
    return messages;
  }

  @Property(tries = TRIES)
  void aSoundConversationBreaksNone(@ForAll("conversations") List<Message> told) {
    assertThat(Invariants.broken(told, told, Thinking.BOUND, "Paint.")).isEmpty();
    assertThat(Invariants.broken(told.subList(0, 1), told, Thinking.BOUND, "Paint.")).isEmpty();
  }

  @Property(tries = TRIES)
  void oneWhoSpeaksTwice(
      @ForAll("conversations") List<Message> told, @ForAll("seeds") Random random) {
    List<Message> broken = new ArrayList<>(told);
    broken.add(1 + 2 * random.nextInt((told.size() + 1) / 2), Talk.user(text("And?")));

    assertThat(namedFor(broken)).containsExactly(RolesAlternate.class);
  }

  @Property(tries = TRIES)
  void aTaskThatIsGone(@ForAll("conversations") List<Message> told) {
    List<Message> broken = new ArrayList<>(told);
    broken.set(0, Talk.user(text("Work.")));

    assertThat(namedFor(broken)).containsExactly(TaskStands.class);
  }

  @Property(tries = TRIES)
  void anAnswerThatIsGoneOrStandsWrong(
      @ForAll("conversations") List<Message> told, @ForAll("seeds") Random random) {
    int at = any(told, ToolResult.class, random);
    List<Block> blocks = new ArrayList<>(told.get(at).content());
    Block answer = blocks.removeFirst();
    switch (random.nextInt(3)) {
      case 0 -> blocks.add(text("Where is it?"));
      case 1 -> blocks.addAll(List.of(text("Late:"), answer));
      default -> blocks.addAll(0, List.of(answer, answer));
    }

    assertThat(namedFor(replaced(told, at, blocks))).containsExactly(EveryCallAnswered.class);
  }

  @Property(tries = TRIES)
  void anIdThatWasUsedBefore(
      @ForAll("conversations") List<Message> told, @ForAll("seeds") Random random) {
    List<ToolCall> calls = told.stream().flatMap(message -> message.calls().stream()).toList();
    Assume.that(calls.size() > 1);
    String again = calls.get(1 + random.nextInt(calls.size() - 1)).id();

    assertThat(namedFor(renamed(told, again, "call-1"))).containsExactly(CallIdsUnique.class);
  }

  @Property(tries = TRIES)
  void aTextThatIsBlank(
      @ForAll("conversations") List<Message> told, @ForAll("seeds") Random random) {
    int at = random.nextInt(told.size());
    List<Block> blocks = new ArrayList<>(told.get(at).content());
    blocks.add(text(" \n".repeat(random.nextInt(3))));

    assertThat(namedFor(replaced(told, at, blocks))).containsExactly(NoBlankText.class);
  }

  @Property(tries = TRIES)
  void aNameWithForeignSigns(
      @ForAll("conversations") List<Message> told,
      @ForAll("seeds") Random random,
      @ForAll("foreign") String foreign) {
    any(told, ToolCall.class, random);

    assertThat(namedFor(renamed(told, "call-1", "call-1" + foreign)))
        .containsExactly(NamesAccepted.class);
    assertThat(namedFor(withFirstCall(told, call -> Talk.call(call.id(), foreign, "{}"))))
        .containsExactly(NamesAccepted.class);
  }

  @Property(tries = TRIES)
  void argumentsThatAreNoObject(
      @ForAll("conversations") List<Message> told,
      @ForAll("seeds") Random random,
      @ForAll String foreign) {
    any(told, ToolCall.class, random);

    assertThat(namedFor(withFirstCall(told, call -> Talk.call(call.id(), "paint", "!" + foreign))))
        .containsExactly(ArgumentsAreObjects.class);
  }

  @Property(tries = TRIES)
  void anErrorWithoutText(
      @ForAll("conversations") List<Message> told, @ForAll("seeds") Random random) {
    int at = any(told, ToolResult.class, random);
    List<Block> blocks = new ArrayList<>(told.get(at).content());
    blocks.set(0, Talk.failure(told.get(at).results().getFirst().callId(), " "));

    assertThat(namedFor(replaced(told, at, blocks))).containsExactly(ErrorsHaveText.class);
  }

  @Property(tries = TRIES)
  void somethingSaidDifferentlyBeforeThinking(
      @ForAll("conversations") List<Message> told, @ForAll("seeds") Random random) {
    List<Integer> thinking =
        IntStream.range(0, told.size())
            .filter(i -> told.get(i).content().getFirst().equals(Talk.thought(i + ".0")))
            .boxed()
            .toList();
    Assume.that(!thinking.isEmpty());
    int at = random.nextInt(thinking.getLast());
    List<Block> blocks = new ArrayList<>(told.get(at).content());
    blocks.add(text("By the way."));
    List<Message> broken = replaced(told, at, blocks);

    assertThat(namedFor(broken)).isEmpty();
    assertThat(namedFor(told, broken)).containsExactly(ThinkingKeepsItsPrefix.class);
  }

  @Provide
  Arbitrary<Random> seeds() {
    return Arbitraries.longs().map(Random::new);
  }

  @Provide
  Arbitrary<String> foreign() {
    return Arbitraries.strings().withChars(".:/|$ \u00e4\n\u65e5").ofMinLength(1).ofMaxLength(9);
  }

  /** The index of a message with such a block; tries another conversation where there is none. */
  private static int any(List<Message> told, Class<? extends Block> kind, Random random) {
    List<Integer> all =
        IntStream.range(0, told.size())
            .filter(i -> told.get(i).content().stream().anyMatch(kind::isInstance))
            .boxed()
            .toList();
    Assume.that(!all.isEmpty());
    return all.get(random.nextInt(all.size()));
  }

  private static List<Message> replaced(List<Message> told, int at, List<Block> blocks) {
    List<Message> changed = new ArrayList<>(told);
    changed.set(at, new Message(told.get(at).role(), blocks));
    return changed;
  }

  private static List<Message> renamed(List<Message> told, String id, String other) {
    return eachBlock(
        told,
        block ->
            switch (block) {
              case ToolCall call when call.id().equals(id) -> Talk.call(other);
              case ToolResult result when result.callId().equals(id) -> Talk.result(other);
              default -> block;
            });
  }

  private static List<Message> withFirstCall(List<Message> told, UnaryOperator<ToolCall> change) {
    return eachBlock(
        told,
        block ->
            block instanceof ToolCall call && call.id().equals("call-1")
                ? change.apply(call)
                : block);
  }

  private static List<Message> eachBlock(List<Message> told, UnaryOperator<Block> change) {
    return told.stream()
        .map(
            message -> new Message(message.role(), message.content().stream().map(change).toList()))
        .toList();
  }

  private static List<Class<?>> namedFor(List<Message> messages) {
    return namedFor(List.of(), messages);
  }

  private static List<Class<?>> namedFor(List<Message> before, List<Message> messages) {
    var proposed = new Proposed(before, messages, Thinking.BOUND, "Paint.");
    List<Class<?>> named = new ArrayList<>();
    for (Invariant rule : Invariants.ALL) {
      if (!rule.broken(proposed).isEmpty()) {
        named.add(rule.getClass());
      }
    }
    return named;
  }
}
