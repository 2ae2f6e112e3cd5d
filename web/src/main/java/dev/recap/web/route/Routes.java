package dev.recap.web.route;

import java.util.ArrayList;
import java.util.List;

/** Everything that the desk answers to. */
public final class Routes {
  /** What a form without files may have: a long draft, several times over. */
  public static final int FORM_BYTES = 1 << 20;

  private final List<Route> routes = new ArrayList<>();

  /** A page to read. */
  public Routes page(String path, Access access, Handler handler) {
    return add(new Route(Method.GET, path, access, new Route.Kind.Page(), handler));
  }

  /** What a form or a button does; answer with {@link Visit#redirect}. */
  public Routes action(String path, Access access, Handler handler) {
    return add(new Route(Method.POST, path, access, new Route.Kind.Form(FORM_BYTES), handler));
  }

  /**
   * What a form with files does; see {@link Visit#file}.
   *
   * @param mostBytes of the whole request
   */
  public Routes upload(String path, Access access, int mostBytes, Handler handler) {
    return add(new Route(Method.POST, path, access, new Route.Kind.Upload(mostBytes), handler));
  }

  /** A file that pages bring along. */
  public Routes plain(String path, Access access, Handler handler) {
    return add(new Route(Method.GET, path, access, new Route.Kind.Plain(), handler));
  }

  /**
   * What programs ask for; answer with {@link Visit#json}.
   *
   * @param access also takes a token that may write, unless it is a GET
   * @param doc how it stands in the description of the API
   */
  public Routes api(Method method, String path, Access access, ApiDoc doc, Handler handler) {
    int mostBytes = method == Method.GET ? 0 : FORM_BYTES;
    return add(new Route(method, path, access, new Route.Kind.Api(doc, mostBytes), handler));
  }

  /** What the others do not fit. */
  public Routes add(Route route) {
    routes.add(route);
    return this;
  }

  /** All that was added. */
  public List<Route> all() {
    return List.copyOf(routes);
  }
}
