package dev.recap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a page that is open is told, over the wire. */
@Timeout(30)
class EventStreamTest {
  @TempDir private Path folder;
  private ServedDesk desk;

  @BeforeEach
  void start() {
    desk = ServedDesk.in(folder);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  /** A page that listens; it has begun to once the server has said how to come back. */
  private final class Listening implements AutoCloseable {
    private final InputStream in;
    private final BufferedReader lines;

    Listening(String query, String... headers) throws IOException, InterruptedException {
      var request =
          HttpRequest.newBuilder(
              URI.create("http://%s/events%s".formatted(desk.authority(), query)));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      HttpResponse<InputStream> answer =
          HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type").orElseThrow())
          .isEqualToIgnoringWhitespace("text/event-stream;charset=utf-8");
      in = answer.body();
      lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      assertThat(next()).containsExactly("retry: 2000");
    }

    /** The next event, line by line. */
    List<String> next() throws IOException {
      List<String> event = new ArrayList<>();
      for (String line = lines.readLine();
          line != null && !line.isEmpty();
          line = lines.readLine()) {
        event.add(line);
      }
      return event;
    }

    /** What is left until the server lets go, with a good-bye or without. */
    List<String> rest() {
      List<String> rest = new ArrayList<>();
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          rest.add(line);
        }
      } catch (IOException closed) {
        return rest;
      }
      return rest;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  @Test
  void anEventArrivesWithItsTopicAndItsText() throws Exception {
    try (var page = new Listening("")) {
      desk.desk().events().publish("ticket/1", "{\"status\":\"new\",\n\"umlaut\":\"ü\"}");

      assertThat(page.next())
          .satisfies(event -> assertThat(event.getFirst()).startsWith("id: "))
          .contains("event: ticket/1", "data: {\"status\":\"new\",", "data: \"umlaut\":\"ü\"}");
    }
  }

  @Test
  void aPageHearsOnlyOfWhatItAskedFor() throws Exception {
    try (var page = new Listening("?topic=shift&topic=queue")) {
      desk.desk().events().publish("ticket/1", "1");
      desk.desk().events().publish("queue", "2");

      assertThat(page.next()).contains("event: queue", "data: 2");
    }
  }

  @Test
  void aPageThatComesBackIsToldWhatItMissed() throws Exception {
    String last;
    try (var page = new Listening("")) {
      desk.desk().events().publish("queue", "1");
      last = page.next().getFirst().substring("id: ".length());
    }
    desk.desk().events().publish("queue", "2");
    desk.desk().events().publish("queue", "3");

    try (var again = new Listening("", "Last-Event-ID", last)) {
      assertThat(again.next()).contains("data: 2");
      assertThat(again.next()).contains("data: 3");
    }
  }

  @Test
  void aPageFromBeforeARestartIsToldToLoadAgain() throws Exception {
    try (var page = new Listening("", "Last-Event-ID", "earlier-17")) {
      assertThat(page.next()).contains("event: reset");
    }
  }

  @Test
  void stoppingTheServerLetsPagesGo() throws Exception {
    try (var page = new Listening("")) {
      desk.close();

      assertThat(page.rest()).isEmpty();
    }
  }
}
