package dev.recap.cli;

import dev.recap.lab.peers.Installation;
import dev.recap.lab.peers.Peer;
import dev.recap.lab.peers.PeerRow;
import dev.recap.lab.peers.PeerSetting;
import dev.recap.lab.peers.PeerSettings;
import dev.recap.lab.peers.PeersExperiment;
import dev.recap.lab.peers.PeersListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Other people's loops, and the API's own ways, beside ours. */
@Command(
    name = "peers",
    description = {
      "Plays live peers on the same tickets, store and simulator server as ours: the TypeScript"
          + " SDK, the Java SDK, LangChain4j and Google ADK, each at its default and at its best"
          + " working setting; and a plain loop that leaves it to the API: compaction on demand, at"
          + " a threshold, clearing of tool results.",
      "The simulator writes all summaries by the same rules: this measures the loop, and not the"
          + " vendor's summarizer.",
      "Needs Node and Maven, but for the API's ways; installs the peers by itself."
    },
    exitCodeList = {"0:every peer was played", "1:one could not be; it is named", "2:wrong usage"})
final class PeersCommand extends ExperimentCommand {
  @Option(
      names = "--tickets",
      split = ",",
      paramLabel = "N",
      description = "Sizes of the queues (default 5,50; at 30 the tutorial's way never ends).")
  private List<Integer> tickets = List.of(5, 50);

  @Option(
      names = "--peer",
      split = ",",
      paramLabel = "NAME",
      description =
          "typescript-sdk, java-sdk, langchain4j, adk or api; may be repeated (default: all).")
  private List<String> peers = new ArrayList<>();

  @Option(
      names = "--setting",
      paramLabel = "PEER:KNOB=VALUE,...",
      description =
          "Another setting, in place of the ones a peer has; may be repeated. lab/peers/README.md"
              + " names the knobs.")
  private List<String> settings = new ArrayList<>();

  @Option(names = "--alone", description = "Plays the peers without ours beside them.")
  private boolean alone;

  @Option(names = "--seed", paramLabel = "S", description = "Which tickets (default 42).")
  private long seed = 42;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "After which a peer's process is ended (default 600).")
  private long limitSeconds = 600;

  @Option(
      names = "--peers-dir",
      paramLabel = "DIR",
      description = "Where the peers' builds are (default lab/peers of this checkout).")
  private @Nullable Path folder;

  @Override
  public Integer call() throws IOException {
    var experiment = new PeersExperiment(new Installation(folder()), new Progress(err()));
    PeersExperiment.Result outcome =
        experiment.run(
            new PeersExperiment.Plan(
                tickets,
                seed,
                alone ? List.of() : PeersExperiment.OURS,
                chosen(),
                Duration.ofSeconds(limitSeconds)));
    show(outcome.findings(), true);
    outcome.failures().forEach(failure -> err().println("recap: " + failure));
    return outcome.failures().isEmpty() ? 0 : 1;
  }

  private Path folder() {
    return folder == null ? Path.of(System.getProperty("recap.home", "."), "lab", "peers") : folder;
  }

  private List<PeerSetting> chosen() {
    List<PeerSetting> own = settings.stream().map(PeerSetting::parse).toList();
    if (!own.isEmpty()) {
      return own;
    }
    Stream<Peer> all = peers.isEmpty() ? Stream.of(Peer.values()) : peers.stream().map(Peer::of);
    return all.distinct().flatMap(peer -> PeerSettings.of(peer).stream()).toList();
  }

  /** A line for each step, for each run, and every now and then for the tickets completed. */
  private static final class Progress implements PeersListener {
    private final PrintWriter err;
    private int last;

    Progress(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void step(String what) {
      err.println(what);
    }

    @Override
    public void started(String name, int tickets) {
      last = 0;
      err.printf("%s, %d tickets%n", name, tickets);
    }

    @Override
    public void progress(int completed, int tickets) {
      if (completed > last) {
        last = completed;
        err.printf("  %d of %d completed%n", completed, tickets);
      }
    }

    @Override
    public void ended(PeerRow row) {
      err.printf(
          "  %s: %s after %d turns, %,d tokens%n",
          row.complete() ? "complete" : "NOT complete",
          row.ended(),
          row.turns(),
          row.totalTokens());
    }
  }
}
