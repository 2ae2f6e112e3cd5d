package dev.recap.lab.scenario;

import dev.recap.model.ModelException;

/** A request was not sent: it might have cost more than is left. */
final class PurseEmpty extends ModelException {
  private static final long serialVersionUID = 1L;

  PurseEmpty(String message) {
    super(Category.BILLING, message, null, null);
  }
}
