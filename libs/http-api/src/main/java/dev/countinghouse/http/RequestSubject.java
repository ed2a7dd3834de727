package dev.countinghouse.http;

/** Who sent the request at hand; the caller library answers it. */
public interface RequestSubject {

  /** The proven caller's id. */
  String subject();
}
