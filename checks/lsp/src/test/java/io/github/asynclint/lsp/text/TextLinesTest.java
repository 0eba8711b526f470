package io.github.asynclint.lsp.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.engine.facts.Span;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

/** Places are counted as the protocol counts them, and nothing that is sent falls off the text. */
class TextLinesTest {
  private final TextLines lines = new TextLines("ab\r\nc\uD83D\uDE00d\re\n");

  @Test
  void allLineEndsCount() {
    assertThat(lines.count()).isEqualTo(4);
    assertThat(lines.position(0)).isEqualTo(new Position(0, 0));
    assertThat(lines.position(4)).isEqualTo(new Position(1, 0));
    assertThat(lines.position(9)).isEqualTo(new Position(2, 0));
    assertThat(lines.position(11)).isEqualTo(new Position(3, 0));
  }

  @Test
  void columnsAreUtf16() {
    assertThat(lines.offset(new Position(1, 3))).isEqualTo(7);
    assertThat(lines.position(7)).isEqualTo(new Position(1, 3));
  }

  @Test
  void whatLiesOutsideIsMovedInside() {
    assertThat(lines.offset(new Position(0, 99))).isEqualTo(2);
    assertThat(lines.offset(new Position(99, 0))).isEqualTo(11);
    assertThat(lines.offset(new Position(-1, 5))).isZero();
    assertThat(lines.offset(new Position(1, -5))).isEqualTo(4);
    assertThat(lines.position(999)).isEqualTo(new Position(3, 0));
  }

  @Test
  void trimmedLinesLoseTheirBlanks() {
    TextLines code = new TextLines("  int a; \n\n");
    assertThat(code.trimmed(0)).isEqualTo(new Span(2, 8));
    assertThat(code.trimmed(1)).isEqualTo(new Span(10, 10));
    assertThat(code.trimmed(9)).isEqualTo(new Span(11, 11));
  }

  @Test
  void placesMoveWithEditsAndGoWithThoseThatTouchThem() {
    Span place = new Span(10, 15);
    assertThat(new Change(new Span(2, 4), 5).moved(place)).contains(new Span(13, 18));
    assertThat(new Change(new Span(15, 15), 1).moved(place)).contains(place);
    assertThat(new Change(new Span(10, 10), 1).moved(place)).contains(new Span(11, 16));
    assertThat(new Change(new Span(20, 22), 0).moved(place)).contains(place);
    assertThat(new Change(new Span(12, 12), 1).moved(place)).isEmpty();
    assertThat(new Change(new Span(9, 11), 2).moved(place)).isEmpty();
  }
}
