package io.github.asynclint.lsp.answers;

import com.google.gson.JsonPrimitive;
import io.github.asynclint.lsp.pages.RulePages;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** What can an editor have the server do by name? */
public final class Commands {
  /** With the name of a rule: gives its page in Markdown. */
  public static final String EXPLAIN = "asynclint.explain";

  /** Reads all projects again. */
  public static final String RELOAD = "asynclint.reload";

  public static final List<String> ALL = List.of(EXPLAIN, RELOAD);

  private Commands() {}

  /** The first argument, which must be a text. */
  public static String text(ExecuteCommandParams params) {
    Object first =
        Optional.ofNullable(params.getArguments())
            .filter(all -> !all.isEmpty())
            .map(all -> all.get(0))
            .orElse("");
    return first instanceof JsonPrimitive json ? json.getAsString() : first.toString();
  }

  /** The page of a rule; an error of the protocol where there is none. */
  public static String page(String rule) {
    return RulePages.markdown(rule)
        .orElseThrow(() -> refused("no rule is called \"" + rule + "\""));
  }

  public static ResponseErrorException refused(String reason) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidParams, reason, null));
  }
}
