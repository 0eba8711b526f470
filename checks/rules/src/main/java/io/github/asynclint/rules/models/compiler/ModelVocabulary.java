package io.github.asynclint.rules.models.compiler;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which words may stand where in a model file? The compiler and the JSON Schema both ask here. */
public final class ModelVocabulary {
  public static final List<String> SECTIONS =
      List.of(
          "format", "library", "evidence", "active-if", "active-unless", "covers", "contexts",
          "types", "methods", "bodies", "annotations", "fields", "idioms");

  /** What a project's own file may say besides: a file with nothing else names no library. */
  public static final List<String> PROJECT_KEYS = ProjectKeys.KEYS;

  /** The kinds of edits that a library has an idiom for. */
  public static final List<String> IDIOMS = List.of("handle-failure", "ignore-value", "share", "then", "offload");

  public static final List<String> CONTEXT_KEYS =
      List.of("kind", "label", "dynamic", "confined", "daemon");

  /** By section, the keys of its groups; evidence is required in each. */
  public static final Map<String, List<String>> GROUP_KEYS =
      Map.of(
          "types", List.of("type", "evidence", "kind", "thread-safe"),
          "methods", List.of("owner", "evidence", "versions", "rows"),
          "bodies", List.of("owner", "evidence", "versions", "rows"),
          "annotations",
              List.of(
                  "annotation", "simple-name", "evidence", "strength", "attributes", "by-return",
                  "context"),
          "fields", List.of("owner", "evidence", "rows"),
          "idioms",
              List.of("type", "evidence", "handle-failure", "ignore-value", "share", "then", "offload"));

  /** The facts that a row of the section {@code methods} may state. */
  public static final List<String> FACTS =
      List.of(
          "blocks", "waits", "cpu", "kind", "unless", "safe", "params", "switch", "executor",
          "completes-on", "result", "callback", "failure", "flat-twin", "roles");

  /** By effect, what it may be for. */
  public static final Map<String, List<String>> KINDS =
      Map.of(
          "blocks",
          List.of(
              "sleep", "file", "net", "db", "process", "dns", "queue", "wait", "lock", "http", "rmi",
              "mail", "io"),
          "waits",
          List.of("future", "publisher"),
          "cpu",
          List.of(
              "password", "keys", "certificates", "compression", "image", "bignum", "crypto"));

  public static final List<String> CERTAINTIES = List.of("definite", "likely", "never");

  private ModelVocabulary() {}

  /** Constants as they are written in a file: {@code MAY_IGNORE} is {@code may-ignore}. */
  public static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }
}
