/** A local Messages API that follows fixed rules: it is not an LLM and knows only the request. */
module dev.recap.simulator {
  requires transitive com.fasterxml.jackson.databind;
  requires jdk.httpserver;
  requires jtokkit;
  requires org.slf4j;
  requires static org.jspecify;

  exports dev.recap.simulator;
}
