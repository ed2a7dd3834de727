package dev.countinghouse.http;

import com.fasterxml.jackson.databind.JsonMappingException;

/** Where in a body Jackson stopped: {@code lines[2].monthlyQuantity}. */
final class JsonPath {

  private JsonPath() {}

  static String of(JsonMappingException mistake) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : mistake.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}
