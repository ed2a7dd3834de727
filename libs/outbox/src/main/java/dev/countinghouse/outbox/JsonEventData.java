package dev.countinghouse.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Data read with the application's ObjectMapper. */
record JsonEventData(ObjectMapper mapper, String json) implements EventData {

  @Override
  public <T> T as(Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException cause) {
      throw new PermanentFailure(
          "data is no " + type.getSimpleName() + ": " + cause.getOriginalMessage(), cause);
    }
  }
}
