package io.github.asynclint.engine.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How are model files stored? As lines of tab-separated words, several files one after the other.
 *
 * <p>Text rather than binary because it can be read, compared and searched, and costs a few milliseconds;
 * facts stay text until a row is selected for the first time.
 */
public final class ModelFormat {
  private static final String HEADER = "asynclint-models 1";

  private ModelFormat() {}

  /** The stored form; reading it back yields equal files. */
  public static String write(List<ModelFile> files) {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    for (ModelFile file : files) {
      line(out, "library", file.library());
      file.activeIf().forEach(any -> line(out, "if", String.join(",", any)));
      file.activeUnless().forEach(name -> line(out, "unless", name));
      file.covers().forEach(name -> line(out, "covers", name));
      for (NamedContext c : file.contexts()) {
        String flags =
            (c.dynamic() ? "dynamic " : "")
                + (c.confined() ? "confined " : "")
                + (c.daemon() ? "daemon" : "");
        line(out, "context", c.name(), lower(c.kind()), c.label(), flags.trim());
      }
      for (ModelFile.TypeRow row : file.types()) {
        line(
            out,
            "type",
            row.type(),
            row.kind().map(ModelFormat::lower).orElse(""),
            row.threadSafe().map(String::valueOf).orElse(""));
      }
      String owner = "";
      for (ModelFile.MethodRow row : file.methods()) {
        if (!row.owner().equals(owner)) {
          owner = row.owner();
          line(out, "owner", owner);
        }
        line(out, "m", row.selector().toString(), row.facts());
      }
      for (ModelFile.BodyRow row : file.bodies()) {
        line(out, "body", row.owner(), row.selector().toString(), row.context());
      }
      for (ModelFile.AnnotationRow row : file.annotations()) {
        annotation(out, row);
      }
      for (ModelFile.FieldRow row : file.fields()) {
        line(out, "field", row.owner(), row.name(), row.spec());
      }
      for (ModelFile.IdiomRow row : file.idioms()) {
        line(out, "idiom", row.type(), row.key(), row.text());
      }
    }
    return out.toString();
  }

  private static void annotation(StringBuilder out, ModelFile.AnnotationRow row) {
    List<String> attributes = new ArrayList<>();
    new TreeMap<>(row.attributes()).forEach((k, v) -> attributes.add(k + "=" + v));
    line(
        out,
        "annotation",
        row.annotation(),
        row.simpleName() ? "simple" : "",
        lower(row.strength()),
        String.join(",", attributes),
        String.join(",", row.byReturn().stream().map(c -> c.type() + "=" + c.context()).toList()),
        row.otherwise().orElse(""));
  }

  private static void line(StringBuilder out, String... words) {
    out.append(String.join("\t", words)).append('\n');
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads the stored form. */
  public static List<ModelFile> read(Reader source) throws IOException {
    BufferedReader reader = new BufferedReader(source);
    if (!HEADER.equals(reader.readLine())) {
      throw new ModelFormatException("not a compiled model of this version");
    }
    List<ModelFile> files = new ArrayList<>();
    Optional<Builder> current = Optional.empty();
    int number = 1;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      String[] words = line.split("\t", -1);
      try {
        if (words[0].equals("library")) {
          current.ifPresent(builder -> files.add(builder.build()));
          current = Optional.of(new Builder(words[1]));
        } else {
          current
              .orElseThrow(() -> new ModelFormatException("no library before it"))
              .add(words);
        }
      } catch (ModelFormatException | IndexOutOfBoundsException e) {
        throw new ModelFormatException("compiled model, line " + number + ": " + e.getMessage());
      }
    }
    current.ifPresent(builder -> files.add(builder.build()));
    return List.copyOf(files);
  }

  private static final class Builder {
    private final String library;
    private final List<List<String>> activeIf = new ArrayList<>();
    private final List<String> activeUnless = new ArrayList<>();
    private final List<String> covers = new ArrayList<>();
    private final List<NamedContext> contexts = new ArrayList<>();
    private final List<ModelFile.TypeRow> types = new ArrayList<>();
    private final List<ModelFile.MethodRow> methods = new ArrayList<>();
    private final List<ModelFile.BodyRow> bodies = new ArrayList<>();
    private final List<ModelFile.AnnotationRow> annotations = new ArrayList<>();
    private final List<ModelFile.FieldRow> fields = new ArrayList<>();
    private final List<ModelFile.IdiomRow> idioms = new ArrayList<>();
    private String owner = "";

    Builder(String library) {
      this.library = library;
    }

    void add(String[] words) {
      switch (words[0]) {
        case "if" -> activeIf.add(List.of(words[1].split(",")));
        case "unless" -> activeUnless.add(words[1]);
        case "covers" -> covers.add(words[1]);
        case "context" ->
            contexts.add(
                new NamedContext(
                    words[1],
                    RowFacts.constant(ContextKind.class, words[2]),
                    words[3],
                    words[4].contains("dynamic"),
                    words[4].contains("confined"),
                    words[4].contains("daemon")));
        case "type" ->
            types.add(
                new ModelFile.TypeRow(
                    words[1],
                    filled(words[2]).map(k -> RowFacts.constant(TypeModel.Kind.class, k)),
                    filled(words[3]).map(Boolean::parseBoolean)));
        case "owner" -> owner = words[1];
        case "m" ->
            methods.add(new ModelFile.MethodRow(owner, Selector.parse(words[1]), words[2]));
        case "body" ->
            bodies.add(new ModelFile.BodyRow(words[1], Selector.parse(words[2]), words[3]));
        case "annotation" -> annotations.add(annotation(words));
        case "field" -> fields.add(new ModelFile.FieldRow(words[1], words[2], words[3]));
        case "idiom" -> idioms.add(new ModelFile.IdiomRow(words[1], words[2], words[3]));
        default -> throw new ModelFormatException("unknown line " + words[0]);
      }
    }

    private static ModelFile.AnnotationRow annotation(String[] words) {
      List<ModelFile.ByReturn> cases = new ArrayList<>();
      pairs(words[5]).forEach((type, context) -> cases.add(new ModelFile.ByReturn(type, context)));
      return new ModelFile.AnnotationRow(
          words[1],
          words[2].equals("simple"),
          RowFacts.constant(ModelFile.Strength.class, words[3]),
          pairs(words[4]),
          cases,
          filled(words[6]));
    }

    private static Map<String, String> pairs(String text) {
      Map<String, String> pairs = new java.util.LinkedHashMap<>();
      for (String pair : text.isEmpty() ? new String[0] : text.split(",")) {
        int equals = pair.indexOf('=');
        pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
      return pairs;
    }

    private static Optional<String> filled(String word) {
      return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }

    ModelFile build() {
      return new ModelFile(
          library,
          activeIf,
          activeUnless,
          covers,
          contexts,
          types,
          methods,
          bodies,
          annotations,
          fields,
          idioms);
    }
  }
}
