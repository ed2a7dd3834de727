package dev.countinghouse.gateway.access;

import dev.countinghouse.contracts.RouteMatch;
import dev.countinghouse.contracts.internal.Membership;
import dev.countinghouse.gateway.directory.MembershipDirectory;
import dev.countinghouse.gateway.domain.AccessDecision;
import dev.countinghouse.gateway.domain.AccessRules;
import dev.countinghouse.gateway.domain.Identity;
import dev.countinghouse.gateway.refusal.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Decides whether a proven caller may make a call. */
@ApplicationScoped
public class Access {

  private final MembershipDirectory directory;

  Access(MembershipDirectory directory) {
    this.directory = directory;
  }

  /** The decision; refused only when it cannot be made. */
  public Uni<Verdict<AccessDecision>> decide(RouteMatch.Found call, Identity asking) {
    return switch (asking) {
      case Identity.Suite suite -> decided(AccessRules.ofSuite(call, suite));
      case Identity.Key key ->
          decided(AccessRules.ofMember(call, key.subject(), List.of(key.membership())));
      case Identity.Person person -> ofPerson(call, person.subject());
    };
  }

  private Uni<Verdict<AccessDecision>> ofPerson(RouteMatch.Found call, String subject) {
    return directory
        .of(subject)
        .flatMap(kept -> kept.then(memberships -> upToDate(call, subject, memberships)))
        .map(answer -> answer.thenNow(held -> decision(call, subject, held)));
  }

  private Uni<Verdict<List<Membership>>> upToDate(
      RouteMatch.Found call, String subject, List<Membership> kept) {
    return AccessRules.lacksChannel(call, kept)
        ? directory.ofNow(subject)
        : Uni.createFrom().item(Verdict.passed(kept));
  }

  private static Verdict<AccessDecision> decision(
      RouteMatch.Found call, String subject, List<Membership> memberships) {
    return Verdict.passed(AccessRules.ofMember(call, subject, memberships));
  }

  private static Uni<Verdict<AccessDecision>> decided(AccessDecision decision) {
    return Uni.createFrom().item(Verdict.passed(decision));
  }
}
