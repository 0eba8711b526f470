package io.github.asynclint.engine.effect;

import io.github.asynclint.engine.model.EffectModel;
import java.util.Map;

/** How does an effect read in a message? */
public final class Wording {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("sleep", "sleeps"),
          Map.entry("file", "waits for the file system"),
          Map.entry("net", "waits for the network"),
          Map.entry("http", "waits for an HTTP response"),
          Map.entry("db", "waits for the database"),
          Map.entry("process", "waits for another process"),
          Map.entry("dns", "waits for a name server"),
          Map.entry("queue", "waits for another thread"),
          Map.entry("wait", "waits for another thread"),
          Map.entry("lock", "waits for a lock"),
          Map.entry("rmi", "waits for a remote call"),
          Map.entry("mail", "waits for a mail server"),
          Map.entry("io", "waits for input or output"),
          Map.entry("future", "waits for a future"),
          Map.entry("publisher", "waits for a publisher"),
          Map.entry("password", "hashes a password"),
          Map.entry("keys", "generates keys"),
          Map.entry("certificates", "validates certificates"),
          Map.entry("compression", "compresses or decompresses data"),
          Map.entry("image", "decodes or encodes an image"),
          Map.entry("bignum", "computes with big numbers"),
          Map.entry("crypto", "encrypts or signs data"));

  private Wording() {}

  /** {@code waits for the database}. */
  public static String of(EffectModel effect) {
    return of(effect.kind(), effect.what());
  }

  /** {@code waits for the database}. */
  public static String of(EffectModel.Kind kind, String what) {
    String general =
        switch (kind) {
          case BLOCKS -> "blocks";
          case WAITS -> "waits for an async result";
          case BURNS_CPU -> "keeps the processor busy";
        };
    return REASONS.getOrDefault(what, general);
  }
}
