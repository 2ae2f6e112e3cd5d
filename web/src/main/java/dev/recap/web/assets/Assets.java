package dev.recap.web.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The files that pages bring along. Each has a name with its content's hash in it, so that a
 * browser may keep it for ever and still never shows an old one.
 */
public final class Assets {
  /** Where they are served. */
  public static final String PATH = "/assets/";

  private static final Assets ALL =
      new Assets()
          .with("desk.css", "text/css; charset=utf-8")
          .with("desk.js", "text/javascript; charset=utf-8")
          .with("icon.svg", "image/svg+xml");

  private final Map<String, Asset> byServedName = new LinkedHashMap<>();
  private final Map<String, String> servedNames = new LinkedHashMap<>();

  private Assets() {}

  /** A file as it is served. */
  public static final class Asset {
    private final String contentType;
    private final byte[] bytes;

    private Asset(String contentType, byte[] bytes) {
      this.contentType = contentType;
      this.bytes = bytes;
    }

    public String contentType() {
      return contentType;
    }

    /** What is in it, anew each time. */
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /**
   * Where a file is served, for templates.
   *
   * @throws IllegalArgumentException when it is not on the list
   */
  public static String url(String name) {
    String served = ALL.servedNames.get(name);
    if (served == null) {
      throw new IllegalArgumentException("there is no asset '%s'".formatted(name));
    }
    return PATH + served;
  }

  /** The file of a name in an address; empty for all that is not on the list. */
  public static Optional<Asset> served(String name) {
    return Optional.ofNullable(ALL.byServedName.get(name));
  }

  private Assets with(String name, String contentType) {
    byte[] bytes = read(name);
    int dot = name.lastIndexOf('.');
    String served = "%s.%s%s".formatted(name.substring(0, dot), hash(bytes), name.substring(dot));
    servedNames.put(name, served);
    byServedName.put(served, new Asset(contentType, bytes));
    return this;
  }

  private static byte[] read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read from the class path", e);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
