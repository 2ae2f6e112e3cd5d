package dev.recap.lab.scenario;

import dev.recap.anthropic.ModelCatalog;
import dev.recap.model.ModelProfile;
import dev.recap.model.Prices;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The model that everything is priced as unless told otherwise. */
public final class CurrentModel {
  public static final String NAME = "claude-sonnet-5-5";

  /**
   * What the simulator plays under that name: a model it knows nothing of, which has the token
   * sizes of the recorded reference and does not think.
   */
  public static final String RECORDED = "recorded";

  public static final ModelProfile PROFILE = ModelCatalog.bundled().profile(NAME);

  /** Dollars per million tokens. */
  public static final Prices PRICES = Objects.requireNonNull(PROFILE.prices(), NAME);

  private CurrentModel() {}

  /** The bundled models, this one with another cacheable minimum. */
  public static ModelCatalog catalog(int cacheableMinimumTokens) {
    ModelCatalog bundled = ModelCatalog.bundled();
    Map<String, ModelProfile> models = new HashMap<>(bundled.models());
    models.put(NAME, PROFILE.cacheableMinimumTokens(cacheableMinimumTokens));
    return new ModelCatalog(bundled.date(), bundled.source(), models);
  }
}
