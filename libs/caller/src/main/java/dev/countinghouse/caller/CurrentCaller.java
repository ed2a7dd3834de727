package dev.countinghouse.caller;

import dev.countinghouse.http.Problem;
import dev.countinghouse.http.ProblemException;
import dev.countinghouse.http.RequestSubject;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who sent the request at hand. */
@RequestScoped
public class CurrentCaller implements RequestSubject {

  private @Nullable Caller caller;

  /**
   * The proven caller.
   *
   * @throws ProblemException 401 where the request has none
   */
  public Caller caller() {
    Caller proven = caller;
    if (proven == null) {
      throw new ProblemException(
          Problem.of(401, "auth.missing", "This call needs a bearer token."));
    }
    return proven;
  }

  @Override
  public String subject() {
    return caller().subject();
  }

  void set(Caller proven) {
    this.caller = proven;
  }
}
