package dev.countinghouse.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.countinghouse.contracts.event.AutoRechargeSwitchedOff;
import dev.countinghouse.contracts.event.InvoiceIssued;
import dev.countinghouse.contracts.event.LotCreated;
import dev.countinghouse.contracts.event.LotExpiring;
import dev.countinghouse.contracts.event.MessageSettled;
import dev.countinghouse.contracts.event.OrderInReview;
import dev.countinghouse.contracts.event.PeriodStarted;
import dev.countinghouse.contracts.event.PriceBookPublished;
import dev.countinghouse.contracts.event.RenewalFailed;
import dev.countinghouse.contracts.event.ReservationFailed;
import dev.countinghouse.contracts.event.SubscriptionEnded;
import dev.countinghouse.contracts.event.TrialEnded;
import dev.countinghouse.contracts.event.TrialStarted;
import dev.countinghouse.contracts.event.UsageCounted;
import dev.countinghouse.contracts.event.UsageThresholdReached;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is on the wire today is what consumers of yesterday and tomorrow read. */
class GoldenSamplesTest {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static Stream<Class<?>> records() {
    return Stream.of(
        ChannelView.class,
        TrialStarted.class,
        TrialEnded.class,
        PeriodStarted.class,
        PriceBookPublished.class,
        SubscriptionEnded.class,
        InvoiceIssued.class,
        MessageSettled.class,
        LotCreated.class,
        UsageCounted.class,
        AutoRechargeSwitchedOff.class,
        RenewalFailed.class,
        ReservationFailed.class,
        OrderInReview.class,
        LotExpiring.class,
        UsageThresholdReached.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  @DisplayName("a published record is read from its golden sample and written the same again")
  void sameAgain(Class<?> type) throws IOException {
    String sample = sample(type);

    Object read = MAPPER.readValue(sample, type);

    assertThat(MAPPER.valueToTree(read).toString()).isEqualTo(MAPPER.readTree(sample).toString());
  }

  private static String sample(Class<?> type) throws IOException {
    String name = "/samples/" + type.getSimpleName() + ".json";
    try (InputStream file = GoldenSamplesTest.class.getResourceAsStream(name)) {
      byte[] text = Objects.requireNonNull(file, name).readAllBytes();
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}
