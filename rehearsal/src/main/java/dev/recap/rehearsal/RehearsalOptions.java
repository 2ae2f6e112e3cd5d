package dev.recap.rehearsal;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a rehearsal server is set up.
 *
 * @param network where it listens and what it keeps
 * @param windowTokens the context window in tokens, prompt and reply together
 * @param cache the rules of the prompt cache
 * @param behaviour what the agent does unless a request header says otherwise
 * @param faults the faults it injects
 */
public record RehearsalOptions(
    Network network, int windowTokens, CacheRules cache, Behaviour behaviour, Faults faults) {

  /**
   * Where a server listens, what it keeps and which time it goes by.
   *
   * @param port the port on 127.0.0.1, 0 for a free one
   * @param keepExchanges whether {@link RehearsalServer#exchanges()} records anything
   * @param timing its clock, and how long replies take
   */
  public record Network(int port, boolean keepExchanges, Timing timing) {
    public Network {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port is " + port + ": expected 0 to 65535");
      }
    }
  }

  public RehearsalOptions {
    if (windowTokens < 1) {
      throw new IllegalArgumentException(
          "windowTokens is " + windowTokens + ": expected 1 or more");
    }
  }

  /** A free port, a window of 200,000 tokens, the usual cache, faithful, sequential, no faults. */
  public static RehearsalOptions defaults() {
    return new RehearsalOptions(
        new Network(0, true, Timing.defaults()),
        200_000,
        CacheRules.defaults(),
        Behaviour.defaults(),
        Faults.none());
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

  public int cacheableMinimumTokens() {
    return cache.minimumTokens();
  }

  public Duration cacheTtl() {
    return cache.ttl();
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

  public RehearsalOptions withPort(int port) {
    return with(new Network(port, keepExchanges(), timing()));
  }

  public RehearsalOptions withKeepExchanges(boolean keep) {
    return with(new Network(port(), keep, timing()));
  }

  public RehearsalOptions withClock(InstantSource clock) {
    return with(new Timing(clock, timing().waiter(), timing().pace(), timing().summaryHold()));
  }

  /** Goes by a clock that nobody waits for: slow replies move it on. */
  public RehearsalOptions withTime(SimulatedTime time) {
    return with(new Timing(time, time, timing().pace(), timing().summaryHold()));
  }

  public RehearsalOptions withWaiter(Waiter waiter) {
    return with(new Timing(clock(), waiter, timing().pace(), timing().summaryHold()));
  }

  public RehearsalOptions withPace(Pace pace) {
    return with(new Timing(clock(), timing().waiter(), pace, timing().summaryHold()));
  }

  public RehearsalOptions withSummaryHold(Duration hold) {
    return with(new Timing(clock(), timing().waiter(), timing().pace(), hold));
  }

  public RehearsalOptions withWindowTokens(int tokens) {
    return new RehearsalOptions(network, tokens, cache, behaviour, faults);
  }

  public RehearsalOptions withCacheableMinimumTokens(int tokens) {
    return with(new CacheRules(tokens, cache.ttl(), cache.lookBackBlocks()));
  }

  public RehearsalOptions withCacheTtl(Duration ttl) {
    return with(new CacheRules(cache.minimumTokens(), ttl, cache.lookBackBlocks()));
  }

  public RehearsalOptions withSummaryMode(SummaryMode mode) {
    return with(new Behaviour(mode, schedule(), agent()));
  }

  public RehearsalOptions withSchedule(Schedule schedule) {
    return with(new Behaviour(summaryMode(), schedule, agent()));
  }

  public RehearsalOptions withAgent(AgentMode agent) {
    return with(new Behaviour(summaryMode(), schedule(), agent));
  }

  public RehearsalOptions withFaults(Faults faults) {
    return new RehearsalOptions(network, windowTokens, cache, behaviour, faults);
  }

  private RehearsalOptions with(Network changed) {
    return new RehearsalOptions(changed, windowTokens, cache, behaviour, faults);
  }

  private RehearsalOptions with(Timing changed) {
    return with(new Network(port(), keepExchanges(), changed));
  }

  private RehearsalOptions with(CacheRules changed) {
    return new RehearsalOptions(network, windowTokens, changed, behaviour, faults);
  }

  private RehearsalOptions with(Behaviour changed) {
    return new RehearsalOptions(network, windowTokens, cache, changed, faults);
  }
}
