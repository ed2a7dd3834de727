package dev.countinghouse.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/** Writes a command's answer once, so that the first and every replayed one are the same bytes. */
@Singleton
class AnswerWriter {

  private final ObjectMapper mapper;
  private final ProblemDocuments problems;

  AnswerWriter(ObjectMapper mapper, ProblemDocuments problems) {
    this.mapper = mapper;
    this.problems = problems;
  }

  StoredAnswer write(Answer answer) {
    return switch (answer.body()) {
      case null -> new StoredAnswer(answer.status(), answer.location(), null, null);
      case Problem problem ->
          new StoredAnswer(
              answer.status(),
              answer.location(),
              ProblemDocuments.MEDIA_TYPE,
              problems.text(problem));
      case Object body ->
          new StoredAnswer(
              answer.status(), answer.location(), MediaType.APPLICATION_JSON, json(body));
    };
  }

  private String json(Object body) {
    try {
      return mapper.writeValueAsString(body);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a command's answer can be written as JSON", bug);
    }
  }
}
