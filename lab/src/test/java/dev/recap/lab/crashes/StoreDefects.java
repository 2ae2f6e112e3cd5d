package dev.recap.lab.crashes;

import dev.recap.journal.file.Disk;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;

/** What may be wrong between a journal and where it is kept. */
enum StoreDefects implements Defect {
  /** What was written is never synced. */
  NO_SYNC {
    @Override
    public Disk disk(Disk good) {
      return new Disk() {
        @Override
        public OpenFile open(Path path) throws IOException {
          return new Unsynced(path, good.open(path));
        }

        @Override
        public void move(Path from, Path to) throws IOException {
          good.move(from, to);
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
          good.syncFolder(folder);
        }
      };
    }
  },

  /** An append stands whoever has the lease. */
  NOT_FENCED {
    @Override
    public DataSource database(DataSource good) {
      return (DataSource)
          Proxy.newProxyInstance(
              DataSource.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) -> unfenced(good.getConnection()));
    }
  };

  private static Connection unfenced(Connection good) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                String sql = (String) arguments[0];
                return good.prepareStatement(sql.replace("AND token = ?", "AND ? > 0"));
              }
              return DyingDatabase.call(good, method, arguments);
            });
  }

  private static final class Unsynced extends Disk.OpenFile {
    private final Disk.OpenFile inner;

    Unsynced(Path path, Disk.OpenFile inner) throws IOException {
      super(path);
      this.inner = inner;
    }

    @Override
    public void write(long offset, byte[] bytes) throws IOException {
      inner.write(offset, bytes);
    }

    @Override
    public void setLength(long length) throws IOException {
      inner.setLength(length);
    }

    @Override
    public void sync() {
      // That is the defect.
    }

    @Override
    public void close() throws IOException {
      inner.close();
      super.close();
    }
  }
}
