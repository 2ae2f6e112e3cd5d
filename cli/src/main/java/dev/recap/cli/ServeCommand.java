package dev.recap.cli;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.desk.knowledge.ArticleFiles;
import dev.recap.desk.knowledge.ArticleText;
import dev.recap.desk.knowledge.Library;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.web.DeskFolder;
import dev.recap.web.DeskOptions;
import dev.recap.web.DeskServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the desk in the browser until it is stopped. */
@Command(
    name = "serve",
    description = "Serves the desk in the browser: queue, review, shifts, knowledge.",
    exitCodeList = {
      "0:stopped with SIGTERM or Ctrl-C",
      "1:the port or the database cannot be used",
      "2:wrong usage, or accounts are missing"
    })
final class ServeCommand extends Subcommand {
  @Mixin private DeskPlace place = new DeskPlace();

  @Option(names = "--port", paramLabel = "N", description = "0 for a free one (default 8080).")
  private int port = 8_080;

  @Option(
      names = "--host",
      paramLabel = "H",
      description =
          "The address to listen on (default 127.0.0.1). Another one needs accounts, see recap user,"
              + " and --public-url.")
  private String host = "127.0.0.1";

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Where browsers find the desk, with https.")
  private @Nullable URI publicUrl;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Puts N invented tickets into a desk that has none.")
  private int sample;

  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description =
          "Takes the articles of a folder in, as Markdown, HTML or CSV: new ones, and a next version"
              + " of those whose file has changed since the last time.")
  private @Nullable Path knowledge;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "What the agent may work with: simulator (fixed rules, not an LLM) or anthropic:NAME; once"
              + " or more, the first to begin with (default simulator).")
  private List<String> models = List.of(BatchModel.SIMULATOR);

  @Mixin private BatchModel model = new BatchModel();

  @Option(names = "--prices", paramLabel = "FILE", description = "Another price table, as JSON.")
  private @Nullable Path prices;

  @Option(names = "--json", description = "Says where it listens as JSON.")
  private boolean json;

  ServeCommand() {}

  private DeskModels models() {
    models.forEach(BatchModel::checked);
    var catalog = prices == null ? ModelCatalog.bundled() : ModelCatalog.load(prices);
    return new DeskModels(models, model, catalog);
  }

  private void take(List<ArticleText> articles, DeskServer server) {
    if (knowledge != null) {
      var library = server.desk().work().knowledge().library();
      Library.Taken taken =
          library.follow(articles, "folder " + knowledge.normalize().getFileName());
      err()
          .println(
              "%,d articles in %s: %,d new, %,d changed, %,d as they were."
                  .formatted(taken.all(), knowledge, taken.fresh(), taken.changed(), taken.same()));
      err().flush();
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (sample < 0 || sample > TicketGenerator.MAX_TICKETS) {
      throw new IllegalArgumentException(
          "sample is %,d, but 0 to %,d were expected"
              .formatted(sample, TicketGenerator.MAX_TICKETS));
    }
    List<ArticleText> articles = knowledge == null ? List.of() : ArticleFiles.in(knowledge).all();
    var stopped = new CountDownLatch(1);
    Signals.first(stopped::countDown);
    DeskFolder desk = place.open();
    try (DeskServer server =
        DeskServer.start(new DeskOptions(desk, host, port, publicUrl), sample, models())) {
      take(articles, server);
      out()
          .println(
              json
                  ? "{\"baseUrl\":\"%s\"}".formatted(server.baseUri())
                  : "The desk is at %s (%s); stop with Ctrl-C.".formatted(server.baseUri(), desk));
      out().flush();
      stopped.await();
    }
    return 0;
  }
}
