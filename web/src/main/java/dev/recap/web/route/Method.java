package dev.recap.web.route;

/** The methods that the desk answers to. */
public enum Method {
  GET,
  POST,
  DELETE;

  /** Whether it may change something. */
  public boolean isUnsafe() {
    return this != GET;
  }
}
