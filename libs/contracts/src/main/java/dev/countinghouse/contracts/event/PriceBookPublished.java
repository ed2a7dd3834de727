package dev.countinghouse.contracts.event;

/**
 * A version of a price book is published; it never changes (BOOK-1). Source: subscription. Its key
 * is no channel but {@link #key}: it concerns every channel that is on that version or will be.
 *
 * @param version from 1
 * @param document the book's JSON as text: whatever a reader makes of numbers, a price stays as it
 *     was written
 */
public record PriceBookPublished(String id, int version, String document) {
  public static final String TYPE = "price-book.published";
  private static final String KEY = "price-book:";

  /** What the events of a book are ordered by. No channel's id looks like it. */
  public static String key(String id) {
    return KEY + id;
  }

  /** Whether events of a book are ordered by that key. */
  public static boolean isKey(String key) {
    return key.startsWith(KEY);
  }
}
