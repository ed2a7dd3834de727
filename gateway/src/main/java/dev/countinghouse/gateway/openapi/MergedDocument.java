package dev.countinghouse.gateway.openapi;

import dev.countinghouse.contracts.ServiceName;
import java.util.Set;

/**
 * The document as it is served.
 *
 * @param missing services whose document could never be fetched
 * @param madeAtNanos of the monotonic clock
 */
record MergedDocument(String json, String yaml, Set<ServiceName> missing, long madeAtNanos) {
  MergedDocument {
    missing = Set.copyOf(missing);
  }
}
