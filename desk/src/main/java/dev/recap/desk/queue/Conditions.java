package dev.recap.desk.queue;

import dev.recap.desk.queue.QueueFilter.Column;
import dev.recap.desk.ticket.Dialect;
import dev.recap.desk.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Conditions in SQL, with what is bound in them: whatever a person typed is bound. */
final class Conditions {
  /** Whose customer has no answer yet. */
  static final String WAITS = "status not in ('answered', 'closed')";

  /** From when a wait is counted. */
  static final String SINCE = "coalesce(waiting_since, created_at)";

  private final List<String> all = new ArrayList<>();
  private String found = "";
  private final Map<String, Object> bound = new LinkedHashMap<>();
  private final Dialect dialect;

  /** None yet, in the words of a database. */
  Conditions(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Those of a filter, over the columns of the table {@code ticket}. */
  static Conditions of(QueueFilter filter, Handle handle) {
    var conditions = new Conditions(Dialect.of(handle));
    conditions.statuses(filter.statuses());
    filter.values().forEach(conditions::column);
    if (filter.customer() != null) {
      conditions.all.add("customer_number = " + conditions.bind(filter.customer()));
    }
    conditions.times(filter.times());
    if (!filter.text().isEmpty()) {
      conditions.words(SearchWords.of(filter.text()));
    }
    return conditions;
  }

  /** One more, with its own values bound already. */
  Conditions and(String condition) {
    all.add(condition);
    return this;
  }

  /** A name in SQL for a value. */
  String bind(Object value) {
    String name = "b" + bound.size();
    bound.put(name, value);
    return ":" + name;
  }

  /** The table, by the one index that has every column of the conditions. */
  String table() {
    return dialect == Dialect.SQLITE ? "ticket indexed by ticket_browse" : "ticket";
  }

  /** What a statement begins with, before its {@code select}: words are looked for once. */
  String beginning() {
    return found;
  }

  /** All together, {@code true} without any. */
  String sql() {
    return all.isEmpty() ? "true" : String.join(" and ", all);
  }

  Map<String, Object> bound() {
    return bound;
  }

  private void statuses(Set<TicketStatus> statuses) {
    if (!statuses.isEmpty()) {
      all.add("status in " + list(statuses.stream().sorted().map(TicketStatus::label).toList()));
    }
  }

  private void column(Column column, Set<String> wanted) {
    String name = column.name().toLowerCase(Locale.ROOT);
    List<String> named =
        wanted.stream().filter(value -> !value.equals(QueueFilter.NOTHING)).toList();
    boolean nothingToo = named.size() < wanted.size();
    String one = "%s in %s".formatted(name, list(named));
    String none = name + " is null";
    if (named.isEmpty()) {
      all.add(none);
    } else {
      all.add(nothingToo ? "(%s or %s)".formatted(one, none) : one);
    }
  }

  private String list(List<String> values) {
    return "(" + String.join(", ", values.stream().map(this::bind).toList()) + ")";
  }

  private void times(QueueFilter.Times times) {
    if (times.from() != null) {
      all.add("created_at >= " + bind(second(times.from())));
    }
    if (times.to() != null) {
      all.add("created_at < " + bind(second(times.to())));
    }
    if (times.overdue() != null) {
      all.add(overdue(times.overdue()));
    }
  }

  /** Whether a ticket has waited too long. */
  String overdue(Overdue overdue) {
    String otherwise = bind(before(overdue, overdue.otherwise()));
    var limit = new StringBuilder();
    overdue
        .byPriority()
        .forEach((priority, wait) ->
            limit.append(
                " when %s then %s".formatted(bind(priority), bind(before(overdue, wait)))));
    String since =
        limit.isEmpty() ? otherwise : "case priority%s else %s end".formatted(limit, otherwise);
    return "(%s and %s < %s)".formatted(WAITS, SINCE, since);
  }

  private static String before(Overdue overdue, Duration wait) {
    return second(overdue.now().minus(wait));
  }

  /**
   * A time as the database compares it. Its texts go on with a fraction or the zone, both of which
   * come after what ends here: so what is equal to the second is not before it.
   */
  private static String second(Instant time) {
    String text = time.truncatedTo(ChronoUnit.SECONDS).toString();
    return text.substring(0, text.length() - 1);
  }

  private void words(SearchWords words) {
    String named = "select number from ticket where name = " + bind(words.whole());
    found =
        "with found (number) as materialized (%s) "
            .formatted(words.isOnlySigns() ? named : named + " union all " + found(words));
    all.add("number in (select number from found)");
  }

  private String found(SearchWords words) {
    String parts =
        String.join(" and ", words.parts().stream().map(this::bind).map(Conditions::part).toList());
    if (words.words().isEmpty()) {
      return "select number from ticket where " + parts;
    }
    String matches = "select rowid from ticket_text where " + match(words);
    return words.parts().isEmpty()
        ? matches
        : "select number from ticket where number in (%s) and %s".formatted(matches, parts);
  }

  private String match(SearchWords words) {
    int last = words.words().size() - 1;
    List<String> each = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      String word = words.words().get(i);
      boolean beginning = words.beginning() && i == last;
      each.add(
          dialect == Dialect.SQLITE
              ? "\"" + word.replace("\"", "\"\"") + "\"" + (beginning ? "*" : "")
              : "phrase(%s, %b)".formatted(bind(word), beginning));
    }
    return dialect == Dialect.SQLITE
        ? "ticket_text match " + bind(String.join(" ", each))
        : "words @@ (" + String.join(" && ", each) + ")";
  }

  private static String part(String bound) {
    return ("(instr(description, %1$s) > 0 or instr(subject, %1$s) > 0 or instr(name, %1$s) > 0"
            + " or instr(coalesce(customer_name, ''), %1$s) > 0)")
        .formatted(bound);
  }
}
