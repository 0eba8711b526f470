package io.github.asynclint.errorprone.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Writes a class in the first round, as annotation processors do. */
@SupportedAnnotationTypes("*")
public final class GeneratingProcessor extends AbstractProcessor {
  private boolean written;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!written) {
      written = true;
      try (Writer out =
          processingEnv.getFiler().createSourceFile("shop.Generated").openWriter()) {
        out.write(
            """
            package shop;

            class Generated {
              static String read(java.nio.file.Path file) throws java.io.IOException {
                return java.nio.file.Files.readString(file);
              }
            }
            """);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }
}
