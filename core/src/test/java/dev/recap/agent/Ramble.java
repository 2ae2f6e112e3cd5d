package dev.recap.agent;

import dev.recap.conversation.Block;
import dev.recap.conversation.Message;
import dev.recap.conversation.Message.Role;
import dev.recap.conversation.Text;
import dev.recap.invariants.Invariants;
import dev.recap.journal.Compacted;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.model.Model;
import dev.recap.model.ModelException;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.projection.View;
import dev.recap.testing.Replies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A model that says anything in any order, and holds every request it is sent against what must
 * hold of requests.
 */
final class Ramble implements Model {
  static final String TASK = "Paint everything, \"gently\".";
  static final String SUMMARY_PROMPT = "Sum it all up now.";

  private final Deque<Supplier<ModelReply>> replies;
  private final List<Supplier<ModelReply>> summaries;
  private final Journal journal;
  private int summariesAsked;
  private List<Said> lastRequest = List.of();
  private long lastCompactions;

  /** One block with its role. */
  private record Said(Role role, Block block) {}

  Ramble(
      List<Supplier<ModelReply>> replies, List<Supplier<ModelReply>> summaries, Journal journal) {
    this.replies = new ArrayDeque<>(replies);
    this.summaries = summaries;
    this.journal = journal;
  }

  static Supplier<ModelReply> says(Replies reply) {
    ModelReply ready = reply.reply();
    return () -> ready;
  }

  static Supplier<ModelReply> fails(ModelException.Category category) {
    return () -> {
      throw new ModelException(category, "so it failed", null, null);
    };
  }

  boolean hasMoreToSay() {
    return !replies.isEmpty();
  }

  @Override
  public ModelProfile profile() {
    return new ModelProfile("ramble", 100_000, 0, null);
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    holds(
        Invariants.broken(request.messages(), TASK).isEmpty(),
        () -> Invariants.broken(request.messages(), TASK) + " in " + request.messages());
    List<Message> full = View.of(journal.entries(), 0).messages();
    List<Said> said = flat(request.messages());
    if (said.getLast().block().equals(new Text(SUMMARY_PROMPT))) {
      List<Said> upToTheCut = said.subList(0, said.size() - 1);
      holds(isPrefix(upToTheCut, flat(full)), () -> upToTheCut + " is not the start of " + full);
      return summaries.get(summariesAsked++ % summaries.size()).get();
    }
    holds(request.messages().equals(full), () -> request.messages() + " is not " + full);
    onlyAppendsBetweenCompactions(said);
    return Optional.ofNullable(replies.poll()).orElse(says(Replies.saying("That is all."))).get();
  }

  private void onlyAppendsBetweenCompactions(List<Said> said) {
    long compactions = journal.entries().stream().filter(Compacted.class::isInstance).count();
    holds(
        compactions > lastCompactions || isPrefix(lastRequest, said),
        () -> lastRequest + " is not the start of " + said);
    lastCompactions = compactions;
    lastRequest = said;
  }

  private static List<Said> flat(List<Message> messages) {
    List<Said> said = new ArrayList<>();
    messages.forEach(m -> m.content().forEach(block -> said.add(new Said(m.role(), block))));
    return said;
  }

  private static boolean isPrefix(List<Said> start, List<Said> whole) {
    return start.size() <= whole.size() && whole.subList(0, start.size()).equals(start);
  }

  private static void holds(boolean what, Supplier<String> otherwise) {
    if (!what) {
      throw new AssertionError(otherwise.get());
    }
  }

  /** A journal that stops taking entries, as that of a killed process does. */
  static Journal killedAfter(int entries, Journal durable) {
    return new JournalOver(durable) {
      @Override
      public void append(List<? extends Entry> more) {
        int left = (int) Math.max(0, entries - size());
        super.append(more.subList(0, Math.min(left, more.size())));
        if (left < more.size()) {
          throw new Killed();
        }
      }
    };
  }

  /** The process is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
