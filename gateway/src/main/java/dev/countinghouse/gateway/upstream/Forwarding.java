package dev.countinghouse.gateway.upstream;

import io.vertx.httpproxy.ProxyRequest;

/**
 * How a request goes on to a service.
 *
 * @param token internal token of the caller
 * @param requestId what the request is called in every log
 * @param traced whether a tracer says in the headers which trace the request belongs to
 * @param onward the client's request, to be changed into what the service shall see
 */
record Forwarding(
    Upstream upstream, String token, String requestId, boolean traced, ProxyRequest onward) {}
