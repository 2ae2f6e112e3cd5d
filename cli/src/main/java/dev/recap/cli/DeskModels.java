package dev.recap.cli;

import dev.recap.anthropic.AnthropicModel;
import dev.recap.anthropic.ModelCatalog;
import dev.recap.desk.shift.Models;
import dev.recap.model.Model;
import dev.recap.model.ModelProfile;
import java.util.List;

/** The models of a desk: those that were named, and the simulator. */
final class DeskModels implements Models {
  private final List<String> names;
  private final BatchModel models;
  private final ModelCatalog catalog;

  DeskModels(List<String> names, BatchModel models, ModelCatalog catalog) {
    this.names = List.copyOf(names);
    this.models = models;
    this.catalog = catalog;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public ModelProfile profile(String name) {
    return BatchModel.profile(name, catalog);
  }

  @Override
  public boolean isSimulated(String name) {
    return name.equals(BatchModel.SIMULATOR);
  }

  @Override
  public Open open(String name) {
    Model model = models.open(name, catalog);
    return new Open(model, model instanceof AnthropicModel real ? real::close : () -> {});
  }
}
