package dev.countinghouse.subscription.charge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countinghouse.contracts.internal.ChargeRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** A charge's request as the text that is stored and compared. */
@ApplicationScoped
class ChargeContent {

  private final ObjectMapper json;

  ChargeContent(ObjectMapper json) {
    this.json = json;
  }

  String write(ChargeRequest request) {
    try {
      return json.writeValueAsString(request);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a charge can be written as JSON", bug);
    }
  }

  ChargeRequest read(String content) {
    try {
      return json.readValue(content, ChargeRequest.class);
    } catch (JsonProcessingException bug) {
      throw new IllegalStateException("a stored charge can be read", bug);
    }
  }
}
