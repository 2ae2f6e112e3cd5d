package dev.recap.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What was packed is read back, however its parts lie across the chunks. */
class PackerTest {

  @Property(tries = 200)
  void partsOfAnySizeComeBack(
      @ForAll @Size(max = 6) java.util.List<@IntRange(max = 40_000) Integer> sizes,
      @ForAll long number) {
    var to = new Packer().number(number);
    for (int size : sizes) {
      to.bytes("x".repeat(size).getBytes(UTF_8)).word("said").word("said");
    }
    var outer = new Packer().text("before").pieces(to.pieces()).text("behind");

    var from = new Unpacker(outer.bytes());
    assertThat(from.text()).isEqualTo("before");
    var inner = new Unpacker(from.bytes());
    assertThat(from.text()).isEqualTo("behind");
    assertThat(inner.number()).isEqualTo(number);
    for (int size : sizes) {
      assertThat(inner.bytes()).isEqualTo("x".repeat(size).getBytes(UTF_8));
      assertThat(inner.word()).isEqualTo("said");
      assertThat(inner.word()).isEqualTo("said");
    }
  }
}
