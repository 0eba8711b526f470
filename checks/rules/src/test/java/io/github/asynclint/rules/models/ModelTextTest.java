package io.github.asynclint.rules.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Are the model files of a class path found, in whatever jars and folders? */
class ModelTextTest {
  private static final String NAME = "META-INF/asynclint/shop.yaml";

  @TempDir Path folder;

  private Path jar(String comment, String... names) throws IOException {
    Path jar = folder.resolve("shop.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.setComment(comment);
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static List<String> names(Path entry) {
    return ModelText.broughtBy(entry).stream()
        .map(text -> text.name().replaceFirst(".*(?=META-INF)", ""))
        .toList();
  }

  @Test
  void jarsBringFilesByNameInOrder() throws IOException {
    Path jar =
        jar(
            "",
            "shop/Orders.class",
            "META-INF/asynclint/z.yaml",
            NAME,
            "META-INF/asynclint/models.txt",
            "META-INF/other/a.yaml");
    assertThat(names(jar)).containsExactly(NAME, "META-INF/asynclint/z.yaml");
    assertThat(ModelText.broughtBy(jar).get(0).text()).isEqualTo(NAME);
    assertThat(names(jar("", "shop/Orders.class"))).isEmpty();
  }

  @Test
  void aCommentAtTheEndHidesNothing() throws IOException {
    assertThat(names(jar("built on Monday", "shop/Orders.class", NAME))).containsExactly(NAME);
    assertThat(names(jar("built on Monday", "shop/Orders.class"))).isEmpty();
  }

  @Test
  void whatIsNoJarBringsNothing() throws IOException {
    assertThat(names(folder.resolve("none"))).isEmpty();
    assertThat(names(Files.writeString(folder.resolve("short"), "PK"))).isEmpty();
    assertThat(names(Files.writeString(folder.resolve("long"), "no jar".repeat(50)))).isEmpty();
    Path cut = jar("", "shop/Orders.class", NAME);
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 10));
    assertThat(names(cut)).isEmpty();
  }

  @Test
  void readsTheDirectoriesOfRealJars() throws IOException {
    int jars = 0;
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        jars++;
        String last;
        try (ZipFile zip = new ZipFile(entry)) {
          last = zip.stream().reduce((one, other) -> other).orElseThrow().getName();
        }
        assertThat(JarNames.mayStartWith(last, Path.of(entry))).as(entry).isTrue();
        assertThat(JarNames.mayStartWith("META-INF/asynclint/none", Path.of(entry)))
            .as(entry)
            .isFalse();
      }
    }
    assertThat(jars).isGreaterThan(100);
  }

  @Test
  void foldersBringFiles() throws IOException {
    Files.createDirectories(folder.resolve("classes/META-INF/asynclint"));
    Files.writeString(folder.resolve("classes").resolve(NAME), "format: 1");
    assertThat(names(folder.resolve("classes"))).containsExactly(NAME);
    assertThat(names(folder.resolve("classes/META-INF"))).isEmpty();
  }
}
