package dev.recap.cli;

import dev.recap.desk.ticket.ColumnMapping;
import dev.recap.desk.ticket.ImportFile;
import dev.recap.desk.ticket.NewTicket;
import dev.recap.desk.ticket.TicketGenerator;
import dev.recap.desk.ticket.TicketIntake;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.web.DeskFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A desk with many tickets, served by another process and asked for its pages one after the other.
 *
 * @param database the URL of an empty one of PostgreSQL's; null for a file
 * @param requests for each page, and a fifth of it before, which is not counted
 * @param said told how far it is
 */
public record PagesLoad(
    int tickets, @Nullable String database, int requests, Consumer<String> said) {
  private static final long SEED = 42;
  private static final int DEEP = 40;
  private static final double NANOS_A_MS = 1e6;
  private static final Pattern BASE = Pattern.compile("\"baseUrl\":\"(.*?)\"");
  private static final Pattern NEXT = Pattern.compile("rel=\"next\"[^>]*href=\"([^\"]*)\"");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

  /**
   * A page's times, from the request to the last byte: the one in the middle, that of which 95 of
   * 100 are no longer, and the longest.
   *
   * @param kB of the answer
   */
  public record PageTimes(String page, long p50Ms, long p95Ms, long mostMs, long kB) {}

  /**
   * The desk's own figures.
   *
   * @param importMs for all tickets, from a file
   * @param startMs from the start of the process until it listens
   * @param peakMB the most memory the process had, heap and all; 0 where the system does not say
   */
  public record DeskTimes(int tickets, long importMs, long startMs, long peakMB) {}

  /** What was found. */
  record Found(List<PageTimes> pages, DeskTimes desk) {}

  Found find() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("recap-pages");
    try {
      DeskFolder desk = DeskFolder.at(folder);
      long imported = fill(database == null ? desk : desk.in(database));
      long began = System.nanoTime();
      Process process = serve(folder);
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        URI base = base(out.readLine());
        long start = Math.round((System.nanoTime() - began) / NANOS_A_MS);
        List<PageTimes> pages = pages(base);
        return new Found(pages, new DeskTimes(tickets, imported, start, peak(process.pid())));
      } finally {
        process.toHandle().destroy();
        process.waitFor();
      }
    } finally {
      delete(folder);
    }
  }

  private long fill(DeskFolder desk) {
    said.accept("putting %,d tickets in".formatted(tickets));
    long began = System.nanoTime();
    try (TicketStore store = desk.tickets(InstantSource.system())) {
      TicketIntake.Result result =
          new TicketIntake(store, InstantSource.system())
              .take(
                  ImportFile.of("tickets.csv", csv()),
                  ColumnMapping.of(
                      Map.of(
                          ColumnMapping.Field.ID, "id",
                          ColumnMapping.Field.SUBJECT, "subject",
                          ColumnMapping.Field.DESCRIPTION, "description",
                          ColumnMapping.Field.CUSTOMER_NAME, "name",
                          ColumnMapping.Field.CUSTOMER_EMAIL, "email",
                          ColumnMapping.Field.CREATED, "at")),
                  TicketIntake.Bad.REFUSES_ALL,
                  "recap lab pages");
      if (!(result instanceof TicketIntake.Taken taken) || taken.ids().size() != tickets) {
        throw new IllegalStateException("the tickets did not come in, but: " + result);
      }
    }
    return Math.round((System.nanoTime() - began) / NANOS_A_MS);
  }

  private byte[] csv() {
    int drawn = Math.min(tickets, TicketGenerator.MAX_TICKETS);
    List<NewTicket> some = new TicketGenerator(SEED).generate(drawn);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    var csv = new StringBuilder("id,subject,description,name,email,at\n");
    for (int i = 0; i < tickets; i++) {
      NewTicket ticket = some.get(i % drawn);
      csv.append(
          "CASE-%d,%s,%s,%s,%s,%s%n"
              .formatted(
                  i + 1,
                  quoted(ticket.subject()),
                  quoted(ticket.description()),
                  quoted(ticket.customer().name()),
                  quoted(ticket.customer().email()),
                  now.minus(Duration.ofMinutes(tickets - i))));
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String quoted(@Nullable String text) {
    return "\"" + Objects.requireNonNullElse(text, "").replace("\"", "\"\"") + "\"";
  }

  private static Process serve(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            RecapCommand.class.getName(),
            "serve",
            "--data",
            folder.toString(),
            "--port",
            "0",
            "--json")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static URI base(String line) {
    Matcher said = BASE.matcher(String.valueOf(line));
    if (!said.find()) {
      throw new IllegalStateException("the desk did not say where it is, but: " + line);
    }
    return URI.create(said.group(1));
  }

  private List<PageTimes> pages(URI base) throws IOException, InterruptedException {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("today", "/");
    paths.put("queue", "/queue");
    paths.put("queue, filtered", "/queue?status=new");
    paths.put("queue, by priority", "/queue?sort=priority");
    paths.put("search, a common word", "/queue?q=lamp");
    paths.put("search, two words", "/queue?q=refund+invoice");
    paths.put("search, an id", "/queue?q=CASE-" + tickets / 2);
    paths.put("ticket", "/tickets/" + Math.max(1, tickets / 2));
    paths.put("review", "/review");
    List<PageTimes> all = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      paths.put("queue, page " + DEEP, deep(client, base));
      for (Map.Entry<String, String> page : paths.entrySet()) {
        said.accept("asking for " + page.getKey());
        all.add(times(client, page.getKey(), base.resolve(page.getValue())));
      }
    }
    return all;
  }

  private static String deep(HttpClient client, URI base) throws IOException, InterruptedException {
    String path = "/queue";
    for (int page = 1; page < DEEP; page++) {
      Matcher next = NEXT.matcher(get(client, base.resolve(path)));
      if (!next.find()) {
        break;
      }
      path = next.group(1).replace("&amp;", "&");
    }
    return path;
  }

  private PageTimes times(HttpClient client, String name, URI page)
      throws IOException, InterruptedException {
    long[] nanos = new long[requests];
    int bytes = 0;
    for (int i = -requests / 5; i < requests; i++) {
      long began = System.nanoTime();
      bytes = get(client, page).length();
      if (i >= 0) {
        nanos[i] = System.nanoTime() - began;
      }
    }
    Arrays.sort(nanos);
    return new PageTimes(
        name, at(nanos, 0.5), at(nanos, 0.95), at(nanos, 1), Math.round(bytes / 1_000.0));
  }

  private static long at(long[] sorted, double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return Math.round(sorted[Math.max(0, index)] / NANOS_A_MS);
  }

  private static String get(HttpClient client, URI page) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(page).header("Accept", "text/html").build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "%s was answered with %d".formatted(page, answer.statusCode()));
    }
    return answer.body();
  }

  private static long peak(long process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process), "status");
    Matcher peak = PEAK.matcher(Files.isReadable(status) ? Files.readString(status) : "");
    return peak.find() ? Long.parseLong(peak.group(1)) / 1_024 : 0;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
