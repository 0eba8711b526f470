package io.github.asynclint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Is what a project's own file says of sources and libraries understood, also when it changes? */
class ProjectFileTest {
  @TempDir private Path folder;

  /** Compiles the store to a class folder, as another build has done. */
  private void compileStore(Path target) throws IOException {
    Path source = Shop.write(folder.resolve("elsewhere"), "shop/Store.java", Shop.STORE);
    Files.createDirectories(target);
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", target.toString(), source.toString());
    assertThat(exit).isZero();
  }

  @Test
  void theFileSaysWhereSourcesAreAndIsReadAgain() throws IOException {
    Path shop = folder.resolve("workspace/shop");
    Path orders = Shop.write(shop, "src/shop/Orders.java", Shop.ORDERS);
    Shop.write(shop, "more/shop/Store.java", Shop.STORE);
    Path file = Shop.write(shop, "asynclint.yaml", "format: 1\nsources: [src]\n");
    try (Editor editor = Editor.of(Disk.options(), folder.resolve("workspace"))) {
      editor.open(orders, Shop.ORDERS);
      assertThat(editor.diagnostics(orders)).isEmpty();
      Files.writeString(file, "format: 1\nsources: [src, more]\n");
      Disk.told(editor, FileChangeType.Changed, file);
      Disk.awaitFindings(editor, orders, 1);
      Files.writeString(file, "format: 1\nsources: [src, mre]\n");
      Disk.told(editor, FileChangeType.Changed, file);
      Disk.awaitFindings(editor, orders, 0);
      assertThat(editor.messages())
          .anySatisfy(
              each -> {
                assertThat(each.getType()).isEqualTo(MessageType.Warning);
                assertThat(each.getMessage())
                    .contains(file + ":2: sources: nothing is called mre in " + shop);
              });
      Files.delete(file);
      Disk.told(editor, FileChangeType.Deleted, file);
      Disk.awaitFindings(editor, orders, 1);
    }
  }

  @Test
  void theClassPathIsReadAgainWhenTheBuildHasWrittenIt() throws IOException {
    compileStore(folder.resolve("classes"));
    Path orders = Shop.write(folder, "shop/src/shop/Orders.java", Shop.ORDERS);
    Shop.write(
        folder,
        "shop/asynclint.yaml",
        "format: 1\nsources: [src]\nclasspath-file: build/asynclint.classpath\n");
    try (Editor editor = Editor.of(Disk.options(), folder.resolve("shop"))) {
      editor.open(orders, Shop.ORDERS);
      assertThat(editor.diagnostics(orders)).isEmpty();
      assertThat(editor.messages())
          .anySatisfy(
              each -> assertThat(each.getMessage()).contains("run the build that writes it"));
      Path list =
          Shop.write(
              folder, "shop/build/asynclint.classpath", folder.resolve("classes") + "\n");
      Disk.told(editor, FileChangeType.Created, list);
      Disk.awaitFindings(editor, orders, 1);
    }
  }

  @Test
  void aKeyThatIsWrongIsToldAndTheOthersHold() throws IOException {
    Path orders = Shop.write(folder, "src/shop/Orders.java", Shop.ORDERS);
    Shop.write(folder, "src/shop/Store.java", Shop.STORE);
    Shop.write(folder, "samples/shop/Store.java", Shop.SYNCHRONOUS_STORE);
    Shop.write(folder, "asynclint.yaml", "format: 1\nsources: [src]\nclasspath: {a: b}\n");
    try (Editor editor = Editor.of(Disk.options(), folder)) {
      editor.open(orders, Shop.ORDERS);
      Disk.awaitFindings(editor, orders, 1);
      assertThat(editor.messages())
          .anySatisfy(
              each ->
                  assertThat(each.getMessage())
                      .contains("asynclint.yaml:3: classpath: a list of paths expected"));
    }
  }
}
