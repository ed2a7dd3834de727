package dev.countinghouse.metering.domain;

/** What is known of a user (MAU-4). */
public enum UserClass {
  ANONYMOUS,
  LEAD,
  MEMBER
}
