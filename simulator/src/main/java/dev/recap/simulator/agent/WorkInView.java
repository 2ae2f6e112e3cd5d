package dev.recap.simulator.agent;

import dev.recap.simulator.Gullible;
import dev.recap.simulator.Schedule;
import dev.recap.simulator.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What one request shows of the work, and the replies that further it. */
public interface WorkInView {

  /** What is worked on, such as "ticket". */
  String item();

  /** Whether there is anything to go on: a task, or a statement about an item. */
  boolean given();

  /** Whether any item is in sight. */
  boolean anyItem();

  /** Whether some item is finished and none is begun. */
  boolean betweenItems();

  /** What an obedient agent does next. */
  Reply next(Schedule schedule);

  /** The steps that can be seen to be done and could be taken again now, in order. */
  List<Supplier<Reply>> again();

  /** What obeys the first order in the request that was not obeyed yet, empty if none is left. */
  Optional<Reply> obey(Gullible gullible);

  /** The call of a tool that the request demands, with the values that fit, if any do. */
  Optional<Reply> demanded(String tool);
}
