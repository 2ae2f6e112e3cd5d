package dev.recap.desk.trial;

import dev.recap.desk.knowledge.KnowledgeBase;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a trial is worked with. It stays the caller's, who closes it.
 *
 * @param knowledge the articles that the agent finds
 * @param print what tells these articles from others, such as a hash
 * @param model asked for once, when work begins
 * @param profiles what is known of models by name, for their prices
 */
public record TrialMeans(
    KnowledgeBase knowledge,
    String print,
    Supplier<Model> model,
    Function<String, ModelProfile> profiles) {}
