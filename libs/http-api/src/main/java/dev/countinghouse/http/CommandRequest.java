package dev.countinghouse.http;

/**
 * A command that carried a key.
 *
 * @param scope what keeps keys of different channels apart
 * @param hash of everything that makes two requests the same
 */
record CommandRequest(String scope, String key, String hash) {}
