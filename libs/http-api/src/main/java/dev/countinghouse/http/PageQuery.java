package dev.countinghouse.http;

import java.util.List;

/**
 * A page that was asked for.
 *
 * @param after the sort key after which it begins
 * @param limit how many items it shows at most
 */
public record PageQuery(String list, List<String> after, int limit) {

  public PageQuery {
    after = List.copyOf(after);
  }

  /** How many to read: one more than is shown tells whether there is a next page. */
  public int fetch() {
    return limit + 1;
  }

  public String text(int position) {
    return after.get(position);
  }

  public long number(int position) {
    return Long.parseLong(after.get(position));
  }
}
