package dev.countinghouse.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks the gateway's local issuer, which only the profile {@code local} has, for tokens. */
final class LocalIssuer {

  private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");
  private static final int MILLIS = 10_000;

  private LocalIssuer() {}

  static String token(URI gateway, String subject, List<String> roles) {
    String list = roles.stream().map(role -> '"' + role + '"').collect(Collectors.joining(","));
    String body = "{\"subject\":\"%s\",\"roles\":[%s]}".formatted(subject, list);
    try {
      return parse(post(gateway.resolve("/local-issuer/token"), body));
    } catch (IOException e) {
      throw new StackException("the gateway issues no token: " + e.getMessage(), e);
    }
  }

  private static String post(URI url, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setConnectTimeout(MILLIS);
    connection.setReadTimeout(MILLIS);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String parse(String answer) throws IOException {
    Matcher matcher = TOKEN.matcher(answer);
    if (!matcher.find()) {
      throw new IOException("its answer holds no token");
    }
    return matcher.group(1);
  }
}
