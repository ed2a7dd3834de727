package dev.countinghouse.prepaid;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Tells {@link StubSubscription} what to answer, and shows what it was asked. */
@ApplicationScoped
public class ScriptedAnswers {

  private final String url;

  ScriptedAnswers(@ConfigProperty(name = "quarkus.rest-client.subscription.url") String url) {
    this.url = url;
  }

  /**
   * One answer.
   *
   * @param status HTTP status
   * @param body as JSON
   */
  public record Scripted(int status, Map<String, @Nullable Object> body) {

    public static Scripted paid() {
      return new Scripted(200, body("status", "paid", "invoice", "2024-7"));
    }

    public static Scripted refunded() {
      return new Scripted(200, body("status", "refunded", "creditNote", "CN-1"));
    }

    /** Of a charge or a refund that stands so, with nothing more. */
    public static Scripted status(String status) {
      return new Scripted(200, body("status", status));
    }

    public static Scripted pending() {
      return status("pending");
    }

    public static Scripted declined(String reason) {
      return new Scripted(200, body("status", "declined", "reason", reason));
    }

    /** A refusal as a problem document; without a code it is one of somebody else's. */
    public static Scripted refused(int status, @Nullable String code) {
      return new Scripted(status, code == null ? Map.of() : body("code", code));
    }

    private static Map<String, @Nullable Object> body(String... members) {
      Map<String, @Nullable Object> body = new HashMap<>();
      for (int i = 0; i < members.length; i += 2) {
        body.put(members[i], members[i + 1]);
      }
      return body;
    }
  }

  /** How many events metering-service says that it has emitted for a channel. */
  public void emittedByMetering(String channel, long events) {
    Map<String, @Nullable Object> progress = new HashMap<>();
    progress.put("emitted", events);
    progress.put("consumed", Map.of());
    progress.put("pending", 0);
    script(channel, "GET-progress", new Scripted(200, progress));
  }

  /** A version of a book, as it is answered whichever is asked for. */
  public void book(String id, Map<String, @Nullable Object> document) {
    script(id, "price-books", new Scripted(200, document));
  }

  /** The queries by which versions of a book were asked for, each time. */
  public List<String> askedBooks(String id) {
    return ids(asked(id, "price-books"));
  }

  /** What a channel's charges are answered, one after another, the last for ever. */
  public void charges(String channel, Scripted... answers) {
    script(channel, "charges", answers);
  }

  /** What a channel's refunds are answered, one after another, the last for ever. */
  public void refunds(String channel, Scripted... answers) {
    script(channel, "refunds", answers);
  }

  /** How far a channel's charges are, when they are looked up or to be voided. */
  public void foundCharges(String channel, Scripted answer) {
    found(channel, "charges", answer, answer);
  }

  /** Nothing stands under the ids of a channel's charges. */
  public void noCharges(String channel) {
    Scripted unknown = Scripted.refused(404, "charge.not-found");
    found(channel, "charges", unknown, Scripted.declined("charge.voided"));
  }

  /** How far a channel's refunds are, when they are looked up or to be voided. */
  public void foundRefunds(String channel, Scripted answer) {
    found(channel, "refunds", answer, answer);
  }

  /** Nothing stands under the ids of a channel's refunds. */
  public void noRefunds(String channel) {
    Scripted unknown = Scripted.refused(404, "refund.not-found");
    found(channel, "refunds", unknown, Scripted.declined("refund.voided"));
  }

  /** The channel has a payment method. */
  public void paymentMethod(String channel) {
    script(channel, "GET-payment-standing", new Scripted(200, Map.of("hasMethod", true)));
  }

  /** The ids of charges that were to be voided, each time. */
  public List<String> voidedCharges(String channel) {
    return ids(asked(channel, "DELETE-charges"));
  }

  /** The ids of refunds that were to be voided, each time. */
  public List<String> voidedRefunds(String channel) {
    return ids(asked(channel, "DELETE-refunds"));
  }

  /** The ids under which charges were asked for, each time. */
  public List<String> askedCharges(String channel) {
    return ids(asked(channel, "charges"));
  }

  /** The ids under which refunds were asked for, each time. */
  public List<String> askedRefunds(String channel) {
    return ids(asked(channel, "refunds"));
  }

  private static List<String> ids(ValidatableResponse asked) {
    return asked.extract().path("id");
  }

  private void found(String channel, String what, Scripted lookedUp, Scripted voided) {
    script(channel, "GET-" + what, lookedUp);
    script(channel, "DELETE-" + what, voided);
  }

  private void script(String channel, String what, Scripted... answers) {
    RestAssured.given()
        .contentType(ContentType.JSON)
        .body(Arrays.asList(answers))
        .put(url + "/stub/" + channel + "/" + what)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse asked(String channel, String what) {
    return RestAssured.given().get(url + "/stub/" + channel + "/" + what).then().statusCode(200);
  }
}
