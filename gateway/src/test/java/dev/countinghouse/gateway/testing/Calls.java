package dev.countinghouse.gateway.testing;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** Calls as somebody. */
public final class Calls {

  private Calls() {}

  public static RequestSpecification anonymous() {
    return RestAssured.given();
  }

  /** With a token. */
  public static RequestSpecification as(String token) {
    return RestAssured.given().header("Authorization", "Bearer " + token);
  }

  /** As a person without a suite-wide role. */
  public static RequestSpecification asPerson(String subject) {
    return as(Tokens.person(subject));
  }

  /** As somebody who may touch every channel. */
  public static RequestSpecification asOperator() {
    return as(Tokens.withRoles("operator-1", "operator"));
  }
}
