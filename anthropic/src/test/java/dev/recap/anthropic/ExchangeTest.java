package dev.recap.anthropic;

import static dev.recap.anthropic.MessagesServer.error;
import static dev.recap.anthropic.MessagesServer.json;
import static dev.recap.anthropic.MessagesServer.stream;
import static dev.recap.anthropic.MessagesServer.textReply;
import static dev.recap.anthropic.Requests.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExchangeTest {
  private static final String STREAM =
      """
      event: message_start
      data: {"type":"message_start","message":{"id":"msg_1","content":[],"stop_reason":null,\
      "usage":{"input_tokens":1,"output_tokens":1}}}

      event: content_block_start
      data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Hi"}}

      """;
  private static final String END =
      """
      event: message_delta
      data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":2}}

      """;

  @RegisterExtension final MessagesServer server = new MessagesServer();
  private final List<Exchange> exchanges = new ArrayList<>();

  private void ask(AnthropicModelBuilder builder) {
    try (AnthropicModel model = builder.exchanges(exchanges::add).build()) {
      model.ask(saying("the task, 你好"));
    }
  }

  @Test
  void aWholeReplyOfAGatewayThatDoesNotStreamIsTakenAndTold() {
    server.answers(json(textReply("Hello.")));
    List<ReplyDelta> heard = new ArrayList<>();
    try (AnthropicModel model =
        server.model().streaming(heard::add).exchanges(exchanges::add).build()) {
      assertThat(model.ask(saying("a")).text()).isEqualTo("Hello.");
    }

    assertThat(heard).isEmpty();
    assertThat(exchanges).singleElement().satisfies(e -> assertThat(e.delivered()).isTrue());
  }

  @Test
  void anExchangeHasTheBytesThatWentOverTheWireBothWays() {
    server.answers(json(textReply("Hello.")));
    ask(server.model());
    assertThat(exchanges).hasSize(1);
    Exchange exchange = exchanges.getFirst();
    assertThat(exchange.requestJson())
        .isEqualTo(server.onlyRequest().getBodyAsString())
        .contains("the task, 你好");
    assertThat(exchange.replyJson()).isEqualTo(textReply("Hello."));
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.delivered()).isTrue();
  }

  @Test
  void anExchangeTakesAsLongAsTheAnswer() {
    server.answers(json(textReply("Hello.")).withFixedDelay(60));
    ask(server.model());
    assertThat(exchanges.getFirst().took())
        .isBetween(Duration.ofMillis(60), Duration.ofSeconds(10));
  }

  @Test
  void eachTryIsAnExchangeOfItsOwn() {
    server.answersInTurn(
        error(429, "rate_limit_error", "m").withHeader("retry-after-ms", "1"),
        new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER),
        json(textReply("Hello.")));
    ask(server.model());
    assertThat(exchanges).extracting(Exchange::status).containsExactly(429, 0, 200);
    assertThat(exchanges).extracting(Exchange::retry).containsExactly(0, 1, 2);
    assertThat(exchanges).extracting(Exchange::delivered).containsExactly(false, false, true);
    assertThat(exchanges.get(0).replyJson()).contains("rate_limit_error");
    assertThat(exchanges.get(1).replyJson()).isNull();
  }

  @Test
  void questionsAskedAtTheSameTimeDoNotMix() throws Exception {
    server.answers(json(textReply("Hello.")));
    List<Exchange> heard = Collections.synchronizedList(exchanges);
    try (AnthropicModel model = server.model().exchanges(heard::add).build();
        var askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<String>> questions =
          IntStream.range(0, 20)
              .<Callable<String>>mapToObj(n -> () -> model.ask(saying("question " + n)).text())
              .toList();
      assertThat(askers.invokeAll(questions))
          .allSatisfy(answer -> assertThat(answer.get()).isEqualTo("Hello."));
    }
    assertThat(heard).extracting(Exchange::requestJson).doesNotHaveDuplicates().hasSize(20);
    assertThat(heard).allMatch(Exchange::delivered);
  }

  @Test
  void aStreamIsToldOfAsTheMessageItMakes() {
    server.answers(stream(STREAM + END));
    ask(server.model().streaming(piece -> {}));
    assertThat(exchanges).hasSize(1);
    assertThat(exchanges.getFirst().requestJson())
        .isEqualTo(server.onlyRequest().getBodyAsString());
    assertThat(exchanges.getFirst().replyJson())
        .isEqualTo(
            """
            {"id":"msg_1","content":[{"type":"text","text":"Hi"}],"stop_reason":"end_turn",\
            "usage":{"input_tokens":1,"output_tokens":2}}\
            """);
  }

  @Test
  void aStreamThatBreaksOffIsNotDelivered() {
    server.answers(stream(STREAM));
    assertThatThrownBy(() -> ask(server.model().streaming(piece -> {})));
    assertThat(exchanges).hasSize(1);
    assertThat(exchanges.getFirst().delivered()).isFalse();
    assertThat(exchanges.getFirst().status()).isEqualTo(200);
  }

  @Test
  void aReplyThatCannotBeUnderstoodIsAnExchangeAllTheSame() {
    server.answers(json("[]"));
    assertThatThrownBy(() -> ask(server.model()));
    assertThat(exchanges).extracting(Exchange::replyJson).containsExactly("[]");
  }

  @Test
  void aStatusBelowZeroIsRefused() {
    assertThatThrownBy(() -> new Exchange("{}", null, -1, 0, Duration.ZERO))
        .hasMessage("status and retry cannot be negative, but were -1 and 0");
  }
}
