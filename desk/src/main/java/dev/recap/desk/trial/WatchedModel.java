package dev.recap.desk.trial;

import dev.recap.desk.batch.Progress;
import dev.recap.desk.ticket.QueueCounts;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;

/** Tells how far a trial is whenever a request shows that one more ticket is complete. */
final class WatchedModel implements Model {
  private final Model model;
  private final TicketStore tickets;
  private final TrialWatch watch;
  private int worked;
  private long tokens;
  private double dollars;

  WatchedModel(Model model, TicketStore tickets, Progress before, TrialWatch watch) {
    this.model = model;
    this.tickets = tickets;
    this.watch = watch;
    this.worked = before.queue().completed();
    this.tokens = before.spentTokens();
    this.dollars = before.spentDollars();
  }

  @Override
  public ModelProfile profile() {
    return model.profile();
  }

  @Override
  public ModelProfile profile(String name) {
    return model.profile(name);
  }

  @Override
  public ModelReply ask(ModelRequest request) {
    tell();
    ModelReply reply = model.ask(request);
    pay(reply);
    return reply;
  }

  private synchronized void pay(ModelReply reply) {
    tokens += reply.usage().totalTokens();
    dollars +=
        reply
            .otherModel()
            .map(model::profile)
            .orElseGet(model::profile)
            .knownPrices()
            .map(known -> known.cached(reply.usage()))
            .orElse(0.0);
  }

  private synchronized void tell() {
    QueueCounts now = tickets.counts();
    if (now.completed() > worked) {
      worked = now.completed();
      watch.progress().accept(new TrialProgress(worked, now.total(), tokens, dollars));
    }
  }
}
