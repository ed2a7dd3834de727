package dev.countinghouse.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The program behind {@code bin/check-ledger}: reads the trial balance of a running suite page by
 * page and says which channels' balances are not what their journal says.
 */
final class LedgerCheck {

  private static final int PAGE = 100;
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"channel\":\"([^\"]+)\".*?\"sum\":\"([^\"]+)\".*?\"differs\":(true|false)\\}");
  private static final Pattern TOTALS =
      Pattern.compile("\"totals\":\\{.*?\"sum\":\"([^\"]+)\".*?\"differs\":(true|false)\\}");
  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final Pattern SETTING = Pattern.compile("\"(\\w+)\": \"([^\"]*)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI gateway;
  private final String token;
  private long channels;
  private long differing;
  private boolean isWrongAsAWhole;

  private LedgerCheck(URI gateway, String token) {
    this.gateway = gateway;
    this.token = token;
  }

  /**
   * @param arguments the suite's data directory, where {@code up.json} says how to reach it
   */
  public static void main(String[] arguments) {
    try {
      System.exit(open(Path.of(arguments[0]), System.getenv()).run());
    } catch (StackException e) {
      System.err.println("bin/check-ledger: " + e.getMessage());
      System.exit(2);
    }
  }

  private static LedgerCheck open(Path data, Map<String, String> environment) {
    String gateway = environment.get("COUNTINGHOUSE_GATEWAY");
    String token = environment.get("COUNTINGHOUSE_OPERATOR_TOKEN");
    if (gateway != null && token != null) {
      return new LedgerCheck(URI.create(gateway), token);
    }
    Path report = data.resolve("up.json");
    return new LedgerCheck(
        URI.create(setting(report, "gateway")), setting(report, "operatorToken"));
  }

  private static String setting(Path report, String name) {
    try {
      return SETTING
          .matcher(Files.readString(report))
          .results()
          .filter(found -> found.group(1).equals(name))
          .map(found -> found.group(2))
          .findFirst()
          .orElseThrow(() -> new StackException(report + " does not name the " + name));
    } catch (IOException e) {
      throw new StackException(
          "no suite is running by %s; start one with bin/up, or set COUNTINGHOUSE_GATEWAY and COUNTINGHOUSE_OPERATOR_TOKEN"
              .formatted(report),
          e);
    }
  }

  private int run() {
    String cursor = null;
    do {
      cursor = check(page(cursor));
    } while (cursor != null);
    System.out.printf("%d channels with points, %d differ%n", channels, differing);
    return differing == 0 && !isWrongAsAWhole ? 0 : 1;
  }

  /** Counts what a page shows and gives the cursor of the next. */
  private @Nullable String check(String page) {
    Matcher totals = TOTALS.matcher(page);
    if (totals.find()) {
      System.out.printf("the whole journal sums to %s PU%n", totals.group(1));
      isWrongAsAWhole = isWrong(totals.group(1), totals.group(2));
    }
    Matcher line = LINE.matcher(page);
    while (line.find()) {
      count(line.group(1), isWrong(line.group(2), line.group(3)));
    }
    Matcher next = NEXT.matcher(page);
    return next.find() ? next.group(1) : null;
  }

  private void count(String channel, boolean wrong) {
    channels++;
    if (wrong) {
      differing++;
      System.out.println(channel + " differs from its journal");
    }
  }

  private static boolean isWrong(String sum, String differs) {
    return !sum.equals("0") || differs.equals("true");
  }

  private String page(@Nullable String cursor) {
    String query = "?limit=" + PAGE + (cursor == null ? "" : "&cursor=" + encoded(cursor));
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/v1/pu/trial-balance" + query))
            .header("Authorization", "Bearer " + token)
            .timeout(LIMIT)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new StackException(
            "%s answers %d: %s".formatted(request.uri(), answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new StackException(gateway + " does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
