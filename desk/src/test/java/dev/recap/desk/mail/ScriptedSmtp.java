package dev.recap.desk.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail server on this machine that answers as a test says, by the first word of a command; {@code
 * .} is the end of the text. {@link #DIES} ends the connection in place of an answer.
 */
final class ScriptedSmtp implements AutoCloseable {
  static final String DIES = "";
  private static final Map<String, String> WELL =
      Map.of("MAIL", "250 fine", "RCPT", "250 fine", "DATA", "354 go on", ".", "250 taken as 17");

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::serve);

  /** Whole texts that it was given, be they taken or not. */
  final List<String> texts = Collections.synchronizedList(new ArrayList<>());

  ScriptedSmtp(Map<String, String> answers) throws IOException {
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    this.answers = answers;
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // Closed by the test, or by the other side.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    if (!say(client, answers.getOrDefault("", "220 ready"))) {
      return;
    }
    String line;
    while ((line = in.readLine()) != null) {
      String answer = answer(line.split(" ")[0]);
      if (!say(client, answer)) {
        return;
      }
      if (answer.startsWith("354")) {
        texts.add(text(in));
        if (!say(client, answer("."))) {
          return;
        }
      }
    }
  }

  private String answer(String command) {
    String scripted = answers.get(command);
    return scripted != null ? scripted : WELL.getOrDefault(command, "250 ok");
  }

  private static boolean say(Socket client, String answer) throws IOException {
    if (answer.equals(DIES)) {
      return false;
    }
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
    return true;
  }

  private static String text(BufferedReader in) throws IOException {
    var text = new StringBuilder();
    @Nullable String line;
    while ((line = in.readLine()) != null && !line.equals(".")) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
