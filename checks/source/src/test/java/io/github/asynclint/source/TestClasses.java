package io.github.asynclint.source;

import io.github.asynclint.source.types.ClassBytes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Class files of the running platform and of some jars and folders, read as resources. */
final class TestClasses {
  private TestClasses() {}

  static ClassBytes of(List<Path> classPath) throws IOException {
    URL[] urls = new URL[classPath.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath.get(i).toUri().toURL();
    }
    ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    return name -> {
      try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      } catch (IOException e) {
        return Optional.empty();
      }
    };
  }

  /** Whether all that a class has are the tables of switches over enums. */
  static boolean isSwitchMap(Path classes, String name) {
    try {
      org.objectweb.asm.ClassReader reader =
          new org.objectweb.asm.ClassReader(of(List.of(classes)).find(name).orElseThrow());
      return (reader.getAccess() & org.objectweb.asm.Opcodes.ACC_SYNTHETIC) != 0;
    } catch (IOException e) {
      return false;
    }
  }
}
