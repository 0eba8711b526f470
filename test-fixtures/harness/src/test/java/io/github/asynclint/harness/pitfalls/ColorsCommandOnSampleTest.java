package io.github.asynclint.harness.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.asynclint.cli.Asynclint;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * What does {@code asynclint colors} say of the web shop? {@code -Dasynclint.update=true} writes the golden
 * files anew.
 */
@ExtendWith(Harness.Provider.class)
final class ColorsCommandOnSampleTest {
  private static final Pattern LABEL = Pattern.compile("\\[label=\"(.*?)(?<!\\\\)\", fillcolor");

  @ParameterizedTest
  @ValueSource(strings = {"text", "dot", "svg"})
  void reportIsAsRecorded(String format, Harness harness) throws IOException {
    Path golden =
        harness
            .fixtures()
            .home()
            .resolve("test-fixtures/projects/colors")
            .resolve("webshop." + (format.equals("text") ? "txt" : format));
    String report = colors(format, harness);
    if (Boolean.getBoolean("asynclint.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, report);
    }

    assertThat(report).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    assertThat(colors(format, harness)).isEqualTo(report);
  }

  @Test
  void pictureIsWellFormedAndShowsAllNodesOfTheGraph(Harness harness) throws Exception {
    List<String> labels =
        LABEL
            .matcher(colors("dot", harness))
            .results()
            .map((MatchResult match) -> match.group(1))
            .flatMap(label -> List.of(label.split("\\\\n")).stream())
            .toList();

    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(colors("svg", harness))));

    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(labels).hasSizeGreaterThan(100);
    assertThat(texts(svg)).containsAll(labels);
  }

  private static List<String> texts(Document svg) {
    List<String> texts = new ArrayList<>();
    NodeList nodes = svg.getElementsByTagName("text");
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  /** The report, with paths from the folder of the web shop. */
  private static String colors(String format, Harness harness) {
    Path shop = SampleProject.home(harness.fixtures());
    String libraries =
        harness.fixtures().libraries().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(List.of("colors", "--format", format, "--classpath", libraries));
    for (String module : List.of("catalog", "shop", "storage")) {
      command.add(shop.resolve(module).resolve("src/main/java").toString());
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Asynclint.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(command.toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    assertThat(exit).isZero();
    return out.toString().replace(shop.toString().replace('\\', '/') + "/", "");
  }
}
