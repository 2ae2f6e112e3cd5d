package dev.recap.desk.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.desk.review.RefusedException;
import dev.recap.desk.shift.Models;
import dev.recap.desk.ticket.Desks;
import dev.recap.desk.ticket.TicketStore;
import dev.recap.desk.trial.TrialsAtWork.Unfinished;
import dev.recap.model.ModelProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsAtWorkTest {
  private static final Decisions ALWAYS = new Decisions("billing", null, null, "Soon.");
  private static final Map<String, String> COLUMNS =
      Map.of("id", "id", "description", "text", "category", "category");

  @TempDir private Path folder;
  private final KnowledgeBase knowledge = KnowledgeBase.standard();
  private final TicketStore desk = Desks.empty();
  private final List<String> stirred = new CopyOnWriteArrayList<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private CountDownLatch answers = new CountDownLatch(0);
  private TrialsAtWork trials;

  /** Trainees who answer once they may. */
  private final class Trainees implements Models {
    @Override
    public List<String> names() {
      return List.of("trainee");
    }

    @Override
    public ModelProfile profile(String name) {
      return Trainee.PROFILE;
    }

    @Override
    public boolean isSimulated(String name) {
      return false;
    }

    @Override
    public Open open(String name) {
      return new Open(new Trainee(ALWAYS, times -> waits()), () -> {});
    }
  }

  private void waits() {
    asked.countDown();
    try {
      answers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private TrialsAtWork open() {
    var place = new TrialsAtWork.Place(new Trials(desk), () -> knowledge, new Trainees());
    return new TrialsAtWork(folder.resolve("trials"), place, stirred::add);
  }

  @BeforeEach
  void begin() {
    trials = open();
  }

  @AfterEach
  void close() {
    answers.countDown();
    trials.close();
    desk.close();
  }

  private String start(@Nullable Double dollars) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("answered.csv"),
            "id,text,category\nA-1,Twice.,billing\nA-2,Lost.,shipping\n");
    return trials.start(
        file,
        new TrialAsked(
            "answered.csv", COLUMNS, "trainee", dollars, null, "Ann", "2026-11-30T08:00:00Z"));
  }

  @Test
  void whatRanIntoItsLimitIsGoneOnWithByAnotherProcessAndLeavesOnlyWhatCameOfIt() throws Exception {
    String id = start(0.015);
    trials.await(id);
    assertThat(trials.unfinished()).extracting(Unfinished::id).containsExactly(id);
    assertThat(new Trials(desk).result(id).orElseThrow().about().state()).isEqualTo("over budget");

    trials.close();
    trials = open();
    trials.resume(id, 5.0);
    trials.await(id);

    TrialResult result = new Trials(desk).result(id).orElseThrow();
    assertThat(result.about().state()).isEqualTo("done");
    assertThat(result.fields().getFirst().agree()).isEqualTo(1);
    assertThat(result.fields().getFirst().compared()).isEqualTo(2);
    assertThat(trials.unfinished()).isEmpty();
    assertThat(folder.resolve("trials")).isEmptyDirectory();
    assertThat(stirred).contains(id);
  }

  @Test
  void whatRestsIsTakenAwayWithACustomerAndWhatIsAtWorkIsNot() throws Exception {
    answers = new CountDownLatch(1);
    String id = start(5.0);
    asked.await();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(trials::forgetAll)
        .withMessageContaining("a trial is at work");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.resume(id, null))
        .withMessageContaining("at work already");

    trials.stop(id);
    answers.countDown();
    trials.await(id);
    assertThat(trials.unfinished(id).orElseThrow().working()).isFalse();
    trials.forgetAll();
    assertThat(trials.unfinished()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trials.resume(id, null))
        .withMessageContaining("no trial '%s'".formatted(id));
  }

  @Test
  void aModelThatCostsMoneyNeedsALimit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start(null))
        .withMessageContaining("dollars is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> start(0.0))
        .withMessageContaining("dollars is 0.0");
    assertThat(folder.resolve("trials")).doesNotExist();
  }
}
