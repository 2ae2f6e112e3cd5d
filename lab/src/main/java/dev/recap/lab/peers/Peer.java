package dev.recap.lab.peers;

import dev.recap.lab.table.Choice;

/** Somebody else's agent loop. */
public enum Peer implements Choice {
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
  @Override
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

  /**
   * The peer with this label.
   *
   * @throws IllegalArgumentException naming the labels there are
   */
  public static Peer of(String label) {
    return Choice.of("peer", label, values());
  }
}
