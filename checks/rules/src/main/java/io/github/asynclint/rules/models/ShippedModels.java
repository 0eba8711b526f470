package io.github.asynclint.rules.models;

import io.github.asynclint.engine.model.ModelFormat;
import io.github.asynclint.engine.model.ModelStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What does asynclint know of libraries out of the box? */
public final class ShippedModels {
  /** Where the build puts the compiled models. */
  public static final String RESOURCE = "META-INF/asynclint/models.txt";

  private ShippedModels() {}

  /** Reads the models that are part of this jar. */
  public static ModelStore load() {
    try (InputStream in = ShippedModels.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar of the rules");
      }
      return ModelStore.of(
          ModelFormat.read(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
