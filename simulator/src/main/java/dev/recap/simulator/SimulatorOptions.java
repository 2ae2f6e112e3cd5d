package dev.recap.simulator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a simulator server is set up.
 *
 * @param network where it listens and what it keeps
 * @param api what the API does where models or accounts differ
 * @param cache the rules of the prompt cache
 * @param behaviour what the agent does unless a request header says otherwise
 * @param faults the faults it injects
 */
public record SimulatorOptions(
    Network network, Api api, CacheRules cache, Behaviour behaviour, Faults faults) {

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

  /**
   * What the API does where models or accounts differ.
   *
   * @param model whose rules and sizes hold, whatever model a request names; empty for that one
   * @param windowTokens the context window in tokens, prompt and reply together; empty for the
   *     model's
   * @param cacheableMinimumTokens the shortest prefix that is cached; empty for the model's
   * @param account who asks
   */
  public record Api(
      Optional<String> model,
      OptionalInt windowTokens,
      OptionalInt cacheableMinimumTokens,
      Account account) {
    public Api {
      windowTokens.ifPresent(tokens -> check("windowTokens", tokens, 1));
      cacheableMinimumTokens.ifPresent(tokens -> check("cacheableMinimumTokens", tokens, 0));
    }

    private static void check(String name, int tokens, int least) {
      if (tokens < least) {
        throw new IllegalArgumentException(
            name + " is " + tokens + ": expected " + least + " or more");
      }
    }
  }

  /** A free port, each model as it is, a recent account, faithful, sequential, no faults. */
  public static SimulatorOptions defaults() {
    return new SimulatorOptions(
        new Network(0, true, Timing.defaults()),
        new Api(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Account.recent()),
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

  /** Goes by one model, or by none that it knows, whatever model a request names. */
  public SimulatorOptions withModel(String id) {
    return with(
        new Api(Optional.of(id), api.windowTokens, api.cacheableMinimumTokens, api.account));
  }

  public SimulatorOptions withWindowTokens(int tokens) {
    OptionalInt window = OptionalInt.of(tokens);
    return with(new Api(api.model, window, api.cacheableMinimumTokens, api.account));
  }

  public SimulatorOptions withCacheableMinimumTokens(int tokens) {
    return with(new Api(api.model, api.windowTokens, OptionalInt.of(tokens), api.account));
  }

  public SimulatorOptions withAccount(Account account) {
    return with(new Api(api.model, api.windowTokens, api.cacheableMinimumTokens, account));
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
    return new SimulatorOptions(network, api, cache, behaviour, faults);
  }

  private SimulatorOptions with(Network changed) {
    return new SimulatorOptions(changed, api, cache, behaviour, faults);
  }

  private SimulatorOptions with(Timing changed) {
    return with(new Network(port(), keepExchanges(), changed));
  }

  private SimulatorOptions with(Api changed) {
    return new SimulatorOptions(network, changed, cache, behaviour, faults);
  }

  private SimulatorOptions with(Behaviour changed) {
    return new SimulatorOptions(network, api, cache, changed, faults);
  }
}
