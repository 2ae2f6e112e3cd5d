package dev.recap.lab.kills;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.lab.kills.History.Hit;
import dev.recap.lab.kills.Labels.Label;
import dev.recap.lab.table.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/**
 * Kills a process that works the desk's queue, again and again, lets another one go on each time,
 * and counts on the desk's record what was lost or repeated. Every second kill is at a labelled
 * step, each in its turn, the others at random instants; only those count that hit a ticket in
 * somebody's hands.
 */
public final class KillsExperiment {
  private static final int TICKETS = 3;
  private static final int MOST_TIMES = 12;
  private static final int MOST_MILLIS = 700;
  private static final int TOLD_EVERY = 25;

  private final String store;
  private final int kills;
  private final long seed;
  private final Consumer<String> says;
  private final Iterator<Label> turns =
      Stream.generate(Labels::inTurn).flatMap(List::stream).iterator();
  private final Map<Label, Integer> hits = new EnumMap<>(Label.class);
  private final Map<Label, Integer> besides = new EnumMap<>(Label.class);

  /**
   * Nothing is killed yet.
   *
   * @param store file, sqlite or postgresql
   * @throws IllegalArgumentException for another store, or less than one kill
   */
  public KillsExperiment(String store, int kills, long seed, Consumer<String> says) {
    Servers.Kind.parse(store);
    if (kills < 1) {
      throw new IllegalArgumentException("kills is " + kills + ", but must be 1 or more");
    }
    this.store = store;
    this.kills = kills;
    this.seed = seed;
    this.says = says;
  }

  /**
   * What was found.
   *
   * @param totals named by the store
   */
  public record Found(Findings findings, KillTotals totals) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Rows, and the totals of the one store as they are. */
    public ObjectNode json() {
      ObjectNode json = findings.json();
      json.set("totals", JSON.valueToTree(totals));
      return json;
    }
  }

  /** Kills until as many counted as were asked for, and finishes all work that was begun. */
  public Found find() throws IOException, InterruptedException {
    RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    KillTotals totals = KillTotals.NONE;
    Path folder = Files.createTempDirectory("recap-kills");
    try (var servers = new Servers(Servers.Kind.parse(store))) {
      for (int number = 1; totals.kills() < kills; number++) {
        Path its = Files.createDirectory(folder.resolve("scene-" + number));
        Scene scene = servers.scene(its, number);
        scene.prepare(new TicketGenerator(seed + number).generate(TICKETS));
        totals = totals.plus(history(scene, kills - totals.kills(), totals.kills(), chance));
        delete(its);
      }
    }
    delete(folder);
    return new Found(new Findings(rows(), Map.of(store, totals)), totals);
  }

  private KillTotals history(Scene scene, int most, int before, RandomGenerator chance)
      throws IOException, InterruptedException {
    var history = new History(scene);
    int killed = 0;
    while (true) {
      Life life = killed < most ? life(chance) : new Life(Label.NONE, 0, Long.MAX_VALUE);
      Hit hit = history.live(life);
      if (hit == Hit.NONE) {
        return history.totals();
      }
      (hit == Hit.CLAIMED ? hits : besides).merge(life.label(), 1, Integer::sum);
      if (hit == Hit.CLAIMED && (before + ++killed) % TOLD_EVERY == 0) {
        says.accept("%d of %d kills".formatted(before + killed, kills));
      }
    }
  }

  private Life life(RandomGenerator chance) {
    return new Life(turns.next(), 1 + chance.nextInt(MOST_TIMES), chance.nextInt(MOST_MILLIS));
  }

  private List<KillRow> rows() {
    List<KillRow> rows = new ArrayList<>();
    for (Label label : Label.values()) {
      rows.add(
          new KillRow(
              label == Label.NONE ? "random" : label.words(),
              hits.getOrDefault(label, 0),
              besides.getOrDefault(label, 0)));
    }
    return rows;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder())
          .forEach(path -> {
            try {
              Files.delete(path);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
