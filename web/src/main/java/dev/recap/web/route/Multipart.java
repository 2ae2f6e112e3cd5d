package dev.recap.web.route;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of a form with files. What is large lies in a file that goes with the request. */
final class Multipart {
  private static final String CONFIG = "org.eclipse.jetty.multipartConfig";
  private static final int IN_MEMORY_BYTES = 1 << 16;
  private static final int MOST_FIELD_BYTES = 1 << 20;

  private final Fields fields;
  private final List<Part> parts;

  private Multipart(Fields fields, List<Part> parts) {
    this.fields = fields;
    this.parts = parts;
  }

  /**
   * Reads them.
   *
   * @throws Refusal with status 413 for too much and 400 for damage
   */
  static Multipart read(HttpServletRequest request, int mostBytes) throws IOException {
    request.setAttribute(
        CONFIG,
        new MultipartConfigElement(
            System.getProperty("java.io.tmpdir"), mostBytes, mostBytes, IN_MEMORY_BYTES));
    Collection<Part> parts;
    try {
      parts = request.getParts();
    } catch (ServletException | IllegalStateException e) {
      throw tooLarge(e)
          ? Body.tooLarge(mostBytes)
          : Refusal.of(400, "the form is damaged: it is no multipart/form-data");
    } catch (RuntimeException e) {
      throw Refusal.of(400, "the form is damaged: it is no multipart/form-data");
    }
    return new Multipart(fields(parts), List.copyOf(parts));
  }

  private static boolean tooLarge(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains("max length exceeded") || message.contains("too large")) {
        return true;
      }
    }
    return false;
  }

  private static Fields fields(Collection<Part> parts) throws IOException {
    if (parts.size() > UrlEncoded.MOST_FIELDS) {
      throw Refusal.of(
          413, "there are more than %,d fields in this form".formatted(UrlEncoded.MOST_FIELDS));
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.getSubmittedFileName() == null) {
        values.computeIfAbsent(part.getName(), unused -> new ArrayList<>()).add(text(part));
      }
    }
    return new Fields(values);
  }

  private static String text(Part part) throws IOException {
    if (part.getSize() > MOST_FIELD_BYTES) {
      throw Refusal.ofField(
          413,
          part.getName(),
          "%s has %,d bytes, but at most %,d were expected"
              .formatted(part.getName(), part.getSize(), MOST_FIELD_BYTES));
    }
    try (InputStream in = part.getInputStream()) {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(in.readAllBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.ofField(part.getName(), part.getName() + " is not UTF-8");
    }
  }

  Fields fields() {
    return fields;
  }

  Optional<FilePart> file(String name) {
    return files(name).stream().findFirst();
  }

  List<FilePart> files(String name) {
    return parts.stream()
        .filter(part -> part.getName().equals(name) && part.getSubmittedFileName() != null)
        .filter(part -> !part.getSubmittedFileName().isBlank())
        .map(part ->
            new FilePart(bare(part.getSubmittedFileName()), part.getSize(), part::getInputStream))
        .toList();
  }

  private static String bare(String fileName) {
    return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  }

  /** Removes what lies on disk. */
  void close() throws IOException {
    for (Part part : parts) {
      part.delete();
    }
  }
}
