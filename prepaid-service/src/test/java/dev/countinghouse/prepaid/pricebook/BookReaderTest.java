package dev.countinghouse.prepaid.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countinghouse.prepaid.domain.BookItem;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BookReaderTest {

  private static final String PRICE = "\"price\":{\"model\":\"flat\",\"amount\":\"1\"}";

  @Test
  @DisplayName("BOOK-1 what is null is absent, as where the book is published")
  void nulls() {
    assertThat(BookReader.read(book("\"price\":null")).items()).isEmpty();

    BookItem item = item(PRICE + ",\"prepaid\":null,\"meter\":null");
    assertThat(item.sale()).isNull();
    assertThat(item.meter()).isNull();
  }

  @Test
  @DisplayName("PRE-10 an item that is sold has its limits")
  void sold() {
    BookItem item = item(PRICE + ",\"prepaid\":{\"min\":2,\"max\":3},\"meter\":\"m\"");

    assertThat(item.sale()).isEqualTo(new BookItem.Sale(2, 3));
    assertThat(item.meter()).isEqualTo("m");
  }

  private static BookItem item(String members) {
    return Objects.requireNonNull(BookReader.read(book(members)).items().get("a"));
  }

  private static String book(String members) {
    return "{\"id\":\"b\",\"version\":1,\"items\":[{\"id\":\"a\",%s}]}".formatted(members);
  }
}
