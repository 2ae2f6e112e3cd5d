package dev.recap.desk.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Text of another encoding, as the bytes that it has in UTF-8. */
final class Utf8Stream extends InputStream {
  private static final int CHARACTERS = 1 << 13;

  private final Reader text;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final CharBuffer characters = CharBuffer.allocate(CHARACTERS).flip();
  private final ByteBuffer bytes =
      ByteBuffer.allocate((int) (CHARACTERS * encoder.maxBytesPerChar())).flip();
  private boolean ended;

  Utf8Stream(InputStream in, CharsetDecoder decoder) {
    text = new InputStreamReader(in, decoder);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(into, offset, count);
    return count;
  }

  private boolean fill() throws IOException {
    while (!bytes.hasRemaining() && !ended) {
      characters.compact();
      ended = text.read(characters) < 0;
      characters.flip();
      bytes.clear();
      // Half of a surrogate pair stays for the next time; a decoder gives none alone.
      encoder.encode(characters, bytes, ended);
      bytes.flip();
    }
    return bytes.hasRemaining();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
