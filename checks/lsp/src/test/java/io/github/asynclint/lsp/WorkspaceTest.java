package io.github.asynclint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.WorkDoneProgressKind;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes around the buffers counts, too: files, poms, models, folders, settings. */
class WorkspaceTest {
  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <groupId>shop</groupId><artifactId>shop</artifactId><version>1</version>
        <build><sourceDirectory>%s</sourceDirectory></build>
      </project>
      """;

  @TempDir private Path folder;

  @Test
  void filesComeChangeAndGoOnDisk() throws IOException {
    Path orders = Shop.write(folder, "shop/Orders.java", Shop.ORDERS);
    try (Editor editor = Editor.of(Disk.options(), folder)) {
      editor.open(orders, Shop.ORDERS);
      assertThat(editor.diagnostics(orders)).isEmpty();
      Path store = Shop.write(folder, "shop/Store.java", Shop.STORE);
      Disk.told(editor, FileChangeType.Created, store);
      Disk.awaitFindings(editor, orders, 1);
      Files.writeString(store, Shop.SYNCHRONOUS_STORE);
      Disk.told(editor, FileChangeType.Changed, store);
      Disk.awaitFindings(editor, orders, 0);
      Files.writeString(store, Shop.STORE);
      Disk.told(editor, FileChangeType.Changed, store);
      Disk.awaitFindings(editor, orders, 1);
      Files.delete(store);
      Disk.told(editor, FileChangeType.Deleted, store);
      Disk.awaitFindings(editor, orders, 0);
    }
  }

  @Test
  void aPomTellsWhereTheSourcesAre() throws IOException {
    Path orders = Shop.write(folder, "app/code/shop/Orders.java", Shop.ORDERS);
    Shop.write(folder, "app/more/shop/Store.java", Shop.STORE);
    Path pom = Shop.write(folder, "app/pom.xml", POM.formatted("code"));
    try (Editor editor = Editor.of(Disk.options(), folder)) {
      editor.open(orders, Shop.ORDERS);
      assertThat(editor.diagnostics(orders)).isEmpty();
      Files.delete(pom);
      Disk.told(editor, FileChangeType.Deleted, pom);
      Disk.awaitFindings(editor, orders, 1);
      Files.writeString(pom, POM.formatted("code"));
      Disk.told(editor, FileChangeType.Created, pom);
      Disk.awaitFindings(editor, orders, 0);
    }
  }

  @Test
  void evidenceInOtherFilesIsLinked() throws IOException {
    Path dao =
        Shop.write(
            folder,
            "shop/Dao.java",
            "package shop;\nclass Dao {\n  void find() throws Exception {\n    Thread.sleep(5000);\n  }\n}\n");
    String text =
        "package shop;\nimport java.util.concurrent.CompletableFuture;\nclass Api {\n"
            + "  CompletableFuture<Void> get(Dao dao) {\n"
            + "    return CompletableFuture.runAsync(() -> run(dao));\n  }\n"
            + "  void run(Dao dao) {\n    try {\n      dao.find();\n    } catch (Exception e) {\n"
            + "      throw new RuntimeException(e);\n    }\n  }\n}\n";
    Path api = Shop.write(folder, "shop/Api.java", text);
    try (Editor editor = Editor.of(Disk.options(), folder)) {
      editor.open(api, text);
      List<Diagnostic> found = editor.diagnostics(api);
      assertThat(found).hasSize(1);
      assertThat(found.get(0).getRelatedInformation())
          .anySatisfy(
              each -> {
                assertThat(each.getLocation().getUri()).isEqualTo(Editor.uri(dao));
                assertThat(each.getLocation().getRange().getStart().getLine()).isEqualTo(3);
              });
    }
  }

  @Test
  void modelsOfTheProjectAreReadAgain() throws IOException {
    String dao = "package shop;\npublic interface Dao {\n  String find(int id);\n}\n";
    Shop.write(folder, "shop/Dao.java", dao);
    String text =
        "package shop;\nimport java.util.concurrent.CompletableFuture;\nclass Api {\n"
            + "  CompletableFuture<String> get(Dao dao) {\n"
            + "    return CompletableFuture.supplyAsync(() -> dao.find(1));\n  }\n}\n";
    Path api = Shop.write(folder, "shop/Api.java", text);
    try (Editor editor = Editor.of(Disk.options(), folder)) {
      editor.open(api, text);
      assertThat(editor.diagnostics(api)).isEmpty();
      Path models =
          Shop.write(
              folder,
              "asynclint.yaml",
              """
              format: 1
              library: shop
              methods:
                - owner: shop.Dao
                  evidence: asks the database
                  rows:
                    "find": {blocks: definite, kind: db}
              """);
      Disk.told(editor, FileChangeType.Created, models);
      assertThat(Disk.awaitFindings(editor, api, 1).get(0).getCode().getLeft())
          .isEqualTo("BlockingOnCommonPool");
      Files.writeString(models, "format: 1\nlibrary: shop\nmetods: []\n");
      Disk.told(editor, FileChangeType.Changed, models);
      Disk.awaitFindings(editor, api, 0);
      assertThat(editor.messages())
          .anySatisfy(
              each -> assertThat(each.getMessage()).contains("did you mean 'methods'?"));
    }
  }

  @Test
  void settingsChooseRules() throws IOException {
    Shop.write(folder, "shop/Store.java", Shop.STORE);
    Path orders = Shop.write(folder, "shop/Orders.java", Shop.ORDERS);
    try (Editor editor = Editor.of(Disk.options(), folder)) {
      editor.open(orders, Shop.ORDERS);
      Disk.awaitFindings(editor, orders, 1);
      JsonObject section = new JsonObject();
      JsonArray disable = new JsonArray();
      disable.add("UnawaitedFuture");
      disable.add("UnawaitedFutur");
      section.add("disable", disable);
      editor.configuration(section);
      DidChangeConfigurationParams sign = new DidChangeConfigurationParams(Map.of());
      editor.server().getWorkspaceService().didChangeConfiguration(sign);
      Disk.awaitFindings(editor, orders, 0);
      assertThat(editor.messages())
          .hasSize(1)
          .allSatisfy(each -> assertThat(each.getMessage()).contains("UnawaitedFutur"));
      editor.noConfiguration();
      editor.server().getWorkspaceService().didChangeConfiguration(sign);
      Disk.awaitFindings(editor, orders, 1);
      assertThat(editor.messages()).hasSize(1);
    }
  }

  @Test
  void foldersComeAndGo() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one"));
    Path two = Files.createDirectories(folder.resolve("two"));
    Path orders = Shop.write(two, "shop/Orders.java", Shop.ORDERS);
    Shop.write(two, "shop/Store.java", Shop.STORE);
    try (Editor editor = Editor.of(Disk.options(), one)) {
      editor.open(orders, Shop.ORDERS);
      assertThat(editor.diagnostics(orders)).isEmpty();
      List<WorkspaceFolder> both = List.of(new WorkspaceFolder(Editor.uri(two), "two"));
      editor
          .server()
          .getWorkspaceService()
          .didChangeWorkspaceFolders(
              new DidChangeWorkspaceFoldersParams(
                  new WorkspaceFoldersChangeEvent(both, List.of())));
      Disk.awaitFindings(editor, orders, 1);
      editor
          .server()
          .getWorkspaceService()
          .didChangeWorkspaceFolders(
              new DidChangeWorkspaceFoldersParams(
                  new WorkspaceFoldersChangeEvent(List.of(), both)));
      Disk.awaitFindings(editor, orders, 0);
    }
  }

  @Test
  void aModuleThatTheEditorNamesTooIsPartOfItsProject() throws IOException {
    String module =
        "<project>\n  <modelVersion>4.0.0</modelVersion>\n"
            + "  <parent><groupId>shop</groupId><artifactId>all</artifactId><version>1</version></parent>\n"
            + "  <artifactId>%s</artifactId>\n%s</project>\n";
    Shop.write(
        folder,
        "pom.xml",
        "<project>\n  <modelVersion>4.0.0</modelVersion>\n"
            + "  <groupId>shop</groupId><artifactId>all</artifactId><version>1</version>\n"
            + "  <packaging>pom</packaging>\n"
            + "  <modules><module>orders</module><module>store</module></modules>\n</project>\n");
    String store =
        "  <dependencies><dependency><groupId>shop</groupId><artifactId>store</artifactId>"
            + "<version>1</version></dependency></dependencies>\n";
    Shop.write(folder, "orders/pom.xml", module.formatted("orders", store));
    Shop.write(folder, "store/pom.xml", module.formatted("store", ""));
    Path orders = Shop.write(folder, "orders/src/main/java/shop/Orders.java", Shop.ORDERS);
    Shop.write(folder, "store/src/main/java/shop/Store.java", Shop.STORE);
    Path[] folders = {folder.resolve("orders"), folder, folder.resolve("store")};
    try (Editor editor = Editor.of(Disk.options(), folders)) {
      editor.open(orders, Shop.ORDERS);
      assertThat(editor.diagnostics(orders)).hasSize(1);
      assertThat(editor.progress())
          .extracting(each -> each.getValue().getLeft().getKind())
          .as("one folder is read")
          .containsOnlyOnce(WorkDoneProgressKind.begin);
    }
  }

  @Test
  void theEditorIsAskedToWatchAndToldOfProgress() throws IOException {
    Path orders = Shop.write(folder, "shop/Orders.java", Shop.ORDERS);
    try (Editor editor = Editor.of(Disk.options(), folder)) {
      editor.open(orders, Shop.ORDERS);
      editor.diagnostics(orders);
      assertThat(editor.registrations())
          .anySatisfy(
              each ->
                  assertThat(each.getRegistrations().get(0).getMethod())
                      .isEqualTo("workspace/didChangeWatchedFiles"));
      List<WorkDoneProgressKind> kinds =
          Editor.await(
              () ->
                  editor.progress().size() < 2
                      ? Optional.empty()
                      : Optional.of(
                          editor.progress().stream()
                              .map(each -> each.getValue().getLeft().getKind())
                              .toList()));
      assertThat(kinds).containsExactly(WorkDoneProgressKind.begin, WorkDoneProgressKind.end);
    }
  }
}
