package io.github.asynclint.lsp.work;

import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** What is answered about a text that is not the one of now? The editor asks again, and shows no error. */
public final class Modified {
  private Modified() {}

  public static ResponseErrorException error() {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.ContentModified, "the text changed", null));
  }
}
