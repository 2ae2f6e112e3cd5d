package dev.recap.simulator;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a simulator server is set up.
 *
 * @param network where it listens and what it keeps
 * @param windowTokens the context window in tokens, prompt and reply together
 * @param cache the rules of the prompt cache
 * @param behaviour what the agent does unless a request header says otherwise
 * @param faults the faults it injects
 * @param likeness whose rules and sizes it goes by
 */
public record SimulatorOptions(
    Network network,
    int windowTokens,
    CacheRules cache,
    Behaviour behaviour,
    Faults faults,
    Likeness likeness) {
  /** That of models before the newer ones; a server that goes by names takes the model's own. */
  static final int USUAL_WINDOW = 200_000;

  /**
   * Where a server listens, what it keeps and which time it goes by.
   *
   * @param port the port on 127.0.0.1, 0 for a free one
   * @param keepExchanges whether {@link SimulatorServer#exchanges()} records anything
   * @param timing its clock, and how long replies take
   */
  public record Network(int port, boolean keepExchanges, Timing timing) {
    public Network {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port is " + port + ": expected 0 to 65535");
      }
    }
  }

  public SimulatorOptions {
    if (windowTokens < 1) {
      throw new IllegalArgumentException(
          "windowTokens is " + windowTokens + ": expected 1 or more");
    }
  }

  /** A free port, a window of 200,000 tokens, the usual cache, faithful, sequential, no faults. */
  public static SimulatorOptions defaults() {
    return new SimulatorOptions(
        new Network(0, true, Timing.defaults()),
        USUAL_WINDOW,
        CacheRules.defaults(),
        Behaviour.defaults(),
        Faults.none(),
        Likeness.RECORDED);
  }

  public int port() {
    return network.port();
  }

  public boolean keepExchanges() {
    return network.keepExchanges();
  }

  public InstantSource clock() {
    return timing().clock();
  }

  public Timing timing() {
    return network.timing();
  }

  public SummaryMode summaryMode() {
    return behaviour.summaryMode();
  }

  public Schedule schedule() {
    return behaviour.schedule();
  }

  public AgentMode agent() {
    return behaviour.agent();
  }

  public SimulatorOptions withPort(int port) {
    return with(new Network(port, keepExchanges(), timing()));
  }

  public SimulatorOptions withKeepExchanges(boolean keep) {
    return with(new Network(port(), keep, timing()));
  }

  public SimulatorOptions withClock(InstantSource clock) {
    return with(new Timing(clock, timing().waiter(), timing().pace(), timing().summaryHold()));
  }

  /** Goes by a clock that nobody waits for: slow replies move it on. */
  public SimulatorOptions withTime(SimulatedTime time) {
    return with(new Timing(time, time, timing().pace(), timing().summaryHold()));
  }

  public SimulatorOptions withWaiter(Waiter waiter) {
    return with(new Timing(clock(), waiter, timing().pace(), timing().summaryHold()));
  }

  public SimulatorOptions withPace(Pace pace) {
    return with(new Timing(clock(), timing().waiter(), pace, timing().summaryHold()));
  }

  public SimulatorOptions withSummaryHold(Duration hold) {
    return with(new Timing(clock(), timing().waiter(), timing().pace(), hold));
  }

  public SimulatorOptions withWindowTokens(int tokens) {
    return new SimulatorOptions(network, tokens, cache, behaviour, faults, likeness);
  }

  public SimulatorOptions withCacheableMinimumTokens(int tokens) {
    return with(new CacheRules(tokens, cache.ttl(), cache.lookBackBlocks()));
  }

  public SimulatorOptions withSummaryMode(SummaryMode mode) {
    return with(new Behaviour(mode, schedule(), agent()));
  }

  public SimulatorOptions withSchedule(Schedule schedule) {
    return with(new Behaviour(summaryMode(), schedule, agent()));
  }

  public SimulatorOptions withAgent(AgentMode agent) {
    return with(new Behaviour(summaryMode(), schedule(), agent));
  }

  public SimulatorOptions withFaults(Faults faults) {
    return new SimulatorOptions(network, windowTokens, cache, behaviour, faults, likeness);
  }

  public SimulatorOptions withLikeness(Likeness other) {
    return new SimulatorOptions(network, windowTokens, cache, behaviour, faults, other);
  }

  private SimulatorOptions with(Network changed) {
    return new SimulatorOptions(changed, windowTokens, cache, behaviour, faults, likeness);
  }

  private SimulatorOptions with(Timing changed) {
    return with(new Network(port(), keepExchanges(), changed));
  }

  private SimulatorOptions with(CacheRules changed) {
    return new SimulatorOptions(network, windowTokens, changed, behaviour, faults, likeness);
  }

  private SimulatorOptions with(Behaviour changed) {
    return new SimulatorOptions(network, windowTokens, cache, changed, faults, likeness);
  }
}
