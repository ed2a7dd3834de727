package dev.countinghouse.subscription.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** A record as the text that is stored and compared; equal records give equal texts. */
@ApplicationScoped
public class StoredContent {

  private final ObjectMapper json;

  StoredContent(ObjectMapper json) {
    this.json = json;
  }

  public String write(Object content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("what is stored can be written as JSON", bug);
    }
  }

  public <T> T read(String content, Class<T> type) {
    try {
      return json.readValue(content, type);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("what was stored can be read", bug);
    }
  }
}
