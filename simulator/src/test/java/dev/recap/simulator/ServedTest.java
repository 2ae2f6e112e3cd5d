package dev.recap.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Each test has a server of its own, and a client of it. */
abstract class ServedTest {
  SimulatorServer server;
  Client client;

  @BeforeEach
  void serve() {
    server = SimulatorServer.start(options());
    client = new Client(server.baseUri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  SimulatorOptions options() {
    return SimulatorOptions.defaults();
  }
}
