package dev.recap.desk.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessNameTest {
  private static final List<String> PARENT = List.of("sh", "-c", "sleep 600 & echo $!; exec cat");

  private static ProcessName of(long number) {
    long began =
        ProcessHandle.of(number)
            .flatMap(process -> process.info().startInstant())
            .map(Instant::toEpochMilli)
            .orElseThrow();
    return new ProcessName(number, began, ProcessName.ofThisOne().machine());
  }

  @Test
  void whoRunsIsNotDead() {
    assertThat(of(ProcessHandle.current().pid()).isDead()).isFalse();
  }

  /** A desk killed in a container, whose first process asks for nobody: it could not be resumed. */
  @Test
  @Timeout(20)
  @EnabledOnOs(OS.LINUX)
  void whoWasKilledIsDeadAlsoWhileNobodyHasAskedForIt() throws Exception {
    Process parent = new ProcessBuilder(PARENT).start();
    try (BufferedReader said = parent.inputReader();
        Writer to = parent.outputWriter()) {
      ProcessName child = of(Long.parseLong(said.readLine()));
      // By its answer the parent is no shell any more, which might ask for its children.
      to.write("cat\n");
      to.flush();
      assertThat(said.readLine()).isEqualTo("cat");
      assertThat(child.isDead()).isFalse();

      ProcessHandle.of(child.number()).orElseThrow().destroyForcibly();
      while (!child.isDead()) {
        Thread.onSpinWait();
      }
      assertThat(ProcessHandle.of(child.number()).filter(ProcessHandle::isAlive)).isPresent();
    } finally {
      parent.destroyForcibly();
    }
  }
}
