package dev.recap.head;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recap.journal.Compacted.HeadBlock;
import dev.recap.journal.Compacted.HeadBlock.Kind;
import dev.recap.projection.Segment.UserSegment;
import dev.recap.words.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What stands of the user's messages once they have left the tail. */
class UserWordsTest {
  private static List<HeadBlock> words(List<String> said, long room) {
    return UserWords.of(segments(said), List.of(), room, true);
  }

  private static List<UserSegment> segments(List<String> said) {
    return said.stream()
        .map(text -> new UserSegment(text, List.of(), TokenEstimate.ofBlock(text)))
        .toList();
  }

  private static List<String> texts(List<HeadBlock> blocks, Kind kind) {
    return blocks.stream().filter(b -> b.kind() == kind).map(HeadBlock::text).toList();
  }

  private static List<String> numbered(int messages) {
    return IntStream.rangeClosed(1, messages).mapToObj(i -> "Take seat " + (1_000 + i)).toList();
  }

  private static String ofTokens(int tokens) {
    return "word ".repeat(tokens).strip();
  }

  @Test
  void isABlockForEachMessageByteForByte() {
    assertThat(texts(words(List.of("Stop at noon.", " <b>No</b>\r\n> cats\u202e"), 100), Kind.USER))
        .containsExactly(
            "Earlier the user said:\nStop at noon.",
            "Earlier the user said:\n <b>No</b>\r\n> cats\u202e");
  }

  @Test
  void isTheLastOnesForWhichThereIsRoomAndTheKeysOfTheOthersNewestFirst() {
    List<HeadBlock> blocks = words(numbered(20), 100);

    assertThat(texts(blocks, Kind.USER)).hasSizeBetween(4, 6).last().asString().endsWith("1020");
    assertThat(blocks.getFirst().kind()).isEqualTo(Kind.USER_KEYS);
    assertThat(blocks.getFirst().text())
        .startsWith("Earlier messages of the user are no longer shown; they had 1015, 1014, 1013,");
  }

  @Test
  void goesOnNamingTheKeysOfThoseThatLeftBefore() {
    HeadBlock before = words(numbered(20), 100).getFirst();
    List<UserSegment> next = segments(List.of("Order W-7712", ofTokens(90)));

    assertThat(UserWords.of(next, List.of(before), 64, true).getFirst().text())
        .contains("they had W-7712, 1015, 1014");
    assertThat(UserWords.of(List.of(), List.of(before), 64, true)).containsExactly(before);
  }

  @Test
  void saysThatThereWereOthersAlthoughTheyHadNoKeys() {
    assertThat(words(List.of("Do go on", "Do go on", "Do go on"), 20).getFirst().text())
        .isEqualTo("Earlier messages of the user are no longer shown.");
  }

  @Test
  void isShortenedFromTheLongestOnSoThatShortOrdersStayVerbatim() {
    List<HeadBlock> blocks =
        words(List.of("No window seat", ofTokens(2_000) + " for W-7712", "No night train"), 400);

    assertThat(texts(blocks, Kind.USER))
        .hasSize(3)
        .contains(
            "Earlier the user said:\nNo window seat", "Earlier the user said:\nNo night train");
    assertThat(texts(blocks, Kind.USER).get(1))
        .startsWith("Earlier the user said:\nword word word")
        .endsWith("recall returns the rest, which has W-7712]");
  }

  @Property(tries = 300)
  void keepsToItsRoomAndShortensNothingThatNeedsAQuarterOfIt(
      @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 1_500) Integer> lengths,
      @ForAll @IntRange(max = 2_000) int room) {
    List<String> said = new ArrayList<>();
    lengths.forEach(length -> said.add(said.size() + " " + ofTokens(length)));
    List<String> shown = texts(words(said, room), Kind.USER);

    assertThat(shown.stream().mapToInt(TokenEstimate::ofBlock).sum()).isLessThanOrEqualTo(room);
    List<String> last = said.subList(said.size() - shown.size(), said.size());
    for (int i = 0; i < shown.size(); i++) {
      String whole = "Earlier the user said:\n" + last.get(i);
      assertThat(shown.get(i)).startsWith(whole.substring(0, 24));
      if (TokenEstimate.ofBlock(whole) <= room / 4) {
        assertThat(shown.get(i)).isEqualTo(whole);
      }
    }
  }
}
