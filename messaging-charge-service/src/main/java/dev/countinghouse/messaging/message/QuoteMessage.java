package dev.countinghouse.messaging.message;

import dev.countinghouse.messaging.MessagingSettings;
import dev.countinghouse.messaging.domain.MessageKind;
import dev.countinghouse.messaging.domain.PriceText;
import dev.countinghouse.messaging.rate.RateCards;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Prices a message without sending it (MSG-1…4). */
@ApplicationScoped
public class QuoteMessage {

  private final RateCards rateCards;
  private final MessagingSettings settings;

  QuoteMessage(RateCards rateCards, MessagingSettings settings) {
    this.rateCards = rateCards;
    this.settings = settings;
  }

  public Uni<Quote> execute(String channel, MessageRequest request) {
    if (request.fallback() != null) {
      return Uni.createFrom().item(new Quote.FallbackNotOffered());
    }
    if (request.fullText().length() > settings.maxTextLength()) {
      return Uni.createFrom().item(new Quote.TextTooLong(settings.maxTextLength()));
    }
    Optional<String> country = Destinations.country(request.to());
    if (country.isEmpty()) {
      return Uni.createFrom().item(new Quote.InvalidNumber());
    }
    MessageKind kind = MessageKind.of(request.kind()).orElseThrow();
    return rateCards
        .of(channel)
        .map(card -> PriceText.price(card, kind, country.get(), request.fullText()))
        .map(Quote.OfRates::new);
  }
}
