package dev.recap.lab.scenario;

import dev.recap.lab.job.Site;
import dev.recap.model.Model;

/**
 * Where one strategy works: a place of its own, and a model that knows nothing of the other runs.
 */
public record Bench(Site site, Model model, Recording recording) {}
