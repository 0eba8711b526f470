package io.github.asynclint.bytecode;

import io.github.asynclint.engine.program.Notes;
import io.github.asynclint.engine.program.Program.Origin;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which class file has a binary name, among jars, class folders and a Java platform?
 *
 * <p>The first root that has a class wins, program roots before library roots, roots before the
 * platform. Of a multi-release jar the base entries are taken. Files are listed when the class path is
 * opened and read on demand; jars stay open until {@link #close()}.
 */
public final class ClassPath implements ClassSource, AutoCloseable {
  private static final String SUFFIX = ".class";

  /** Where each class is. Of a jar with thousands nothing more is kept of each. */
  private final Map<String, Place> places = new HashMap<>();
  private final List<String> programTypes;
  private final List<ZipFile> jars = new ArrayList<>();
  private final Platform platform;
  private final Notes notes;

  private interface Reader {
    /** @param path of the class file in the root, with slashes */
    byte[] read(String path) throws IOException;
  }

  private record Place(Origin origin, Path root, Reader reader) {}

  private ClassPath(List<Path> program, List<Path> library, Platform platform, Notes notes) {
    this.platform = platform;
    this.notes = notes;
    program.forEach(root -> add(root, Origin.PROGRAM));
    TreeSet<String> names = new TreeSet<>(places.keySet());
    names.removeIf(name -> name.endsWith("package-info"));
    this.programTypes = List.copyOf(names);
    library.forEach(root -> add(root, Origin.LIBRARY));
  }

  /** The class path over the classes of the running platform. */
  public static ClassPath open(List<Path> program, List<Path> library, Notes notes) {
    return new ClassPath(program, library, Platform.running(notes), notes);
  }

  /** The class path over the classes of the Java platform installed in {@code javaHome}. */
  public static ClassPath open(
      List<Path> program, List<Path> library, Path javaHome, Notes notes) {
    return new ClassPath(program, library, Platform.installedIn(javaHome, notes), notes);
  }

  private void add(Path root, Origin origin) {
    try {
      if (Files.isDirectory(root)) {
        addFolder(root, origin);
      } else if (Files.exists(root)) {
        addJar(root, origin);
      } else {
        notes.note("not found on the class path: " + root);
      }
    } catch (IOException | RuntimeException e) {
      notes.note("cannot read " + root + ": " + reason(e));
    }
  }

  private void addFolder(Path root, Origin origin) throws IOException {
    Place place = new Place(origin, root, path -> Files.readAllBytes(root.resolve(path)));
    try (Stream<Path> walk = Files.walk(root)) {
      walk.map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
          .forEach(path -> add(path, place));
    }
  }

  private void addJar(Path root, Origin origin) throws IOException {
    ZipFile jar = new ZipFile(root.toFile());
    jars.add(jar);
    Place place = new Place(origin, root, path -> read(jar, path));
    jar.stream()
        .map(ZipEntry::getName)
        .filter(path -> !path.startsWith("META-INF/"))
        .forEach(path -> add(path, place));
  }

  private static byte[] read(ZipFile jar, String path) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(path))) {
      return in.readAllBytes();
    }
  }

  private void add(String path, Place place) {
    if (path.endsWith(SUFFIX) && !path.endsWith("module-info.class")) {
      String name = path.substring(0, path.length() - SUFFIX.length());
      if (name.indexOf('.') < 0) {
        places.putIfAbsent(name.replace('/', '.'), place);
      }
    }
  }

  @Override
  public Optional<byte[]> bytes(String name) {
    Place place = places.get(name);
    if (place == null) {
      return platform.bytes(name);
    }
    try {
      return Optional.of(place.reader().read(name.replace('.', '/') + SUFFIX));
    } catch (IOException | RuntimeException e) {
      notes.note("cannot read " + name + " in " + place.root() + ": " + reason(e));
      return Optional.empty();
    }
  }

  @Override
  public Origin origin(String name) {
    Place place = places.get(name);
    if (place != null) {
      return place.origin();
    }
    return platform.has(name) ? Origin.PLATFORM : Origin.UNKNOWN;
  }

  @Override
  public List<String> programTypes() {
    return programTypes;
  }

  @Override
  public void close() {
    for (ZipFile jar : jars) {
      try {
        jar.close();
      } catch (IOException e) {
        notes.note("cannot close " + jar.getName() + ": " + reason(e));
      }
    }
    platform.close();
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
