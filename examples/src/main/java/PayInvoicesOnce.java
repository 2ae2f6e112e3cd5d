import dev.recap.agent.Agent;
import dev.recap.agent.Limits;
import dev.recap.agent.Run;
import dev.recap.agent.RunResult.UnsettledEffect;
import dev.recap.compaction.Compaction;
import dev.recap.journal.Journal;
import dev.recap.journal.JournalException;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.testing.Replies;
import dev.recap.testing.ScriptedModel;
import dev.recap.tool.CallContext;
import dev.recap.tool.Item;
import dev.recap.tool.Key;
import dev.recap.tool.LookUp;
import dev.recap.tool.Tool;
import dev.recap.work.Effect;
import dev.recap.work.WorkItem.Letters;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A hundred invoices, a bank whose line breaks after it has booked, and a model that asks for each
 * payment up to three times and spells it as it likes: every invoice is paid once.
 */
public class PayInvoicesOnce {
  static final int INVOICES = 100;

  /** The other side. It books what it is asked to, but one idempotency key only once. */
  static class Bank {
    final List<String> booked = new ArrayList<>();
    final Map<String, String> receipts = new HashMap<>();

    synchronized String book(String invoice, String idempotencyKey) {
      return receipts.computeIfAbsent(
          idempotencyKey,
          key -> {
            booked.add(invoice);
            return "receipt " + booked.size();
          });
    }

    void print(String what) {
      System.out.printf(
          "%s: %d payments of %d invoices%n",
          what, booked.size(), booked.stream().distinct().count());
    }
  }

  /** Our side. Every fifth call throws after the bank has booked. */
  public static class Payments {
    final Bank bank;
    int calls;

    Payments(Bank bank) {
      this.bank = bank;
    }

    @Tool(value = "Pays an invoice.", effect = Effect.ONCE)
    public synchronized String pay(
        @Item(letters = Letters.UPPER) String invoice, @Key BigDecimal amount, CallContext call) {
      String receipt = bank.book(invoice, call.idempotencyKey());
      if (++calls % 5 == 0) {
        throw new IllegalStateException("connection reset by peer");
      }
      return receipt;
    }
  }

  /** The same, and one can ask the bank what became of a payment. */
  public static class PaymentsWithLookUp extends Payments {
    PaymentsWithLookUp(Bank bank) {
      super(bank);
    }

    @LookUp("pay")
    public Optional<String> find(CallContext call) {
      return Optional.ofNullable(bank.receipts.get(call.idempotencyKey()));
    }
  }

  public static void main(String[] args) throws IOException {
    var bank = new Bank();
    System.out.println(outcome(agent(new PaymentsWithLookUp(bank)).start("Pay the invoices.")));
    bank.print("With a look-up");

    bank = new Bank();
    System.out.println(outcome(agent(new Payments(bank)).start("Pay the invoices.")));
    bank.print("Without one");

    Path file = Files.createTempDirectory("invoices").resolve("journal.jsonl");
    try (var one = JsonLinesJournal.open(file)) {
      agent(new Payments(new Bank())).start(one, "Pay the invoices.").result();
      System.out.println("Two workers on one journal: " + refusal(file));
    }

    bank = new Bank();
    agent(new Payments(bank)).start(Journal.inMemory(), "Pay the invoices.").result();
    agent(new Payments(bank)).start(Journal.inMemory(), "Pay the invoices.").result();
    bank.print("Two workers, two journals");
  }

  static String outcome(Run run) {
    return run.result() instanceof UnsettledEffect waiting
        ? waiting.effects().size() + " calls threw and wait; the rest is paid in the same run"
        : run.result().name();
  }

  static String refusal(Path file) {
    try (var two = JsonLinesJournal.open(file)) {
      return "both write, %d entries".formatted(two.size());
    } catch (JournalException refused) {
      return "the second is refused, " + refused.reason();
    }
  }

  static Agent agent(Payments payments) {
    return Agent.builder(carelessModel())
        .tools(payments)
        .compaction(Compaction.none())
        .limits(Limits.turns(1_000))
        .build();
  }

  /** Not an LLM: a script that repeats itself, with small letters, blanks and other zeros. */
  static ScriptedModel carelessModel() {
    var chance = new Random(42);
    var model = new ScriptedModel();
    for (int i = 1; i <= INVOICES; i++) {
      for (int times = 1 + chance.nextInt(3); times > 0; times--) {
        String invoice =
            List.of("INV-%d", "inv-%d", " Inv-%d ").get(chance.nextInt(3)).formatted(i);
        String amount = List.of("%d", "%d.00", "%d.0e0").get(chance.nextInt(3)).formatted(10 + i);
        model.then(
            Replies.calling(
                "pay", "{\"invoice\":\"%s\",\"amount\":%s}".formatted(invoice, amount)));
      }
    }
    return model.then(Replies.saying("All invoices are paid."));
  }
}
