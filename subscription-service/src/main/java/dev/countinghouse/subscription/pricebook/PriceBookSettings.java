package dev.countinghouse.subscription.pricebook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;

/** Which books ship, and which one a channel is on that asks for none. */
@ConfigMapping(prefix = "countinghouse.price-books")
public interface PriceBookSettings {

  /** Id of the book of a channel that names none. */
  @WithName("default")
  @WithDefault("mau-2023")
  String defaultBook();

  /** Names of the files below {@code price-books/} that are published at the first start. */
  @WithDefault("mau-2023,usage-2024,interactions,per-user,messages-2024")
  List<String> shipped();

  /**
   * The longest book that is published, in characters of its JSON. Escaped, it may be twice as long
   * in the event that tells it, which {@code countinghouse.outbox.max-data-characters} limits.
   */
  @WithDefault("120000")
  int maxCharacters();
}
