package dev.recap.desk.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of mails, as they may stand in a header of ours. */
final class MessageIds {
  private static final int MOST = 50;
  private static final Pattern ID = Pattern.compile("<[!-;=?-~]{1,250}>");

  private MessageIds() {}

  /** All that stand in these headers, in their order. */
  static List<String> in(@Nullable String... headers) {
    List<String> ids = new ArrayList<>();
    for (String header : headers) {
      Matcher found = ID.matcher(header == null ? "" : header);
      while (found.find() && ids.size() < MOST) {
        ids.add(found.group());
      }
    }
    return ids;
  }
}
