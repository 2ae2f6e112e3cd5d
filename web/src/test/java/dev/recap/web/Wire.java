package dev.recap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests byte by byte, such as no honest client sends. */
final class Wire {
  private Wire() {}

  /** Sends these lines and gives all that comes back. */
  static String send(int port, String... lines) {
    return sendText(port, String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n");
  }

  static String sendText(int port, String text) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }
}
