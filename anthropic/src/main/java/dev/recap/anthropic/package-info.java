/**
 * The Messages API as a {@link dev.recap.model.Model}, over the vendor's own client.
 *
 * <p>A request is written by {@code RequestWriter}, its options by {@code OptionsWriter}, sent by
 * the SDK with its retries, seen by {@code Wire} on its way, and read back by {@code ReplyReader};
 * a streamed reply is first put together by {@code StreamedReply} into the JSON that the same
 * reader takes. What can fail on the way is named by {@code Failures}.
 */
@NullMarked
package dev.recap.anthropic;

import org.jspecify.annotations.NullMarked;
