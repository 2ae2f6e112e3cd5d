package dev.recap.desk.queue;

import java.util.List;

/**
 * An order in SQL. Each is by the rank of the priority where that decides, by time, and by number,
 * so that no two tickets are at one place.
 */
final class Sorting {
  private final Conditions conditions;
  private final String rank;
  private final boolean ranked;
  private final boolean newestFirst;

  private Sorting(Conditions conditions, String rank, boolean ranked, boolean newestFirst) {
    this.conditions = conditions;
    this.rank = rank;
    this.ranked = ranked;
    this.newestFirst = newestFirst;
  }

  /**
   * An order.
   *
   * @param conditions what else the statement has, where values are bound
   */
  static Sorting of(QueueOrder order, Conditions conditions) {
    return switch (order) {
      case QueueOrder.Newest newest -> new Sorting(conditions, "0", false, true);
      case QueueOrder.Oldest oldest -> new Sorting(conditions, "0", false, false);
      case QueueOrder.ByPriority(List<String> names) ->
          new Sorting(conditions, rank(names, conditions), !names.isEmpty(), false);
    };
  }

  private static String rank(List<String> names, Conditions conditions) {
    if (names.isEmpty()) {
      return "0";
    }
    var rank = new StringBuilder("case priority");
    for (int i = 0; i < names.size(); i++) {
      rank.append(" when %s then %d".formatted(conditions.bind(names.get(i)), i));
    }
    return rank.append(" else %d end".formatted(names.size())).toString();
  }

  String rank() {
    return rank;
  }

  String forwards() {
    return order(newestFirst ? "desc" : "asc");
  }

  String backwards() {
    return order(newestFirst ? "asc" : "desc");
  }

  String after(QueuePlace.Key key) {
    return compared(newestFirst ? "<" : ">", key);
  }

  String before(QueuePlace.Key key) {
    return compared(newestFirst ? ">" : "<", key);
  }

  private String order(String direction) {
    String byTime = "created_at %1$s, number %1$s".formatted(direction);
    return ranked ? "rank %s, %s".formatted(direction, byTime) : byTime;
  }

  private String compared(String sign, QueuePlace.Key key) {
    String created = conditions.bind(key.createdAt());
    String number = conditions.bind(key.number());
    return ranked
        ? "(%s, created_at, number) %s (%s, %s, %s)"
            .formatted(rank, sign, conditions.bind(key.rank()), created, number)
        : "(created_at, number) %s (%s, %s)".formatted(sign, created, number);
  }
}
