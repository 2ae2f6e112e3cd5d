package dev.recap.desk.review;

import dev.recap.desk.review.Finding.Kind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links, bare domains and e-mail addresses. Two links are the same whatever their scheme, the case
 * of the host, a {@code www.} before it and a slash at the end.
 */
final class FactLinks {
  private static final String IN_A_NAME = "._%+-@";
  private static final String NOT_IN_A_LINK = "<>\"{}|\\^`[]";
  private static final String PUNCTUATION = ".,;:!?'*_~&";

  private final FactText text;

  /** Nothing before here is looked at again, so that each character is looked at once. */
  private int looked;

  FactLinks(FactText text) {
    this.text = text;
  }

  /** The link or address that begins here; null for none. */
  @Nullable Fact at(int start) {
    if (start < looked || !isAlphanumeric(text.at(start))) {
      return null;
    }
    int end = start;
    while (isInName(text.at(end))) {
      end++;
    }
    looked = end;
    if (text.has("://", end)) {
      return link(start, end + 3);
    }
    while (!isAlphanumeric(text.at(end - 1))) {
      end--;
    }
    String name = text.part(start, end);
    if (!isHost(name.substring(name.lastIndexOf('@') + 1))) {
      return null;
    }
    if (name.contains("@")) {
      return email(start, end, name.toLowerCase(Locale.ROOT));
    }
    return isInOneCase(name) ? link(start, start) : null;
  }

  private static Fact email(int start, int end, String address) {
    String domain = address.substring(address.lastIndexOf('@') + 1);
    return Fact.of(Kind.EMAIL, start, end, Set.of("email:" + address), Set.of("link:" + domain));
  }

  private @Nullable Fact link(int start, int afterScheme) {
    int end = afterScheme;
    while (isInLink(text.at(end))) {
      end++;
    }
    end = withoutPunctuation(afterScheme, end);
    looked = Math.max(looked, end);
    if (end == afterScheme) {
      return null;
    }
    String address = text.part(afterScheme, end);
    int path = firstOf(address, "/?#");
    String host = host(address.substring(0, path));
    String rest = address.substring(path);
    if (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    return Fact.of(Kind.LINK, start, end, Set.of("link:" + host + rest), Set.of("link:" + host));
  }

  /** What is called, without what only looks like it: {@code https://shop.example@evil.example}. */
  private static String host(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring("www.".length()) : host;
  }

  private static int firstOf(String address, String marks) {
    for (int i = 0; i < address.length(); i++) {
      if (marks.indexOf(address.charAt(i)) >= 0) {
        return i;
      }
    }
    return address.length();
  }

  /** Punctuation behind a link belongs to the sentence, and so does a bracket opened before it. */
  private int withoutPunctuation(int start, int end) {
    int open = 0;
    for (int i = start; i < end; i++) {
      open += text.at(i) == '(' ? 1 : text.at(i) == ')' ? -1 : 0;
    }
    int last = end;
    while (last > start) {
      char c = text.at(last - 1);
      if (c == ')' && open < 0) {
        open++;
      } else if (PUNCTUATION.indexOf(c) < 0) {
        break;
      }
      last--;
    }
    return last;
  }

  /** At least two labels, of which the last is plain letters. */
  private static boolean isHost(String name) {
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || name.length() - dot < 3 || name.contains("..")) {
      return false;
    }
    return name.chars().skip(dot + 1L).allMatch(c -> c < 0x80 && Character.isLetter(c))
        && name.chars().limit(dot).noneMatch(c -> c == '_' || c == '%' || c == '+');
  }

  /** As domains are written, and not two sentences without a space between them. */
  private static boolean isInOneCase(String name) {
    String rest = name.substring(1);
    return rest.equals(rest.toLowerCase(Locale.ROOT)) || name.equals(name.toUpperCase(Locale.ROOT));
  }

  private static boolean isInName(char c) {
    return isAlphanumeric(c) || IN_A_NAME.indexOf(c) >= 0;
  }

  private static boolean isInLink(char c) {
    if (c < 0x80) {
      return c > ' ' && c != 0x7f && NOT_IN_A_LINK.indexOf(c) < 0;
    }
    return Character.isLetter(c) && !FactText.isDense(c);
  }

  private static boolean isAlphanumeric(char c) {
    return FactText.isDigit(c) || (Character.isLetter(c) && !FactText.isDense(c));
  }
}
