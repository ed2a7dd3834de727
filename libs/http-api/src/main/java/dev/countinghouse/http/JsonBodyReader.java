package dev.countinghouse.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads request bodies strictly, and only those: answers of other services and events may gain
 * fields that we do not know yet, a caller's misspelt field is refused. What Jackson refuses here
 * is the caller's mistake; what it refuses anywhere else is ours.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes({
  MediaType.APPLICATION_JSON,
  "application/cloudevents+json",
  "application/cloudevents-batch+json",
  "application/merge-patch+json"
})
public class JsonBodyReader implements ServerMessageBodyReader<Object> {

  private final StrictJson json;

  JsonBodyReader(StrictJson json) {
    this.json = json;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
    return isObject(type);
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return isObject(type);
  }

  @Override
  public Object readFrom(
      Class<Object> type, Type generic, MediaType mediaType, ServerRequestContext request)
      throws IOException {
    return read(generic, request.getInputStream());
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return read(generic, body);
  }

  private Object read(Type type, InputStream body) throws IOException {
    byte[] bytes = body.readAllBytes();
    if (bytes.length == 0) {
      throw new ProblemException(Problem.of(400, "body.missing", "This call needs a JSON body."));
    }
    // A tree is looked at by who asked for it, part by part.
    if (type != JsonNode.class && !WellFormedText.isIn(bytes)) {
      throw new ProblemException(BodyProblems.malformedText());
    }
    try {
      Object value = json.read(type, bytes);
      if (value == null) {
        throw new ProblemException(Problem.of(400, "body.missing", "The body is null."));
      }
      return value;
    } catch (JsonProcessingException mistake) {
      throw new ProblemException(BodyProblems.of(mistake));
    }
  }

  private static boolean isObject(Class<?> type) {
    return type != String.class
        && type != byte[].class
        && !InputStream.class.isAssignableFrom(type)
        && !java.io.Reader.class.isAssignableFrom(type);
  }
}
