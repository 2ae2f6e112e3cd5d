package dev.recap.lab.peers;

import dev.recap.lab.table.Choice;

/** Somebody else's agent loop, or a plain one that leaves it to the API. */
public enum Peer implements Choice {
  TYPESCRIPT_SDK("typescript-sdk", "typescript", ""),
  JAVA_SDK("java-sdk", "java/java-sdk", "peer.JavaSdk"),
  LANGCHAIN4J("langchain4j", "java/langchain4j", "peer.LangChain4j"),
  ADK("adk", "java/adk", "peer.Adk"),
  API("api", "", "");

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

  /** Below {@code lab/peers}; empty for one that needs no program. */
  String folder() {
    return folder;
  }

  /** Empty for a peer that is not Java. */
  String mainClass() {
    return mainClass;
  }

  /** Whether it is played by a program of its own, which has to be installed. */
  boolean isProgram() {
    return !folder.isEmpty();
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
