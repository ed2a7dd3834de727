package dev.countinghouse.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** This running process, told apart from every other. */
@ApplicationScoped
class Pod {

  private final String id = UUID.randomUUID().toString();

  String id() {
    return id;
  }
}
