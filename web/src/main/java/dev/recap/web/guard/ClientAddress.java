package dev.recap.web.guard;

import dev.recap.web.route.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Where a try to sign in comes from, as far as it can be known. */
final class ClientAddress {
  private static final Pattern NUMERIC =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|(?=[^:]*:)[0-9a-fA-F:.]{2,45}");
  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * The address that tries are counted by: of IPv6 the network, since who has one address there has
   * all of them.
   *
   * @param behindProxy whether somebody on this machine passes requests on and says for whom
   */
  static String of(HttpServletRequest request, boolean behindProxy) {
    String peer = request.getRemoteAddr();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (behindProxy && forwarded != null && numeric(peer).isLoopbackAddress()) {
      // What stands before the last one was said by the visitor.
      String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
      return NUMERIC.matcher(last).matches() ? network(last) : peer;
    }
    return network(peer);
  }

  private static String network(String address) {
    byte[] bytes = numeric(address).getAddress();
    return bytes.length <= NETWORK_BYTES
        ? address
        : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
  }

  /** No name is looked up for digits. */
  private static InetAddress numeric(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw Refusal.of(400, "the address that this request is passed on for is none");
    }
  }
}
