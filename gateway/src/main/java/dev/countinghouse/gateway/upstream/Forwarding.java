package dev.countinghouse.gateway.upstream;

import io.vertx.httpproxy.Body;

/**
 * How a request goes on to a service.
 *
 * @param token internal token of the caller
 * @param requestId what the request is called in every log
 */
record Forwarding(Upstream upstream, String token, String requestId, Body body) {}
