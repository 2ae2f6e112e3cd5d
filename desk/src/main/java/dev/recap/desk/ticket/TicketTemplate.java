package dev.recap.desk.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A subject and a description that belong together, with {@code {slots}} in both. */
record TicketTemplate(String subject, String description) {
  private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

  /**
   * The templates of one category, in the order of its file: two lines each, a blank one between.
   */
  static List<TicketTemplate> of(String category) {
    String file = "templates/" + category + ".txt";
    return Arrays.stream(read(file).strip().split("\n\n"))
        .map(template -> template.split("\n"))
        .map(lines -> new TicketTemplate(lines[0], lines[1]))
        .toList();
  }

  TicketTemplate filledWith(Map<String, String> slots) {
    return new TicketTemplate(fill(subject, slots), fill(description, slots));
  }

  private static String fill(String text, Map<String, String> slots) {
    return SLOT.matcher(text)
        .replaceAll(match -> {
          String value = slots.get(match.group(1));
          if (value == null) {
            throw new IllegalStateException(
                "a template has the slot {%s}, but there are only %s"
                    .formatted(match.group(1), slots.keySet()));
          }
          return Matcher.quoteReplacement(value);
        });
  }

  private static String read(String file) {
    try (InputStream in = TicketTemplate.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the desk was packed without " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
