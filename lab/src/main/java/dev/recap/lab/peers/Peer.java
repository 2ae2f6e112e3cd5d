package dev.recap.lab.peers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody else's agent loop. */
public enum Peer {
  TYPESCRIPT_SDK("typescript-sdk", "typescript", ""),
  JAVA_SDK("java-sdk", "java/java-sdk", "peer.JavaSdk"),
  LANGCHAIN4J("langchain4j", "java/langchain4j", "peer.LangChain4j"),
  ADK("adk", "java/adk", "peer.Adk");

  private final String label;
  private final String folder;
  private final String mainClass;

  Peer(String label, String folder, String mainClass) {
    this.label = label;
    this.folder = folder;
    this.mainClass = mainClass;
  }

  /** The name on the command line and in findings. */
  public String label() {
    return label;
  }

  /** Below {@code lab/peers}. */
  String folder() {
    return folder;
  }

  /** Empty for a peer that is not Java. */
  String mainClass() {
    return mainClass;
  }

  boolean isJava() {
    return !mainClass.isEmpty();
  }

  /** All names, for help and for messages. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Peer::label).toList();
  }

  /**
   * The peer with this label.
   *
   * @throws IllegalArgumentException naming the labels there are
   */
  public static Peer of(String label) {
    return Arrays.stream(values())
        .filter(peer -> peer.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "peer is '%s', but must be one of %s"
                    .formatted(label, labels().stream().collect(Collectors.joining(", ")))));
  }
}
