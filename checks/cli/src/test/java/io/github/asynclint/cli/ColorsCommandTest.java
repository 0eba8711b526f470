package io.github.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class ColorsCommandTest {
  /** A main method, a task of a pool that sleeps in a helper, and a task that does nothing. */
  private static final String ORDERS =
      """
      package shop;

      import java.util.concurrent.ExecutorService;
      import java.util.concurrent.Executors;

      class Orders {
        private final ExecutorService pool = Executors.newFixedThreadPool(2);

        public static void main(String[] args) throws InterruptedException {
          new Orders().start();
          pause();
        }

        void start() {
          pool.execute(() -> retry(3));
          pool.execute(() -> System.gc());
        }

        private static void retry(int times) {
          try {
            pause();
          } catch (InterruptedException e) {
            retry(times - 1);
          }
        }

        private static void pause() throws InterruptedException {
          Thread.sleep(100);
          Thread.sleep(200);
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void showsEntryPointsWithTheirThreadsAndTheWays() throws IOException {
    Samples.write(folder, "shop/Orders.java", ORDERS);
    String file = folder.resolve("shop/Orders.java").toString().replace('\\', '/');

    Run run = Run.of("colors", folder);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            Entry points that hold a thread which may block

            FILE:9: Orders.main
               runs on    the main thread: the program starts in Orders.main (Orders.java:9)
               leads to   Orders.pause (Orders.java:11)
                            blocks: java.lang.Thread.sleep, which sleeps (Orders.java:28)

            FILE:15: lambda in Orders.start
               runs on    a thread pool: Executors.newFixedThreadPool (Orders.java:7)
               leads to   Orders.retry (Orders.java:15)
                            Orders.pause (Orders.java:21)
                              blocks: java.lang.Thread.sleep, which sleeps (Orders.java:28)

            Entry points of which nothing is known to hold the thread

               a thread pool
                 FILE:16: lambda in Orders.start

            3 entry points: 0 hold a thread that must not block, 2 hold one that may, 0 hold one that nobody knows
            """
                .replace("FILE", file));
  }

  @Test
  void writesToAFile() throws IOException {
    Samples.write(folder, "shop/Orders.java", ORDERS);
    Path target = folder.resolve("colors.dot");

    Run run = Run.of("colors", folder, "--format", "dot", "--output", target);

    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(Files.readString(target)).startsWith("digraph colors {\n").endsWith("}\n");
  }

  @Test
  void readsClassFolders() throws IOException {
    Path file = Samples.write(folder, "src/shop/Orders.java", ORDERS);

    Run run = Run.of("colors", Samples.compile(folder.resolve("classes"), file));

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("shop/Orders.java:15: lambda in Orders.start\n");
  }

  @Test
  void leavesTestsOut() throws IOException {
    Samples.write(folder, "src/test/java/shop/Orders.java", ORDERS);

    Run run = Run.of("colors", folder);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo("no entry points found\n");
  }

  @Test
  void callsThatGoInACircleEnd() throws IOException {
    Samples.write(folder, "shop/Orders.java", ORDERS.replace("Thread.sleep(200);", "retry(2);"));

    Run run = Run.of("colors", folder);
    Run svg = Run.of("colors", folder, "--format", "svg");

    assertThat(run.out()).contains("Orders.retry (Orders.java:29), as above\n");
    assertThat(svg.exit()).isZero();
  }

  @Test
  void escapesWhatItShows() throws Exception {
    Path file = folder.resolve("shop").resolve("a <b>&amp;.java");
    Samples.write(folder, "shop/a <b>&amp;.java", ORDERS);

    Run svg = Run.of("colors", file, "--format", "svg");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg.out())));

    assertThat(svg.out()).contains("a &lt;b&gt;&amp;amp;.java:9").doesNotContain("<b>");
    assertThat(document.getDocumentElement().getTextContent()).contains("a <b>&amp;.java:9");
  }

  @Test
  void quotesInTheGraphAreEscaped() throws IOException {
    Samples.write(folder, "shop/a\"b.java", ORDERS);

    Run run = Run.of("colors", folder, "--format", "dot");

    assertThat(run.out()).contains("\\na\\\"b.java:9\\n");
  }

  @Test
  void badInputCostsOneLine() throws IOException {
    Samples.write(folder, "shop/Orders.java", ORDERS);

    Run nowhere = Run.of("colors", folder.resolve("nowhere"));
    Run output = Run.of("colors", folder, "--output", folder);
    Run models = Run.of("colors", folder, "--models", folder.resolve("none.yaml"));

    assertThat(nowhere.exit()).isEqualTo(2);
    assertThat(nowhere.err().lines())
        .containsExactly("asynclint: no such file or folder: " + folder.resolve("nowhere"));
    assertThat(output.exit()).isEqualTo(2);
    assertThat(output.err()).contains("is a folder");
    assertThat(models.exit()).isEqualTo(2);
    assertThat(models.err()).contains("none.yaml: no such file or folder");
    assertThat(Run.of("colors").exit()).isEqualTo(2);
    assertThat(Run.of("colors", folder, "--format", "pdf").exit()).isEqualTo(2);
  }

  @Test
  void looksAtEveryFileWhereTwoPathsDeclareTheSameClass() throws IOException {
    Samples.write(folder, "one/shop/Orders.java", ORDERS);
    Samples.write(folder, "two/shop/Orders.java", ORDERS);

    Run run = Run.of("colors", folder.resolve("one"), folder.resolve("two"));

    assertThat(run.out())
        .contains("one/shop/Orders.java:15: ")
        .contains("two/shop/Orders.java:15: ")
        .contains("\n6 entry points: ");
  }
}
