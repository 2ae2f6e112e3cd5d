package dev.recap.desk.ticket;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a file is what of a ticket.
 *
 * @param columns the names of the columns as {@link ImportShape#columns()} has them; what is not
 *     mapped is ignored
 * @param dates how dates are read that leave something open
 */
public record ColumnMapping(Map<Field, String> columns, Dates dates) {

  /** What a ticket takes from a file. */
  public enum Field {
    /** Its name; a row without one gets one of the desk's. */
    ID("id"),
    SUBJECT("subject"),
    /** What the customer wrote; the only one that is needed. */
    DESCRIPTION("description"),
    CUSTOMER_NAME("customer_name"),
    /** An address, or {@code Name <address>}. */
    CUSTOMER_EMAIL("customer_email"),
    /** From 1 to 999999999. */
    CUSTOMER_NUMBER("customer"),
    /** When it came in; a row without it came in when it is imported. */
    CREATED("created"),
    /** What people had decided: never shown to the agent. */
    CATEGORY("category"),
    /** What people had decided: never shown to the agent. */
    PRIORITY("priority"),
    /** What people had decided: never shown to the agent. */
    TEAM("team"),
    /** What people had answered: never shown to the agent. */
    REPLY("reply");

    private final String label;

    Field(String label) {
      this.label = label;
    }

    /** Its name in forms and in the reasons of bad rows. */
    public String label() {
      return label;
    }

    /**
     * The field with a label.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Field of(String label) {
      for (Field field : values()) {
        if (field.label.equals(label)) {
          return field;
        }
      }
      throw new IllegalArgumentException(
          "field was '%s', but one of the fields of a ticket was expected".formatted(label));
    }
  }

  /** Which number of {@code 03/04/2026} is the day. */
  public enum Order {
    /** As other dates of the column show; a row is bad where they do not. */
    AS_THE_FILE_SHOWS,
    DAY_FIRST,
    MONTH_FIRST
  }

  /**
   * What a date may leave open.
   *
   * @param zone of times that name none
   */
  public record Dates(ZoneId zone, Order order) {
    /** Times are in UTC, and the file shows how its days are written. */
    public static final Dates STANDARD = new Dates(ZoneOffset.UTC, Order.AS_THE_FILE_SHOWS);
  }

  public ColumnMapping {
    columns = Map.copyOf(columns);
  }

  /** A mapping of these columns, with the usual dates. */
  public static ColumnMapping of(Map<Field, String> columns) {
    return new ColumnMapping(columns, Dates.STANDARD);
  }

  /** The column that a field is in; null for none. */
  public @Nullable String column(Field field) {
    return columns.get(field);
  }

  /**
   * The same with a field in another column.
   *
   * @param column null for no column
   */
  public ColumnMapping with(Field field, @Nullable String column) {
    Map<Field, String> others = new EnumMap<>(Field.class);
    others.putAll(columns);
    if (column == null) {
      others.remove(field);
    } else {
      others.put(field, column);
    }
    return new ColumnMapping(others, dates);
  }

  /** The same with dates read in another way. */
  public ColumnMapping with(Dates other) {
    return new ColumnMapping(columns, other);
  }
}
