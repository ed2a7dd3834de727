package dev.countinghouse.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opaque cursors that cannot be forged or moved to another list: positions sealed with an HMAC over
 * the list's name.
 */
public interface Cursors {

  /**
   * The limit that a page request means: the default when absent; out of range is a problem {@code
   * page.limit}.
   */
  int limit(@Nullable Integer requested);

  /**
   * Seals a position.
   *
   * @param list names the list and whose it is: {@code invoices:ch_…}
   * @param position the sort key's values of the last item shown
   */
  String seal(String list, List<String> position);

  /**
   * The position in a cursor, or null for the first page; a forged or foreign one is a problem
   * {@code page.cursor}.
   */
  @Nullable List<String> open(String list, @Nullable String cursor);
}
