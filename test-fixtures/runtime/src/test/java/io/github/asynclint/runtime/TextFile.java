package io.github.asynclint.runtime;

import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** What does the compiler read? */
final class TextFile extends SimpleJavaFileObject {
  private final String text;

  TextFile(Path file, String text) {
    super(file.toUri(), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
