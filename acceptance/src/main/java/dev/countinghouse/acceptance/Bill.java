package dev.countinghouse.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the story ends with: every line of every invoice, in order. Two runs of the story end with
 * equal bills.
 *
 * @param rows one a line of an invoice
 */
public record Bill(List<Row> rows) {

  public Bill {
    rows = List.copyOf(rows);
  }

  /** One line of one invoice. */
  public record Row(
      String number, String issuedAt, String status, String line, String amount, String total) {}

  static Bill of(List<JsonNode> invoices) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode invoice : invoices) {
      for (JsonNode line : invoice.path("lines")) {
        rows.add(row(invoice, line));
      }
    }
    return new Bill(rows);
  }

  private static Row row(JsonNode invoice, JsonNode line) {
    return new Row(
        invoice.path("number").asText(),
        invoice.path("issuedAt").asText(),
        invoice.path("status").asText(),
        line.path("description").asText(),
        money(line.path("amount")),
        money(invoice.path("total")));
  }

  private static String money(JsonNode money) {
    return money.path("amount").asText() + " " + money.path("currency").asText();
  }

  /** The bill as a table for a terminal. */
  public String table() {
    StringBuilder table = new StringBuilder();
    String format = "%-12s %-20s %-8s %-56s %14s %14s%n";
    table.append(format.formatted("invoice", "issued", "status", "line", "amount", "total"));
    String last = "";
    for (Row row : rows) {
      boolean head = !row.number().equals(last);
      table.append(
          format.formatted(
              head ? row.number() : "",
              head ? row.issuedAt() : "",
              head ? row.status() : "",
              row.line(),
              row.amount(),
              head ? row.total() : ""));
      last = row.number();
    }
    return table.toString();
  }
}
