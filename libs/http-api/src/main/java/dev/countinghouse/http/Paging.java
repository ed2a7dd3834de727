package dev.countinghouse.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of any list that is sorted by a unique key. */
@ApplicationScoped
public class Paging {

  /** A position above every id: where a list begins that shows the newest first. */
  public static final String ABOVE_ALL = "~";

  private final Cursors cursors;

  Paging(Cursors cursors) {
    this.cursors = cursors;
  }

  /**
   * Reads what a request asks for.
   *
   * @param list names the list and whose it is
   * @param first the position before the first item
   */
  public PageQuery open(
      String list, List<String> first, @Nullable String cursor, @Nullable Integer limit) {
    List<String> opened = cursors.open(list, cursor);
    return new PageQuery(list, opened == null ? first : opened, cursors.limit(limit));
  }

  /**
   * The page.
   *
   * @param found the items after the position, {@link PageQuery#fetch} of them if there are
   * @param position the sort key of an item
   */
  public <T> Page<T> close(PageQuery query, List<T> found, Function<T, List<String>> position) {
    if (found.size() <= query.limit()) {
      return new Page<>(found, null);
    }
    List<T> shown = found.subList(0, query.limit());
    return new Page<>(shown, cursors.seal(query.list(), position.apply(shown.getLast())));
  }
}
