package dev.recap.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the signature of a thinking block says. The server keeps nothing between requests: all that
 * it needs to judge a block that comes back stands here.
 *
 * @param tokens how long the thinking is, whatever of its text is shown
 * @param text what the text that is shown is known by
 * @param birth where it was written
 */
public record Seal(int tokens, String text, Birth birth) {
  /**
   * Where a block was written.
   *
   * @param model who thought it
   * @param blocks how many blocks of thinking its reply has
   * @param prefix what stood before it is known by, empty where nothing is bound
   * @param previous the block of thinking before it, empty if there was none
   */
  public record Birth(String model, int blocks, String prefix, String previous) {
    static Birth none() {
      return new Birth("", 1, "", "");
    }
  }

  static Seal of(String text, int tokens, Birth birth) {
    return new Seal(tokens, Signatures.digest(text), birth);
  }

  /** The signature. */
  String sign() {
    String said =
        "%d\n%s\n%d\n%s\n%s\n%s"
            .formatted(
                tokens, text, birth.blocks(), birth.prefix(), birth.previous(), birth.model());
    byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(bytes) + Signatures.sign(said);
  }

  /** What a signature says, if this server gave it. */
  static Optional<Seal> read(String signature) {
    return claimed(signature).filter(seal -> seal.sign().equals(signature));
  }

  private static Optional<Seal> claimed(String signature) {
    int seam = signature.length() - Signatures.LENGTH;
    if (seam < 0) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(signature.substring(0, seam));
      String[] part = new String(bytes, StandardCharsets.UTF_8).split("\n", 6);
      if (part.length < 6) {
        return Optional.empty();
      }
      Birth birth = new Birth(part[5], Integer.parseInt(part[2]), part[3], part[4]);
      return Optional.of(new Seal(Integer.parseInt(part[0]), part[1], birth));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no Base64, no number: somebody else's signature
    }
  }

  /** The length of a block of thinking, if this server wrote it. */
  public static OptionalInt tokens(JsonNode block) {
    return claimed(block.path("signature").asText()).stream().mapToInt(Seal::tokens).findFirst();
  }

  /** What a later block knows this one by. */
  static String name(JsonNode block) {
    return Signatures.digest(block.path("signature").asText());
  }
}
