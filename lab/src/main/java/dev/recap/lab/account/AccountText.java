package dev.recap.lab.account;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The counts that a closing account states in words: {@code By category: billing 3, shipping 2. By
 * priority: high 5.}
 */
final class AccountText {
  private static final Pattern BY = Pattern.compile("By (category|priority|team): ([^.]*)\\.");
  private static final Pattern COUNT = Pattern.compile("([a-z][a-z-]*) ([0-9]{1,9})");

  private AccountText() {}

  /** As {@code category billing}; empty when it states none. */
  static Map<String, Integer> counts(String account) {
    Map<String, Integer> counts = new HashMap<>();
    Matcher by = BY.matcher(account);
    while (by.find()) {
      Matcher count = COUNT.matcher(by.group(2));
      while (count.find()) {
        counts.put(by.group(1) + " " + count.group(1), Integer.valueOf(count.group(2)));
      }
    }
    return counts;
  }
}
