package dev.countinghouse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SealedCursorsTest {

  private final Cursors cursors = cursors("one secret");

  @Test
  @DisplayName("a cursor opens on the list that gave it out")
  void opens() {
    String cursor = cursors.seal("invoices:ch_1", List.of("2024-03-05T00:00:00Z", "inv_1"));

    assertThat(cursors.open("invoices:ch_1", cursor))
        .containsExactly("2024-03-05T00:00:00Z", "inv_1");
  }

  @Test
  @DisplayName("no cursor is the first page")
  void firstPage() {
    assertThat(cursors.open("invoices:ch_1", null)).isNull();
  }

  @Test
  @DisplayName("SYS-3 a cursor of another list or channel is refused")
  void foreignList() {
    String cursor = cursors.seal("invoices:ch_1", List.of("1"));

    assertThatThrownBy(() -> cursors.open("invoices:ch_2", cursor))
        .hasMessageContaining("page.cursor");
  }

  @Test
  @DisplayName("a cursor with any one character changed is refused")
  void tampered() {
    String cursor = cursors.seal("invoices:ch_1", List.of("1", "2"));

    for (int at = 0; at < cursor.length() - 1; at++) {
      String changed = changed(cursor, at);
      assertThatThrownBy(() -> cursors.open("invoices:ch_1", changed))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("page.cursor");
    }
  }

  @Test
  @DisplayName("a cursor of another secret, an empty, a long and a non-base64 one are refused")
  void forged() {
    String other = cursors("another secret").seal("l", List.of("1"));

    for (String forged : List.of(other, "", "AA", "not base64!", "A".repeat(100_000))) {
      assertThatThrownBy(() -> cursors.open("l", forged)).hasMessageContaining("page.cursor");
    }
  }

  private static String changed(String cursor, int at) {
    char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
    return cursor.substring(0, at) + other + cursor.substring(at + 1);
  }

  private static Cursors cursors(String secret) {
    return new SealedCursors(new ObjectMapper(), new Settings(Optional.of(secret), 50, 200));
  }

  private record Settings(Optional<String> secret, int defaultLimit, int maxLimit)
      implements CursorSettings {}
}
