package dev.recap.lab.crashes;

import dev.recap.storage.SqlJournal;
import dev.recap.storage.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A journal in SQL, in a database whose every statement may be the last. */
final class SqlStore implements CrashStore {
  private final Connections connections;
  private final Fate fate;
  private final Nap nap;
  private final Defect defect;
  private final Runnable gone;
  private final Map<Life, DyingDatabase> databases = new HashMap<>();
  private final Map<Life, Store> stores = new HashMap<>();
  private boolean migrated;
  private String conversation = UUID.randomUUID().toString();

  /**
   * One for a scenario.
   *
   * @param gone what remains to be done when the scenario is over
   */
  SqlStore(Connections connections, Fate fate, Nap nap, Defect defect, Runnable gone) {
    this.connections = connections;
    this.fate = fate;
    this.nap = nap;
    this.defect = defect;
    this.gone = gone;
  }

  @Override
  public Held open(Life life) {
    var database = new DyingDatabase(connections, fate, life, nap);
    databases.put(life, database);
    Store store = Store.of(defect.database(database.source()));
    stores.put(life, store);
    migrated = true;
    SqlJournal journal = store.open(conversation);
    return new Held(journal, journal::close);
  }

  @Override
  public void buried(Life life) {
    over(life);
    leaseRunsOut();
  }

  @Override
  public void leaseRunsOut() {
    if (migrated) {
      connections.say(
          "UPDATE recap_conversation SET lease_until = 0 WHERE id = '%s'".formatted(conversation));
    }
  }

  @Override
  public void over(Life life) {
    Store store = stores.remove(life);
    if (store != null) {
      store.close();
    }
    DyingDatabase database = databases.remove(life);
    if (database != null) {
      database.disconnect();
    }
  }

  @Override
  public void another() {
    conversation = UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    Map.copyOf(databases).keySet().forEach(this::over);
    gone.run();
  }
}
