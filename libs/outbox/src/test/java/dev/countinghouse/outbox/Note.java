package dev.countinghouse.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity, so that the test application has a Hibernate session. */
@Entity
public class Note {
  @Id public String id = "";
}
