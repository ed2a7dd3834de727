package dev.countinghouse.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the key of the request at hand, and hashes what the request says. */
@Singleton
class CommandRequests {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

  private final CurrentVertxRequest current;
  private final RequestSubject subject;
  private final ObjectMapper mapper;
  private final ObjectWriter sorted;

  CommandRequests(CurrentVertxRequest current, RequestSubject subject, ObjectMapper mapper) {
    this.current = current;
    this.subject = subject;
    this.mapper = mapper;
    this.sorted = mapper.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }

  /** Empty when the request carries no key. */
  Optional<CommandRequest> read(String scope, Object body) {
    RoutingContext request = current.getCurrent();
    List<String> keys = request.request().headers().getAll(HEADER);
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    String key = keys.getFirst();
    if (keys.size() > 1 || !FORM.matcher(key).matches()) {
      throw new ProblemException(
          Problem.of(400, "idempotency.key-invalid", "The Idempotency-Key cannot be one.")
              .blaming(HEADER, "one header of 1 to 255 visible ASCII characters"));
    }
    return Optional.of(new CommandRequest(scope, key, hash(request, body)));
  }

  private String hash(RoutingContext request, Object body) {
    String method = request.request().method().name();
    String called = String.join("\n", method, request.normalizedPath(), subject.subject(), "");
    MessageDigest digest = sha256();
    digest.update(called.getBytes(UTF_8));
    return HexFormat.of().formatHex(digest.digest(canonical(body)));
  }

  /** By way of plain maps, so that the order of fields in the request's type does not matter. */
  private byte[] canonical(Object body) {
    try {
      return sorted.writeValueAsBytes(mapper.convertValue(body, Object.class));
    } catch (JsonProcessingException bug) {
      throw new IllegalArgumentException("a command's body can be written as JSON", bug);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
