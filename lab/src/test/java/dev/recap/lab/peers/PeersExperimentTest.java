package dev.recap.lab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

class PeersExperimentTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final List<String> heard = new ArrayList<>();

  @Nested
  @TestInstance(Lifecycle.PER_CLASS)
  class WhenAPeerPlaysBesideOurs {
    private final PeersExperiment.Result outcome = run(PeersExperiment.OURS, Map.of(), LONG);
    private final PeerRow peer = rows().getLast();

    @Test
    void everyLoopHasARow() {
      assertThat(rows())
          .extracting(PeerRow::name)
          .containsExactly(
              "recap",
              "recall",
              "recap (provider-summary)",
              "baseline",
              "per-ticket",
              "adk (plain)");
      assertThat(rows()).allMatch(PeerRow::complete);
      assertThat(outcome.failures()).isEmpty();
    }

    @Test
    void thePeerIsCountedByTheServersLogAndTheStoreAndNotByItsWord() {
      assertThat(peer.version()).isEqualTo("1.2.3");
      assertThat(peer.ended()).isEqualTo("answered");
      // Seven tools, the empty queue, the account, and the reply whose call was dropped.
      assertThat(peer.turns()).isEqualTo(10);
      assertThat(peer.lost()).isEqualTo(1);
      assertThat(peer.taskMissing()).isZero();
      assertThat(peer.summaryTokens()).isZero();
      assertThat(peer.ticketsShown()).isEqualTo(1);
    }

    @Test
    void everyTokenIsATurnsOrASummarys() {
      assertThat(rows())
          .allSatisfy(row ->
              assertThat(row.totalTokens())
                  .isEqualTo(row.promptTokens() + row.outputTokens() + row.summaryTokens()));
    }

    @Test
    void moneyAtEachMinimumIsWhatTheMarksSave() {
      assertThat(peer.dollarsCached512()).isCloseTo(peer.dollarsUncached(), within(1e-12));
      assertThat(peer.dollarsMarked512()).isNotNull().isLessThan(peer.dollarsUncached());
      PeerRow baseline = rows().get(3);
      assertThat(baseline.dollarsCached512())
          .isLessThan(baseline.dollarsCached4096())
          .isLessThan(baseline.dollarsUncached());
    }

    @Test
    void itIsToldWhatIsGoingOn() {
      assertThat(heard).contains("install [ADK]", "started adk (plain) 1", "ended adk (plain)");
    }

    private List<PeerRow> rows() {
      return outcome.findings().rows().stream().map(PeerRow.class::cast).toList();
    }
  }

  @Test
  void aPeerThatEndsWithoutAWordIsAFailureThatIsNamed() {
    PeersExperiment.Result outcome = run(List.of(), Map.of("mode", "mute"), LONG);

    assertThat(outcome.failures())
        .containsExactly(
            "adk (plain) at 1 tickets: its process ended with 3: something is missing");
  }

  @Test
  void aPeerThatNeverEndsIsStoppedWhenItsTimeIsUp() {
    PeersExperiment.Result outcome = run(List.of(), Map.of("mode", "stuck"), Duration.ofMillis(1));

    assertThat(outcome.failures())
        .containsExactly("adk (plain) at 1 tickets: its time of 0 s was up");
  }

  @Test
  void aFolderWithoutThePeersIsRefused(@TempDir Path empty) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Installation(empty))
        .withMessageContaining("run this from a checkout");
  }

  @Test
  void aQueueHasATicket() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PeersExperiment.Plan(List.of(5, 0), 42, List.of(), List.of(), LONG))
        .withMessageContaining("tickets is [5, 0]");
  }

  private PeersExperiment.Result run(
      List<OwnSetting> ours, Map<String, String> knobs, Duration limit) {
    var plan =
        new PeersExperiment.Plan(
            List.of(1), 42, ours, List.of(new PeerSetting(Peer.ADK, "plain", knobs)), limit);
    return new PeersExperiment(new PlainPrograms(), new Heard(heard)).run(plan);
  }

  private record Heard(List<String> lines) implements PeersListener {
    @Override
    public void step(String what) {
      lines.add(what);
    }

    @Override
    public void started(String name, int tickets) {
      lines.add("started " + name + " " + tickets);
    }

    @Override
    public void ended(PeerRow row) {
      lines.add("ended " + row.name());
    }
  }

  /** The plainest peer, whichever is asked for. */
  private static final class PlainPrograms implements Programs {
    @Override
    public void install(Collection<Peer> peers, Consumer<String> progress) {
      progress.accept("install " + peers);
    }

    @Override
    public List<String> command(Peer peer) {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String classPath =
          Stream.of(PlainPeer.class, ObjectMapper.class, JsonParser.class, JsonProperty.class)
              .map(PlainPrograms::placeOf)
              .collect(Collectors.joining(File.pathSeparator));
      return List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classPath, PlainPeer.class.getName());
    }

    private static String placeOf(Class<?> type) {
      try {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
