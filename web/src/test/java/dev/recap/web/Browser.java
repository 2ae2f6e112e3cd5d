package dev.recap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a browser as there is to the desk's forms: it keeps cookies and knows form tokens. */
final class Browser {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern TOKEN =
      Pattern.compile("name=\"csrf\" (?:value|content)=\"([^\"]*)\"");

  private final int port;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Browser(int port) {
    this.port = port;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Sends a form as a page of the desk would, with its token. */
  HttpResponse<String> post(String path, String... fields) {
    String[] all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "csrf";
    all[fields.length + 1] = token();
    return postBare(path, all);
  }

  /** Sends a form with these fields and nothing else. */
  HttpResponse<String> postBare(String path, String... fields) {
    return send(
        request(path, "Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
  }

  /** Sends a file as the field {@code file} of a form. */
  HttpResponse<String> upload(String path, String name, String content) {
    String mark = "xxMARKxx";
    String body =
        """
        --%1$s\r
        Content-Disposition: form-data; name="csrf"\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%3$s"\r
        Content-Type: text/csv\r
        \r
        %4$s\r
        --%1$s--\r
        """
            .formatted(mark, token(), name, content);
    return send(
        request(path, "Content-Type", "multipart/form-data; boundary=" + mark)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      answer.headers().allValues("set-cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    request.header("Accept", "text/html");
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookie());
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request;
  }

  HttpResponse<String> signIn(String name, String password) {
    return post("/login", "name", name, "password", password);
  }

  /** The form token of this browser, as a page shows it. */
  String token() {
    HttpResponse<String> home = get("/");
    HttpResponse<String> page = home.statusCode() == 200 ? home : get("/login");
    Matcher token = TOKEN.matcher(page.body());
    if (!token.find()) {
      throw new AssertionError("no form token in " + page.body());
    }
    return token.group(1);
  }

  String cookie() {
    return String.join(
        "; ", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
  }

  /** Keeps a cookie as if the desk had given it. */
  void keep(String setCookie) {
    String[] pair = setCookie.split(";", 2)[0].split("=", 2);
    cookies.put(pair[0], pair[1]);
  }

  private static String encoded(String... fields) {
    List<String> pairs = new java.util.ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(
          URLEncoder.encode(fields[i], StandardCharsets.UTF_8)
              + "="
              + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return String.join("&", pairs);
  }
}
