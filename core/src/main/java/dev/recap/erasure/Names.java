package dev.recap.erasure;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.recap.work.IdempotencyKey;
import dev.recap.work.Opening;
import dev.recap.work.WorkItem;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an item is called once it is erased, and where its key stands in a text: as a whole word,
 * with capital or small letters. A key of one or two characters is looked for in no text, as it may
 * stand there for anything.
 */
final class Names {
  private static final int SHORTEST_IN_TEXT = 3;
  private static final int NAME_DIGITS = 12;
  private static final int KEY_DIGITS = 32;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** No letter or digit before, unless it belongs to an escape of JSON. */
  private static final String BEFORE =
      "(?:(?<![\\p{L}\\p{N}\\p{M}])|(?<=\\\\[nrtbf])|(?<=\\\\u[0-9A-Fa-f]{4}))";

  private static final String AFTER = "(?![\\p{L}\\p{N}\\p{M}])";

  private final WorkItem item;
  private final WorkItem instead;
  private final Mac mac;
  private final Set<String> others;
  private final Pattern pattern;

  /**
   * The names for one erasure.
   *
   * @param others the other items of the journal, whose keys stay
   * @param secret from which the hashes are made, and which nobody keeps
   */
  Names(WorkItem item, Collection<WorkItem> others, byte[] secret) {
    this.item = item;
    this.others =
        others.stream().filter(o -> !o.equals(item)).map(WorkItem::key).collect(Collectors.toSet());
    this.mac = mac(secret);
    this.instead = unused();
    this.pattern = pattern();
  }

  private static Mac mac(byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private String hash(String what, int digits) {
    byte[] hash = mac.doFinal(what.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, digits);
  }

  /** Two erased items must not become one. */
  private WorkItem unused() {
    String name = "item\n" + item.key();
    String made = "erased-" + hash(name, NAME_DIGITS);
    while (others.contains(made)) {
      name += "\n";
      made = "erased-" + hash(name, NAME_DIGITS);
    }
    return new WorkItem(made);
  }

  /** The key in every spelling that it may have in JSON, behind longer keys that have it inside. */
  private Pattern pattern() {
    String longer =
        others.stream()
            .filter(other -> other.length() > item.key().length())
            .sorted(Comparator.comparing(String::length).reversed())
            .flatMap(other -> spellings(other).stream())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    String key =
        spellings(item.key()).stream().map(Pattern::quote).collect(Collectors.joining("|"));
    String kept = longer.isEmpty() ? "(?!)" : longer;
    return Pattern.compile(
        "%s(?:(%s)|(?:%s))%s".formatted(BEFORE, kept, key, AFTER),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static Set<String> spellings(String key) {
    return Stream.of(key, Normalizer.normalize(key, Normalizer.Form.NFD))
        .flatMap(spelled -> {
          String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(spelled));
          return Stream.of(spelled, quoted, ascii(quoted));
        })
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String ascii(String text) {
    return text.chars()
        .mapToObj(c -> c < 0x80 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
        .collect(Collectors.joining());
  }

  /** What the item is called from here on. */
  WorkItem instead() {
    return instead;
  }

  Opening of(Opening opening) {
    return opening.item().equals(item) ? new Opening(instead, opening.number()) : opening;
  }

  /** The name of an opening, as {@link Opening#toString} has it. */
  String opening(String named) {
    boolean isOurs = named.equals(item.key()) || named.startsWith(item.key() + " (opening ");
    return isOurs ? instead.key() + named.substring(item.key().length()) : text(named);
  }

  /** A key that nothing can be compared with, and that is the same for the same effect. */
  IdempotencyKey of(IdempotencyKey key) {
    return new IdempotencyKey("erased:" + hash("key\n" + key.value(), KEY_DIGITS));
  }

  /** A part of the item that nothing can be read from, and that differs from its other parts. */
  String part(String part) {
    return "\"erased-%s\"".formatted(hash("part\n" + part, NAME_DIGITS));
  }

  /** Whether the item's key stands in a text. */
  boolean in(String text) {
    return item.key().length() >= SHORTEST_IN_TEXT
        && pattern.matcher(text).results().anyMatch(this::isKey);
  }

  private boolean isKey(MatchResult found) {
    return found.group(1) == null && !others.contains(found.group());
  }

  /** The text with the new name wherever the key stood; JSON stays JSON. */
  String text(String text) {
    if (!in(text)) {
      return text;
    }
    String renamed =
        pattern.matcher(text).replaceAll(found -> isKey(found) ? instead.key() : quoted(found));
    // A key may stand there as a number.
    return isJson(text) && !isJson(renamed) ? inside(text) : renamed;
  }

  private static String quoted(MatchResult found) {
    return Matcher.quoteReplacement(found.group());
  }

  private static boolean isJson(String text) {
    try {
      return JSON.readTree(text).isContainerNode();
    } catch (JacksonException plain) {
      return false;
    }
  }

  private String inside(String json) {
    try {
      return renamed(JSON.readTree(json)).toString();
    } catch (JacksonException e) {
      throw new IllegalStateException("what was read as JSON before", e);
    }
  }

  private JsonNode renamed(JsonNode node) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (node instanceof ObjectNode object) {
      ObjectNode copy = nodes.objectNode();
      object.properties().forEach(each -> copy.set(text(each.getKey()), renamed(each.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = nodes.arrayNode();
      array.forEach(each -> copy.add(renamed(each)));
      return copy;
    }
    return node.isValueNode() && in(node.asText()) ? nodes.textNode(text(node.asText())) : node;
  }
}
