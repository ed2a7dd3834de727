package dev.countinghouse.gateway.web;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What a person sees who opens the gateway in a browser. */
@ApplicationScoped
public class IndexPage {

  private static final String HTML =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Countinghouse</title>
      <h1>Countinghouse</h1>
      <p>Counts what a chat business uses and keeps the books for it.</p>
      <ul>
        <li><a href="/docs">The API, to read and to try</a></li>
        <li><a href="/openapi">The API as an OpenAPI document</a> (<a href="/openapi.yaml">YAML</a>)</li>
        <li><a href="/q/health">Health</a></li>
      </ul>
      </html>
      """;

  void register(@Observes Router router) {
    router.get("/").handler(IndexPage::answer);
  }

  private static void answer(RoutingContext http) {
    http.response().putHeader("Content-Type", "text/html; charset=utf-8").end(HTML);
  }
}
