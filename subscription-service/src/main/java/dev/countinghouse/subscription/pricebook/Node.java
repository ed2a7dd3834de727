package dev.countinghouse.subscription.pricebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A place in a document, which knows its own path.
 *
 * @param path as in {@code plans[1].price}
 */
record Node(String path, JsonNode json) {

  static Node root(JsonNode tree) throws InvalidBook {
    Node root = new Node("", tree);
    if (!tree.isObject()) {
      throw root.wrong("a mapping with id, version and effectiveFrom");
    }
    return root;
  }

  Node field(String name) {
    return new Node(path.isEmpty() ? name : path + "." + name, json.path(name));
  }

  boolean isAbsent() {
    return json.isMissingNode() || json.isNull();
  }

  String text() throws InvalidBook {
    if (!json.isTextual() || json.textValue().isBlank()) {
      throw wrong("a text");
    }
    return json.textValue();
  }

  int whole(int least) throws InvalidBook {
    if (!json.isIntegralNumber() || !json.canConvertToInt() || json.intValue() < least) {
      throw wrong("a whole number of " + least + " or more");
    }
    return json.intValue();
  }

  /** A whole number between the two, both included. */
  long whole(long least, long most) throws InvalidBook {
    if (!json.isIntegralNumber()
        || !json.canConvertToLong()
        || json.longValue() < least
        || json.longValue() > most) {
      throw wrong("a whole number from " + least + " to " + most);
    }
    return json.longValue();
  }

  /** The texts of a list; none when it is absent. */
  List<String> texts() throws InvalidBook {
    List<String> texts = new ArrayList<>();
    for (Node element : elements()) {
      texts.add(element.text());
    }
    return texts;
  }

  /** The elements of a list; none when it is absent. */
  List<Node> elements() throws InvalidBook {
    if (!isAbsent() && !json.isArray()) {
      throw wrong("a list");
    }
    List<Node> elements = new ArrayList<>();
    for (int index = 0; index < json.size(); index++) {
      elements.add(new Node(path + "[" + index + "]", json.get(index)));
    }
    return elements;
  }

  /** The members of a mapping; none when it is absent. */
  Map<String, Node> members() throws InvalidBook {
    if (!isAbsent() && !json.isObject()) {
      throw wrong("a mapping");
    }
    Map<String, Node> members = new LinkedHashMap<>();
    json.fieldNames().forEachRemaining(name -> members.put(name, field(name)));
    return members;
  }

  /** What {@code reading} makes of it; its failure means that {@code expected} was not met. */
  <T> T checked(String expected, Supplier<T> reading) throws InvalidBook {
    try {
      return reading.get();
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
      throw wrong(expected);
    }
  }

  /** As {@link #checked}, where the failure itself says what was expected. */
  <T> T checkedByMessage(Supplier<T> reading) throws InvalidBook {
    try {
      return reading.get();
    } catch (IllegalArgumentException wrong) {
      throw wrong(String.valueOf(wrong.getMessage()));
    }
  }

  InvalidBook wrong(String expected) {
    return new InvalidBook(path, expected);
  }
}
