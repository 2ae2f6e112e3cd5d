package dev.recap.jmh;

import dev.recap.agent.Agent;
import dev.recap.agent.Run;
import dev.recap.agent.Turn;
import dev.recap.journal.Entry;
import dev.recap.journal.Journal;
import dev.recap.model.ModelReply;
import dev.recap.model.ModelRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The loop of this library. */
final class RecapLoop implements Loop {
  /** Turns of one piece of work: painted, looked at twice, finished. */
  private static final int TURNS_OF_ONE_THING = 4;

  private final Agent agent = Past.agent(new InstantModel(this::next));
  private final List<Entry> past;
  private final boolean working;
  private final int turnsOfOneRun;
  private final List<Iterator<Turn>> runs = new ArrayList<>();
  private int turnsOfEach;
  private int asked;

  private RecapLoop(int messages, int entries, boolean working) {
    this.working = working;
    this.turnsOfOneRun = Loop.turnsOfOneRun(messages);
    this.past =
        Past.of(
            Loop.messagesAtFirst(messages, working ? TURNS_OF_ONE_THING : turnsOfOneRun), entries);
  }

  /** One run, in which every fourth turn finishes a thing and its turns are folded away. */
  static RecapLoop working(int messages, int entries) {
    return new RecapLoop(messages, entries, true);
  }

  /** Many runs, in which things are looked up and nothing leaves. */
  static RecapLoop reading(int messages, int entries) {
    return new RecapLoop(messages, entries, false);
  }

  private ModelReply next(ModelRequest request) {
    String thing = Words.thing(asked / TURNS_OF_ONE_THING);
    int step = asked % TURNS_OF_ONE_THING;
    asked++;
    if (!working) {
      return InstantModel.calling("look_up", thing);
    }
    return switch (step) {
      case 0 -> InstantModel.calling("paint", thing);
      case 1, 2 -> InstantModel.calling("look_at", thing);
      default -> InstantModel.calling("finish", thing);
    };
  }

  @Override
  public void prepare(int turns) {
    turnsOfEach = working ? turns : turnsOfOneRun;
    runs.clear();
    for (int made = 0; made < turns; made += turnsOfEach) {
      Journal journal = Journal.inMemory();
      journal.append(past);
      Run run = agent.send(journal, Words.QUESTION);
      runs.add(run.iterator());
    }
  }

  @Override
  public void make() {
    for (Iterator<Turn> run : runs) {
      for (int i = 0; i < turnsOfEach; i++) {
        run.next();
      }
    }
  }
}
