package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.asynclint.engine.model.Certainty;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Do marks say what they mean, and do typing mistakes in them come to light? */
final class MarksTest {
  private final Marks marks = new Marks(Set.of("FakeAsync", "NestedFuture"));

  @Test
  void readsRulesCertaintiesAndLines() {
    List<Mark> found =
        marks.of("a/B.java", "class B {}\nint x; // expect: FakeAsync, NestedFuture likely\n");

    assertThat(found).extracting(Mark::rule).containsExactly("FakeAsync", "NestedFuture");
    assertThat(found).extracting(Mark::line).containsOnly(2);
    assertThat(found.get(0).certainty()).isEmpty();
    assertThat(found.get(1).certainty()).contains(Certainty.LIKELY);
    assertThat(found).allSatisfy(mark -> assertThat(mark.seats()).contains(Seat.values()));
  }

  @Test
  void readsSeatsWithTheirReason() {
    Mark mark =
        marks
            .of("B.java", "f(); // expect[error-prone, source]: FakeAsync definite - no text there")
            .get(0);

    assertThat(mark.seats()).containsExactlyInAnyOrder(Seat.ERROR_PRONE, Seat.SOURCE);
    assertThat(mark.certainty()).contains(Certainty.DEFINITE);
    assertThat(mark.reason()).isEqualTo("no text there");
  }

  @Test
  void readsKnownErrors() {
    List<Mark> found =
        marks.of(
            "B.java",
            "f(); // missed-alarm: FakeAsync - well-hidden\n"
                + "g(); // false-alarm: NestedFuture - cannot see it\n");

    assertThat(found)
        .extracting(Mark::kind)
        .containsExactly(Mark.Kind.MISSED_ALARM, Mark.Kind.FALSE_ALARM);
    assertThat(found).extracting(Mark::wantsFinding).containsExactly(false, true);
    assertThat(found.get(0).reason()).isEqualTo("well-hidden");
  }

  @Test
  void leavesOtherCommentsAlone() {
    assertThat(marks.of("B.java", "f(); // expected to fail\n// we expect a lot: all of it\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f(); // expect: FakeAsink | no such rule: FakeAsink",
        "f(); // expect FakeAsync | malformed mark",
        "f(); // expect : FakeAsync | malformed mark",
        "f(); // expect: | malformed mark",
        "f(); //expect: FakeAsync | malformed mark",
        "f(); // Expect: FakeAsync | malformed mark",
        "f(); // expects: FakeAsync | malformed mark",
        "f(); // expect: FakeAsync sure | malformed mark",
        "f(); // expect: FakeAsync likely because | malformed mark",
        "f(); // expect: FakeAsync, FakeAsync | FakeAsync is marked twice",
        "f(); // expect[eclipse]: FakeAsync - x | no such seat: eclipse",
        "f(); // expect[source, source]: FakeAsync - x | seat named twice: source",
        "f(); // expect[source]: FakeAsync | needs a reason",
        "f(); // missed-alarm: FakeAsync | needs a reason",
        "// expect: FakeAsync | at the end of a line of code",
      })
  void refusesWhatDoesNotFollowTheGrammar(String line, String problem) {
    assertThatThrownBy(() -> marks.of("a/B.java", "\n" + line))
        .isInstanceOf(Marks.MalformedMarkException.class)
        .hasMessageStartingWith("a/B.java:2: ")
        .hasMessageContaining(problem);
  }
}
