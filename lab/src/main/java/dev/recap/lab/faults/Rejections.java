package dev.recap.lab.faults;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why something went wrong, in a few words that are the same from run to run. */
final class Rejections {
  private static final Pattern STATUS = Pattern.compile(" answered (\\d{3})\\b");

  private Rejections() {}

  /** The different reasons without addresses and numbers; empty when there is none. */
  static String inShort(List<String> reasons) {
    return reasons.stream().map(Rejections::inShort).distinct().collect(Collectors.joining("; "));
  }

  static String inShort(String reason) {
    String kind = reason.replaceFirst("(?s):.*", "");
    Matcher status = STATUS.matcher(reason);
    return status.find() ? kind + ": " + status.group(1) : kind;
  }
}
