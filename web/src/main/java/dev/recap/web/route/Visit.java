package dev.recap.web.route;

import dev.recap.web.html.Frame;
import dev.recap.web.html.Page;
import dev.recap.web.html.Toast;
import dev.recap.web.people.Person;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let through, and its answer. Who asks, what they ask with, and the ways to
 * answer; for one thread and one answer.
 */
public final class Visit {
  private static final int QUERY_CHARACTERS = 4_000;

  private final Context context;
  private final Frame.Visitor visitor;
  private final Screen screen;
  private final Body body;
  private @Nullable Fields query;

  /** For the gate alone: a visit is what it lets through. */
  public Visit(Context context, Frame.Visitor visitor, Screen screen, Body body) {
    this.context = context;
    this.visitor = visitor;
    this.screen = screen;
    this.body = body;
  }

  /**
   * Who asks.
   *
   * @throws IllegalStateException on a route that needs no role, where it may be anybody
   */
  public Person who() {
    Person person = visitor.person();
    if (person == null) {
      throw new IllegalStateException("nobody has to sign in for " + context.path());
    }
    return person;
  }

  /** Who asks, also where nobody has to sign in. */
  public Frame.Visitor visitor() {
    return visitor;
  }

  /** A parameter of the route's path. */
  public String path(String name) {
    return context.pathParam(name);
  }

  /** The fields behind the question mark. */
  public Fields query() {
    if (query == null) {
      String text = context.req().getQueryString();
      query = UrlEncoded.parse(text == null ? "" : text, QUERY_CHARACTERS);
    }
    return query;
  }

  /** The fields of the form that was sent. */
  public Fields form() {
    return body.fields();
  }

  /**
   * A file of the form that was sent; empty where none was chosen.
   *
   * @throws IllegalStateException on a route that is no upload
   */
  public Optional<FilePart> file(String name) {
    return body.file(name);
  }

  /** The same where several may be chosen. */
  public List<FilePart> files(String name) {
    return body.files(name);
  }

  /** The body of the request as it came. */
  public byte[] bytes() {
    return body.bytes();
  }

  /**
   * The JSON object that was sent.
   *
   * @throws Refusal with status 415 for another type, and 400 for what is no JSON object
   */
  public JsonFields json() {
    if (!body.is("application/json")) {
      throw Refusal.of(415, "JSON was expected: say Content-Type: application/json");
    }
    return JsonFields.of(body.bytes());
  }

  /** A header of the request; empty where it is not there. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /** Answers with a page. */
  public void show(Page page, Object view) {
    show(200, page, view);
  }

  /** Answers with a page and another status than 200. */
  public void show(int status, Page page, Object view) {
    context.status(status).html(screen.html(page, visitor, view));
  }

  /** Answers an action: the browser asks for this page next, so that going back repeats nothing. */
  public void redirect(String path) {
    context.status(303).header("Location", path);
  }

  /** The same, and says there what was done. */
  public void redirect(String path, Toast toast) {
    screen.keep(visitor, toast);
    redirect(path);
  }

  /** Answers a program. */
  public void json(int status, Object figures) {
    send(status, "application/json", JsonFields.write(figures));
  }

  /** Answers with anything else. */
  public void send(int status, String contentType, byte[] body) {
    context.status(status).contentType(contentType).result(body);
  }

  /** For what the methods above do not say; whoever uses it leaves cookies and checks alone. */
  public Context context() {
    return context;
  }
}
