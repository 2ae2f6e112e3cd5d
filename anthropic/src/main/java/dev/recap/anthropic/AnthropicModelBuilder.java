package dev.recap.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.ObjectMappers;
import com.anthropic.core.Sleeper;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says which model to ask, where and how. Only the key has no default. Of one thread. */
public final class AnthropicModelBuilder {
  private final String name;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private @Nullable String apiKey;
  private Address address = Address.VENDOR;
  private @Nullable Duration timeout;
  private int maxRetries = 2;
  private final List<String> betas = new ArrayList<>();
  private AnthropicOptions options = new AnthropicOptions();
  private ModelCatalog catalog = ModelCatalog.bundled();
  private @Nullable Prices prices;
  private @Nullable ModelProfile profile;
  private @Nullable TokenListener tokens;
  private ExchangeListener exchanges = exchange -> {};
  private @Nullable Sleeper sleeper;
  private InstantSource clock = InstantSource.system();

  AnthropicModelBuilder(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a model needs a name, but it was blank");
    }
    this.name = name;
  }

  /** The key of the account; white space around it is no part of it. */
  public AnthropicModelBuilder apiKey(String apiKey) {
    String key = apiKey.strip();
    if (!key.chars().allMatch(c -> c > ' ' && c < 127)) {
      // The key itself must not get into a log.
      throw new IllegalArgumentException(
          "an API key is one word of ASCII characters, but %d of its %d characters are not"
              .formatted(key.chars().filter(c -> c <= ' ' || c >= 127).count(), key.length()));
    }
    this.apiKey = key;
    return this;
  }

  /**
   * Where the API is, without {@code /v1/messages}; by default the vendor's own address. Plain http
   * to another machine is warned of.
   */
  public AnthropicModelBuilder baseUrl(URI baseUrl) {
    return address(Address.of("baseUrl", baseUrl));
  }

  /** As {@link #baseUrl(URI)}. */
  public AnthropicModelBuilder baseUrl(String baseUrl) {
    return address(Address.of("baseUrl", baseUrl));
  }

  AnthropicModelBuilder address(Address where) {
    this.address = where;
    return this;
  }

  /**
   * How long one try may take, reading the reply included. By default 10 minutes, and as much more
   * as a request allows more than 21,333 tokens for its reply.
   */
  public AnthropicModelBuilder timeout(Duration timeout) {
    if (timeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "timeout must be at least a millisecond, but was " + timeout);
    }
    this.timeout = timeout;
    return this;
  }

  /** How often a failed try is repeated before the question fails; 2 by default. */
  public AnthropicModelBuilder maxRetries(int maxRetries) {
    if (maxRetries < 0) {
      throw new IllegalArgumentException("maxRetries must be 0 or more, but was " + maxRetries);
    }
    this.maxRetries = maxRetries;
    return this;
  }

  /** What only this API knows; later changes of the options do not count. */
  public AnthropicModelBuilder options(AnthropicOptions options) {
    this.options = options.copy();
    return this;
  }

  /** Adds a header to every request, or replaces the one of this name that the SDK would send. */
  public AnthropicModelBuilder header(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !value.matches("[\\t\\x20-\\x7e]*")) {
      throw new IllegalArgumentException(
          "a header is a name and one line of ASCII text, but was '%s: %s'".formatted(name, value));
    }
    if (name.equalsIgnoreCase(RequestWriter.BETA_HEADER)) {
      // A request adds its own, and must not lose these.
      betas.addAll(List.of(value.strip().split("\\s*,\\s*")));
    } else {
      headers.put(name, value);
    }
    return this;
  }

  /** What is known of models, in place of {@link ModelCatalog#bundled()}. */
  public AnthropicModelBuilder catalog(ModelCatalog known) {
    this.catalog = known;
    return this;
  }

  /** Prices to use in place of those in the {@link ModelCatalog}. */
  public AnthropicModelBuilder prices(Prices prices) {
    this.prices = Objects.requireNonNull(prices, "prices");
    return this;
  }

  /** What is known about the model, in place of what the {@link ModelCatalog} says. */
  public AnthropicModelBuilder profile(ModelProfile profile) {
    this.profile = Objects.requireNonNull(profile, "profile");
    return this;
  }

  /** Has replies streamed and hands their pieces to the listener as they come. */
  public AnthropicModelBuilder streaming(TokenListener tokens) {
    this.tokens = Objects.requireNonNull(tokens, "tokens");
    return this;
  }

  /** Tells the listener of every exchange with the provider. */
  public AnthropicModelBuilder exchanges(ExchangeListener exchanges) {
    this.exchanges = Objects.requireNonNull(exchanges, "exchanges");
    return this;
  }

  /** For tests of what the SDK's retries wait for. */
  AnthropicModelBuilder sleeper(Sleeper sleeper) {
    this.sleeper = sleeper;
    return this;
  }

  /** For tests of what is said about a model's retirement. */
  AnthropicModelBuilder clock(InstantSource time) {
    this.clock = time;
    return this;
  }

  /**
   * The model; nothing is sent yet. One that the table does not know, and one that has retired or
   * will within two months, is warned of.
   *
   * @throws IllegalStateException when there is no key
   */
  public AnthropicModel build() {
    if (apiKey == null || apiKey.isEmpty()) {
      throw new IllegalStateException(
          "no API key: set %s in the environment, or pass one with apiKey(...)"
              .formatted(AnthropicModel.KEY));
    }
    address.warnIfReadable();
    ModelProfile known = knownProfile();
    AnthropicOptions own = options.copy();
    betas.forEach(own::beta);
    Warnings.about(known, profile != null || catalog.knows(name), clock.instant());
    return new AnthropicModel(
        client(apiKey),
        new RequestWriter(name, new OptionsWriter(known, own)),
        new Failures(address.uri().toString()),
        catalog,
        new Waiting(tokens, exchanges, timeout));
  }

  private AnthropicClient client(String key) {
    var builder =
        AnthropicOkHttpClient.builder()
            .apiKey(key)
            .baseUrl(address.uri().toString())
            .maxRetries(maxRetries)
            .jsonMapper(JsonText.exact(ObjectMappers.jsonMapper()));
    headers.forEach(builder::replaceHeaders);
    if (sleeper != null) {
      builder.sleeper(sleeper);
    }
    return builder.build();
  }

  private ModelProfile knownProfile() {
    ModelProfile known = profile != null ? profile : catalog.profile(name);
    return prices == null ? known : known.prices(prices);
  }
}
