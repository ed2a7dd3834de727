package dev.countinghouse.subscription.pricebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemChecksTest {

  private static final String HEAD = "id: x\nversion: 1\neffectiveFrom: 2024-01-01\n";
  private static final String PRICE = "price: {model: flat, amount: 5.25}";

  @ParameterizedTest(name = "{0}")
  @DisplayName("BOOK-1 what could be neither sold nor billed is refused, the field named")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prepaidDiscount: 1 | prepaidDiscount
          prepaidDiscount: -0.1 | prepaidDiscount
          prepaidDiscount: much | prepaidDiscount
          prepaidDiscount: 1e-999999999 | prepaidDiscount
          prepaidDiscount: {value: "1"} | prepaidDiscount.value
          plans: [{id: p, allowances: {a: -1}}] | plans[0].allowances.a
          plans: [{id: p, allowances: {a: "5"}}] | plans[0].allowances.a
          plans: [{id: p, limits: {a: 10000000000}}] | plans[0].limits.a
          plans: [{id: p, limits: 5}] | plans[0].limits
          items: [{id: a}, {id: a}] | items[1].id
          items: [{id: a, kind: counter, meter: m}, {id: b, kind: counter, meter: m}] | items[1].meter
          items: [{id: a, kind: tally}] | items[0].kind
          items: [{id: a, group: 5}] | items[0].group
          items: [{id: a, window: weekly}] | items[0].window
          items: [{id: a, prepaidOnly: "yes"}] | items[0].prepaidOnly
          items: [{id: a, prepaid: 5, PRICE}] | items[0].prepaid
          items: [{id: a, prepaid: {max: 5}, PRICE}] | items[0].prepaid.min
          items: [{id: a, prepaid: {min: 0, max: 5}, PRICE}] | items[0].prepaid.min
          items: [{id: a, prepaid: {min: 2, max: 1}, PRICE}] | items[0].prepaid.max
          items: [{id: a, prepaid: {min: 1, max: 10000000000}, PRICE}] | items[0].prepaid.max
          items: [{id: a, prepaid: {min: 1, max: 2}}] | items[0].price
          items: [{id: a, window: none, prepaid: {min: 1, max: 2}, PRICE}] | items[0].window
          items: [{id: pu, prepaid: {min: 1, max: 2}, PRICE}] | items[0].window
          """)
  void refused(String part, String field) throws InvalidBook {
    assertThat(book(part).objection()).map(InvalidBook::field).contains(field);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("BOOK-1 what can be sold or billed is taken, on both ends of each bound")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prepaidDiscount: 0
          prepaidDiscount: {value: "0.999999999999", illustrative: true}
          plans: [{id: p, allowances: {a: 0}, limits: {a: 9999999999}}]
          items: [{id: a, kind: gauge, meter: m, PRICE}, {id: b, kind: counter}]
          items: [{id: a, prepaid: {min: 1, max: 1}, PRICE}]
          items: [{id: pu, window: none, prepaid: {min: 1, max: 9999999999}, PRICE}]
          """)
  void taken(String part) throws InvalidBook {
    assertThat(book(part).objection()).isEmpty();
  }

  private static BookDocument book(String part) throws InvalidBook {
    return BookDocument.ofYaml(HEAD + part.replace("PRICE", PRICE));
  }
}
