package io.github.asynclint.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;

/** A session begins, ends, and outlives what an editor should not send. */
class SessionTest {
  private static int code(Throwable failure) {
    return ((ResponseErrorException) failure.getCause()).getResponseError().getCode();
  }

  @Test
  void tellsWhatItCan() throws IOException {
    try (Editor editor = new Editor()) {
      InitializeResult result = editor.initialize(new JsonObject());
      assertThat(result.getServerInfo().getName()).isEqualTo("asynclint");
      assertThat(result.getCapabilities().getTextDocumentSync().getRight().getChange())
          .isEqualTo(TextDocumentSyncKind.Incremental);
    }
  }

  @Test
  void endsWithZeroAfterShutdown() throws IOException {
    try (Editor editor = Editor.of(new JsonObject())) {
      Editor.get(editor.server().shutdown());
      editor.server().exit();
      assertThat(Editor.get(editor.exitCode())).isZero();
    }
  }

  @Test
  void endsWithOneWithoutShutdown() throws IOException {
    try (Editor editor = Editor.of(new JsonObject())) {
      editor.server().exit();
      assertThat(Editor.get(editor.exitCode())).isEqualTo(1);
    }
  }

  @Test
  void endsWithOneWhenTheEditorIsGone() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(Stdio.serve(new ByteArrayInputStream(new byte[0]), out, "test")).isEqualTo(1);
    assertThat(out.size()).isZero();
  }

  @Test
  void refusesRequestsBeforeAndAfter() throws IOException {
    try (Editor editor = new Editor()) {
      assertThatThrownBy(() -> Editor.get(editor.server().shutdown()))
          .isInstanceOf(CompletionException.class)
          .satisfies(
              failure ->
                  assertThat(code(failure))
                      .isEqualTo(ResponseErrorCode.ServerNotInitialized.getValue()));
      editor.initialize(new JsonObject());
      Editor.get(editor.server().shutdown());
      assertThatThrownBy(() -> Editor.get(editor.server().shutdown()))
          .satisfies(
              failure ->
                  assertThat(code(failure))
                      .isEqualTo(ResponseErrorCode.InvalidRequest.getValue()));
      editor.server().exit();
      assertThat(Editor.get(editor.exitCode())).isZero();
    }
  }

  @Test
  void goesOnAfterMalformedMessages() throws IOException {
    try (Editor editor = Editor.of(new JsonObject())) {
      for (String body :
          new String[] {
            "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"textDocument/codeAction\",\"params\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":78,\"method\":\"no/such\",\"params\":[1,",
            "{\"jsonrpc\":\"2.0\",\"id\":79,\"method\":\"textDocument/codeAction\",\"params\":7}",
            "[]",
            "nonsense",
            "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didChange\",\"params\":{\"x\":1}}"
          }) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        editor.raw("Content-Length: " + length + "\r\n\r\n" + body);
      }
      Editor.get(editor.server().shutdown());
      editor.server().exit();
      assertThat(Editor.get(editor.exitCode())).isZero();
    }
  }
}
