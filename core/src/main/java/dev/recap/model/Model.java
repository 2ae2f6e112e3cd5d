package dev.recap.model;

/**
 * A language model that answers one request at a time.
 *
 * <p>An implementation may be called from any thread, blocks until the reply is whole, and honours
 * interruption by throwing. Streaming is another implementation that hands the pieces to a listener
 * of its own and returns the same whole reply.
 */
public interface Model {

  /** What is known about the model before it is asked. */
  ModelProfile profile();

  /**
   * What is known about a model by whose name a reply was given.
   *
   * @param name perhaps another one's: a provider may let another model answer, and a journal may
   *     have begun with an older one
   */
  default ModelProfile profile(String name) {
    return profile();
  }

  /**
   * Asks and waits for the whole reply.
   *
   * @throws ModelException when there is no reply after the implementation's own retries
   */
  ModelReply ask(ModelRequest request);
}
