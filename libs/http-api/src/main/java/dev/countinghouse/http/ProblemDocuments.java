package dev.countinghouse.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes problems as RFC 9457 documents (SYS-5). */
@Singleton
public class ProblemDocuments {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE = "https://countinghouse.dev/problems/";

  private final ObjectMapper mapper;

  ProblemDocuments(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The problem as an answer; a 401 says which scheme is wanted, a 503 when to come again. */
  public Response response(Problem problem) {
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(MEDIA_TYPE).entity(text(problem));
    if (problem.status() == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (problem.status() == 503) {
      answer.header(HttpHeaders.RETRY_AFTER, 1);
    }
    return answer.build();
  }

  /** The problem as JSON text, for answers that are not made by Quarkus REST. */
  public String text(Problem problem) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", TYPE + problem.code());
    document.put("title", title(problem.code()));
    document.put("status", problem.status());
    document.put("code", problem.code());
    document.put("detail", problem.detail());
    if (!problem.errors().isEmpty()) {
      document.put("errors", problem.errors().stream().map(ProblemDocuments::member).toList());
    }
    problem.facts().forEach(document::putIfAbsent);
    return write(document);
  }

  private String write(Object document) {
    try {
      return mapper.writeValueAsString(document);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a fact of a problem cannot be written as JSON", bug);
    }
  }

  private static Map<String, String> member(Problem.FieldError error) {
    Map<String, String> member = new LinkedHashMap<>();
    member.put("field", error.field());
    member.put("expected", error.expected());
    return member;
  }

  /** {@code trial.already-used} reads "Trial: already used". */
  private static String title(String code) {
    String words = code.replace(".", ": ").replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
