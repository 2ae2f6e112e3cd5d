package dev.recap.desk.shift;

import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import java.util.List;

/** The models that a desk can work with. Safe for many threads. */
public interface Models {
  /** None at all. */
  Models NONE =
      new Models() {
        @Override
        public List<String> names() {
          return List.of();
        }

        @Override
        public ModelProfile profile(String name) {
          throw new IllegalArgumentException("there is no model '%s'".formatted(name));
        }

        @Override
        public boolean isSimulated(String name) {
          return false;
        }

        @Override
        public Open open(String name) {
          throw new IllegalArgumentException("there is no model '%s'".formatted(name));
        }
      };

  /** Their names, the one to begin with first. */
  List<String> names();

  /** What is known of one; also of one that only replied in another's place. */
  ModelProfile profile(String name);

  /** Whether it is rules and not an LLM: it costs nothing, and nothing of it leaves the desk. */
  boolean isSimulated(String name);

  /**
   * From how many tokens on the view of a shift is shortened where nobody has said: as in the
   * reference scenario for the simulated one, and later for those that think, whose thinking stays
   * in view within a ticket.
   */
  default int threshold(String name) {
    return isSimulated(name) ? 5_000 : 20_000;
  }

  /**
   * One, ready to be asked; whoever takes it closes it.
   *
   * @throws IllegalArgumentException when there is no such model, or no key for it
   */
  Open open(String name);

  /** A model and the end of its connections. */
  record Open(Model model, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }
}
