package io.github.asynclint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Are the facts of the language corpus those of the reference, body by body? */
class GoldenFactsTest {
  @Test
  void everyBodyOfTheLanguageCorpus() throws IOException {
    List<String> notes = new ArrayList<>();
    Map<String, String> reference = GoldenDump.reference();
    Map<String, String> source = GoldenDump.source(notes);

    Map<String, List<String>> differences = GoldenDump.differences(reference, source);
    System.out.printf(
        "source: %d of %d bodies equal%n", reference.size() - differences.size(), reference.size());
    assertThat(reference).hasSizeGreaterThan(500);
    assertThat(differences).isEmpty();
    assertThat(notes).isEmpty();
  }
}
