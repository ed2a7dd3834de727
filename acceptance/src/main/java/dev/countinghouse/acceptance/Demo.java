package dev.countinghouse.acceptance;

import java.time.Duration;
import java.time.Instant;

/**
 * {@code bin/up --demo}: plays the story against a running suite, tells each chapter and prints the
 * bill.
 */
public final class Demo {

  private Demo() {}

  /** Exit status 0 only when every step of the story held. */
  public static void main(String[] arguments) {
    Instant began = Instant.now();
    Story story = new Story(Gateway.fromEnvironment(), Demo::tell);
    try {
      Bill bill = story.play();
      System.out.printf(
          "%nThe story held in %.1f s. The bill of %s:%n%n%s%n",
          Duration.between(began, Instant.now()).toMillis() / 1000.0,
          story.channel(),
          bill.table());
    } catch (StepFailed e) {
      System.out.println("\nThe story did not hold: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void tell(Chapter chapter) {
    System.out.println("  " + (chapter.ordinal() + 1) + ". " + chapter.title());
  }
}
