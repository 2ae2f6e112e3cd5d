package dev.recap.jmh;

import dev.recap.agent.Agent;
import dev.recap.agent.Limits;
import dev.recap.agent.Run;
import dev.recap.compaction.Compaction;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import dev.recap.tool.Closed;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.Opened;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import java.util.List;
import java.util.Random;

/** A queue of tickets, each of which takes seven calls with results of 300 to 2,000 characters. */
final class LongQueue {
  private static final int CALLS = 7;
  private static final int TICKETS_A_RUN = 20;
  private static final int SHORTEST = 300;
  private static final int LONGEST = 2_000;
  private static final long THRESHOLD_TOKENS = 8_000;

  private final Random random = new Random(42);
  private int opened;
  private int asked;
  private boolean yielded = true;

  record Done(@Item String ticket, int refunded, Effect kind) {}

  /** An agent that works it. */
  Agent agent() {
    return Agent.builder(new InstantModel(this::next))
        .tools(this)
        .compaction(Compaction.atTokens(THRESHOLD_TOKENS))
        .limits(Limits.turns(Integer.MAX_VALUE))
        .build();
  }

  /** So many entries, the last run unfinished. */
  List<Entry> entries(int count) {
    Journal journal = Journal.inMemory();
    Run run = agent().start(journal, Words.TASK);
    run.result();
    while (journal.size() <= count) {
      run = run.send(Words.QUESTION);
      run.result();
    }
    return journal.entries().subList(0, count);
  }

  private ModelReply next(ModelRequest request) {
    if (asked % (CALLS * TICKETS_A_RUN) == 0 && !yielded) {
      yielded = true;
      return InstantModel.answering();
    }
    yielded = false;
    String ticket = "{\"ticket\":\"TICKET-%d\"%s}";
    int number = 1 + asked / CALLS;
    return switch (asked++ % CALLS) {
      case 0 -> InstantModel.calling("next_ticket", "{}");
      case 1 -> InstantModel.calling("customer", ticket.formatted(number, ""));
      case 2 -> InstantModel.calling("knowledge", "{\"words\":\"return policy\"}");
      case 3 -> InstantModel.calling("classify", ticket.formatted(number, ",\"as\":\"technical\""));
      case 4 -> InstantModel.calling("priority", ticket.formatted(number, ",\"as\":\"high\""));
      case 5 -> InstantModel.calling("refund", ticket.formatted(number, ",\"cents\":1200"));
      default -> InstantModel.calling("complete", ticket.formatted(number, ""));
    };
  }

  private String text() {
    return Words.RESULT
        .repeat(LONGEST / SHORTEST * 2)
        .substring(0, random.nextInt(SHORTEST, LONGEST));
  }

  @Tool(value = "Hands out the next ticket.", effect = Effect.IDEMPOTENT)
  public Opened<String> nextTicket() {
    opened++;
    return Opened.of("TICKET-" + opened, text());
  }

  @Tool(value = "Looks a customer up.", effect = Effect.READ_ONLY)
  public String customer(@Item String ticket) {
    return text();
  }

  @Tool(value = "Looks something up.", effect = Effect.READ_ONLY)
  public String knowledge(String words) {
    return text();
  }

  @Tool(value = "Says what a ticket is.", effect = Effect.IDEMPOTENT)
  public String classify(@Item String ticket, String as) {
    return text();
  }

  @Tool(value = "Says how urgent it is.", effect = Effect.IDEMPOTENT)
  public String priority(@Item String ticket, String as) {
    return text();
  }

  @Tool(value = "Pays a refund.", effect = Effect.ONCE)
  public String refund(@Item String ticket, @Key int cents) {
    return text();
  }

  @Tool(value = "Completes a ticket.", effect = Effect.ONCE)
  public Closed<Done> complete(@Item String ticket) {
    return Closed.of(new Done(ticket, 1, Effect.ONCE));
  }
}
