package dev.recap.web.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why a program's request was refused, as RFC 9457 has it.
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title what the status is called
 * @param field the field or parameter to blame; null, and left out, for none in particular
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, @Nullable String field) {
  /** How it is sent. */
  public static final String CONTENT_TYPE = "application/problem+json";

  /** Of a refusal. */
  public static Problem of(Refusal refusal, String title) {
    return new Problem("about:blank", title, refusal.status(), refusal.detail(), refusal.field());
  }

  /** As JSON. */
  public byte[] json() {
    return JsonFields.write(this);
  }
}
