package dev.recap.lab.kills;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.recap.anthropic.MessagesFormat;
import dev.recap.desk.batch.Address;
import dev.recap.desk.batch.Batch;
import dev.recap.desk.batch.BatchRun;
import dev.recap.desk.batch.Batches;
import dev.recap.desk.batch.QueueWorker;
import dev.recap.desk.batch.Stop;
import dev.recap.desk.batch.Workshop;
import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.tools.DeskTask;
import dev.recap.desk.tools.DeskTools;
import dev.recap.journal.JsonLinesJournal;
import dev.recap.lab.kills.Labels.Label;
import dev.recap.lab.kills.Watched.WatchedJournal;
import dev.recap.lab.kills.Watched.WatchedModel;
import dev.recap.lab.kills.Watched.WatchedTools;
import dev.recap.lab.scenario.CurrentModel;
import dev.recap.lab.scenario.SimulatedModel;
import dev.recap.model.Model;
import dev.recap.model.ModelRequest;
import dev.recap.simulator.Behaviour;
import dev.recap.simulator.Simulator;
import dev.recap.simulator.SimulatorOptions;
import dev.recap.storage.Store;
import dev.recap.tool.Toolbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A process that works a queue until it is done or killed. */
final class Victim {
  private static final int LEFT_OVER = 1;

  private final Scene scene;
  private final Labels labels;
  private final MessagesFormat format = new MessagesFormat(CurrentModel.PROFILE);

  private Victim(Scene scene, Labels labels) {
    this.scene = scene;
    this.labels = labels;
  }

  /** Folder, address, label and time; 0 when the queue is done. */
  public static void main(String[] words) {
    var scene = new Scene(Path.of(words[0]), words[1]);
    var labels = new Labels(Label.valueOf(words[2]), Integer.parseInt(words[3]));
    System.exit(new Victim(scene, labels).work() ? 0 : LEFT_OVER);
  }

  private boolean work() {
    try (TicketStore tickets = scene.tickets()) {
      Model model = new WatchedModel(simulated(), this::paid, labels);
      var desk = new DeskTools(tickets, KnowledgeBase.standard());
      Toolbox tools = new WatchedTools(desk.toolbox(), labels);
      if (tickets.counts().inProgress() > 0) {
        labels.working();
      }
      return scene.isFile() ? inAFile(model, tools, tickets) : inADatabase(model, tools, tickets);
    }
  }

  private boolean inAFile(Model model, Toolbox tools, TicketStore tickets) {
    var agent = Workshop.agent(model, tools, tickets, Scene.SETTINGS);
    var worker = new QueueWorker(agent, tickets, DeskTask.forTickets(tickets.counts().total()));
    try (JsonLinesJournal journal = JsonLinesJournal.open(scene.journal())) {
      var watched = new WatchedJournal(journal, labels);
      return worker
          .work(watched, () -> QueueWorker.Next.GO_ON)
          .filter(result -> !result.pauses())
          .isPresent();
    }
  }

  private boolean inADatabase(Model model, Toolbox tools, TicketStore tickets) {
    var source = new Address(scene.address()).source();
    try (Store store = Address.watched(Watched.database(source, labels))) {
      var shop = new Workshop(Batches.in(source), store, tickets, tools, () -> model);
      // The one before may have died behind its last word.
      if (shop.batches().get(Scene.BATCH).state() == Batch.State.DONE) {
        return true;
      }
      return new BatchRun(shop, new Stop(), System.err::println).work(Scene.BATCH).state()
          == Batch.State.DONE;
    }
  }

  private static Model simulated() {
    var simulator =
        Simulator.of(
            SimulatorOptions.defaults()
                .withModel(CurrentModel.RECORDED)
                .withWindowTokens(CurrentModel.PROFILE.windowTokens())
                .withKeepExchanges(false));
    return new SimulatedModel(simulator, CurrentModel.PROFILE, Behaviour.defaults(), said -> {});
  }

  /** One line each, written at once: what was written outlives the process. */
  private void paid(ModelRequest request) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(format.request(request).getBytes(UTF_8));
      String line = HexFormat.of().formatHex(hash) + "\n";
      Files.write(scene.replies(), line.getBytes(UTF_8), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
