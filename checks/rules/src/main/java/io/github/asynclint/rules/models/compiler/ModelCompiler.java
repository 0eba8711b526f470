package io.github.asynclint.rules.models.compiler;

import io.github.asynclint.engine.model.ContextKind;
import io.github.asynclint.engine.model.ModelFile;
import io.github.asynclint.engine.model.ModelFormatException;
import io.github.asynclint.engine.model.NamedContext;
import io.github.asynclint.engine.model.Selector;
import io.github.asynclint.engine.model.TypeModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What does a model file, as somebody wrote it in YAML, say to the engine, and what is wrong with it? */
public final class ModelCompiler {
  private final Problems problems;
  private final FactsCompiler facts;
  private final List<Mention> mentions = new ArrayList<>();

  private ModelCompiler(Problems problems, Set<String> contexts) {
    this.problems = problems;
    this.facts = new FactsCompiler(contexts, problems);
  }

  /** A model file and what it names, or what is wrong with it; a file with problems has no model. */
  public record Compiled(
      Optional<ModelFile> model, List<Mention> mentions, List<ModelProblem> problems) {}

  /** Names of the contexts that a file defines, for files that refer to each other's contexts. */
  public static Set<String> contextNames(String file, String text) {
    Problems ignored = new Problems(file);
    return Yaml.parse(file, text, ignored)
        .filter(Yaml.Entries.class::isInstance)
        .flatMap(root -> ((Yaml.Entries) root).get("contexts"))
        .filter(Yaml.Entries.class::isInstance)
        .map(contexts -> ((Yaml.Entries) contexts).values().keySet())
        .orElse(Set.of());
  }

  /**
   * Compiles one file.
   *
   * @param file its name for messages
   * @param knownContexts names that the file may use besides those it defines
   */
  public static Compiled compile(String file, String text, Collection<String> knownContexts) {
    Problems problems = new Problems(file);
    Set<String> contexts = new TreeSet<>(knownContexts);
    contexts.addAll(contextNames(file, text));
    ModelCompiler compiler = new ModelCompiler(problems, contexts);
    Optional<ModelFile> model = Optional.empty();
    Optional<Yaml> root = Yaml.parse(file, text, problems);
    if (root.isPresent() && root.get() instanceof Yaml.Entries entries) {
      model = Optional.of(compiler.file(entries));
    } else if (problems.all().isEmpty()) {
      problems.add(1, "a model file is a map that starts with format: 1");
    }
    return new Compiled(
        problems.all().isEmpty() ? model : Optional.empty(), compiler.mentions, problems.all());
  }

  private ModelFile file(Yaml.Entries root) {
    List<String> valid = new ArrayList<>(ModelVocabulary.SECTIONS);
    valid.addAll(ModelVocabulary.PROJECT_KEYS);
    root.values()
        .keySet()
        .forEach(
            key -> {
              if (!valid.contains(key)) {
                problems.unknown(root.lineOf(key), "section", key, valid);
              }
            });
    ProjectKeys.of(root, problems);
    if (!root.get("format").map(facts::text).orElse("").equals("1")) {
      problems.add(root.line(), "format: 1 expected");
    }
    if (root.get("library").isEmpty() && !isAboutProjectOnly(root)) {
      problems.add(root.line(), "library: <name> expected");
    }
    List<List<String>> activeIf = activeIf(root);
    mentions.add(
        Mention.ofClasses(
            root.lineOf("active-if"), activeIf.stream().flatMap(List::stream).toList()));
    List<ModelFile.TypeRow> types = new ArrayList<>();
    groups(root, "types", g -> type(g, types));
    List<ModelFile.MethodRow> methods = new ArrayList<>();
    groups(root, "methods", group -> methods(group, methods));
    List<ModelFile.BodyRow> bodies = new ArrayList<>();
    groups(root, "bodies", group -> bodies(group, bodies));
    List<ModelFile.AnnotationRow> annotations = new ArrayList<>();
    groups(root, "annotations", group -> annotation(group, annotations));
    List<ModelFile.FieldRow> fields = new ArrayList<>();
    groups(root, "fields", group -> fields(group, fields));
    List<ModelFile.IdiomRow> idioms = new ArrayList<>();
    groups(root, "idioms", group -> idioms(group, idioms));
    return new ModelFile(
        root.get("library").map(facts::text).orElse(""),
        activeIf,
        names(root, "active-unless"),
        names(root, "covers"),
        contexts(root),
        types,
        methods,
        bodies,
        annotations,
        fields,
        idioms);
  }

  private static boolean isAboutProjectOnly(Yaml.Entries root) {
    List<String> ofLibraries = new ArrayList<>(ModelVocabulary.SECTIONS);
    ofLibraries.removeAll(List.of("format", "evidence"));
    return ofLibraries.stream().allMatch(section -> root.get(section).isEmpty())
        && ModelVocabulary.PROJECT_KEYS.stream().anyMatch(key -> root.get(key).isPresent());
  }

  private List<NamedContext> contexts(Yaml.Entries root) {
    List<NamedContext> contexts = new ArrayList<>();
    root.get("contexts")
        .map(this::entries)
        .ifPresent(
            all ->
                all.values()
                    .forEach(
                        (name, value) -> {
                          Yaml.Entries at = entries(value);
                          keys(at, ModelVocabulary.CONTEXT_KEYS);
                          String kind =
                              required(at, "kind")
                                  .map(
                                      k ->
                                          facts.word(
                                              k, ModelVocabulary.words(ContextKind.values()), "kind"))
                                  .orElse("unknown");
                          contexts.add(
                              new NamedContext(
                                  name,
                                  constant(ContextKind.class, kind),
                                  required(at, "label").map(facts::text).orElse(""),
                                  flag(at, "dynamic").orElse(false),
                                  flag(at, "confined").orElse(false),
                                  flag(at, "daemon").orElse(false)));
                        }));
    return contexts;
  }

  private void type(Yaml.Entries group, List<ModelFile.TypeRow> rows) {
    Optional<TypeModel.Kind> kind =
        group
            .get("kind")
            .map(k -> facts.word(k, ModelVocabulary.words(TypeModel.Kind.values()), "kind"))
            .map(k -> constant(TypeModel.Kind.class, k));
    Optional<Boolean> threadSafe = flag(group, "thread-safe");
    if (kind.isEmpty() && threadSafe.isEmpty()) {
      problems.add(group.line(), "kind or thread-safe expected");
    }
    List<String> types = owners(group, "type");
    mentions.add(Mention.ofClasses(group.lineOf("type"), types));
    types.forEach(t -> rows.add(new ModelFile.TypeRow(t, kind, threadSafe)));
  }

  private void methods(Yaml.Entries group, List<ModelFile.MethodRow> rows) {
    List<String> owners = owners(group, "owner");
    Optional<String> version = group.get("versions").map(facts::text);
    // A selector may stand in several rows of a group: the facts merge in the order of the file.
    List<Map.Entry<Selector, String>> compiled = new ArrayList<>();
    rows(
        group,
        (line, selector, value) -> {
          compiled.add(Map.entry(selector, facts.compile(value)));
          mention(line, Mention.Kind.METHOD, owners, selector, version);
        });
    for (String owner : owners) {
      compiled.forEach(
          row -> rows.add(new ModelFile.MethodRow(owner, row.getKey(), row.getValue())));
    }
  }

  private void bodies(Yaml.Entries group, List<ModelFile.BodyRow> rows) {
    List<String> owners = owners(group, "owner");
    Optional<String> version = group.get("versions").map(facts::text);
    rows(
        group,
        (line, selector, value) -> {
          String context = facts.spec(value);
          mention(line, Mention.Kind.METHOD, owners, selector, version);
          owners.forEach(owner -> rows.add(new ModelFile.BodyRow(owner, selector, context)));
        });
  }

  private void fields(Yaml.Entries group, List<ModelFile.FieldRow> rows) {
    List<String> owners = owners(group, "owner");
    rows(
        group,
        (line, selector, value) -> {
          String spec = facts.spec(value);
          mention(line, Mention.Kind.FIELD, owners, selector, Optional.empty());
          owners.forEach(
              owner -> rows.add(new ModelFile.FieldRow(owner, selector.text(), spec)));
        });
  }

  private void idioms(Yaml.Entries group, List<ModelFile.IdiomRow> rows) {
    for (String type : owners(group, "type")) {
      for (String key : ModelVocabulary.IDIOMS) {
        group
            .get(key)
            .map(facts::text)
            .ifPresent(text -> rows.add(new ModelFile.IdiomRow(type, key, text)));
      }
    }
  }

  private void annotation(Yaml.Entries group, List<ModelFile.AnnotationRow> rows) {
    boolean simple = group.get("simple-name").isPresent();
    ModelFile.Strength strength =
        group
            .get("strength")
            .map(s -> facts.word(s, ModelVocabulary.words(ModelFile.Strength.values()), "strength"))
            .map(s -> constant(ModelFile.Strength.class, s))
            .orElse(ModelFile.Strength.EXPLICIT);
    Map<String, String> attributes = new LinkedHashMap<>();
    group
        .get("attributes")
        .map(this::entries)
        .ifPresent(all -> all.values().forEach((k, v) -> attributes.put(k, facts.text(v))));
    List<ModelFile.ByReturn> cases = new ArrayList<>();
    group
        .get("by-return")
        .map(this::entries)
        .ifPresent(
            all ->
                all.values()
                    .forEach(
                        (type, context) -> {
                          String spec = facts.spec(context);
                          Names.expand(type)
                              .forEach(t -> cases.add(new ModelFile.ByReturn(t, spec)));
                        }));
    Optional<String> context = group.get("context").map(facts::spec);
    if (cases.isEmpty() && context.isEmpty()) {
      problems.add(group.line(), "context or by-return expected");
    }
    List<String> names = owners(group, simple ? "simple-name" : "annotation");
    if (!simple) {
      mentions.add(Mention.ofClasses(group.lineOf("annotation"), names));
    }
    for (String name : names) {
      rows.add(
          new ModelFile.AnnotationRow(name, simple, strength, attributes, cases, context));
    }
  }

  private void groups(Yaml.Entries root, String section, Consumer<Yaml.Entries> each) {
    Optional<Yaml> value = root.get(section);
    if (value.isEmpty()) {
      return;
    }
    if (!(value.get() instanceof Yaml.Items items)) {
      problems.add(root.lineOf(section), section + " must be a list of groups");
      return;
    }
    for (Yaml item : items.values()) {
      Yaml.Entries group = entries(item);
      keys(group, ModelVocabulary.GROUP_KEYS.get(section));
      required(group, "evidence");
      each.accept(group);
    }
  }

  private void mention(
      int line,
      Mention.Kind kind,
      List<String> owners,
      Selector selector,
      Optional<String> version) {
    mentions.add(new Mention(line, kind, owners, Optional.of(selector), version));
  }

  /** Takes one row: its line, one of its selectors, what it states. */
  private interface RowReader {
    void read(int line, Selector selector, Yaml value);
  }

  private void rows(Yaml.Entries group, RowReader each) {
    required(group, "rows")
        .map(this::entries)
        .ifPresent(
            rows ->
                rows.values()
                    .forEach(
                        (selectors, value) -> {
                          for (String selector : Names.split(selectors)) {
                            try {
                              each.read(
                                  rows.lineOf(selectors), Selector.parse(selector), value);
                            } catch (ModelFormatException e) {
                              problems.add(rows.lineOf(selectors), e.getMessage());
                            }
                          }
                        }));
  }

  private List<String> owners(Yaml.Entries group, String key) {
    return required(group, key).map(this::names).orElse(List.of());
  }

  /** Classes that are all needed; a list among them needs only one of its own. */
  private List<List<String>> activeIf(Yaml.Entries root) {
    List<List<String>> all = new ArrayList<>();
    for (Yaml each : root.get("active-if").stream().flatMap(ModelCompiler::items).toList()) {
      if (each instanceof Yaml.Items alternatives) {
        if (alternatives.values().isEmpty()) {
          problems.add(alternatives.line(), "a list of which one is needed names no class");
        }
        all.add(names(alternatives));
      } else {
        names(each).forEach(name -> all.add(List.of(name)));
      }
    }
    return all;
  }

  private static Stream<Yaml> items(Yaml value) {
    return value instanceof Yaml.Items list ? list.values().stream() : Stream.of(value);
  }

  private List<String> names(Yaml.Entries root, String key) {
    return root.get(key).map(this::names).orElse(List.of());
  }

  private List<String> names(Yaml value) {
    List<String> names = new ArrayList<>();
    for (Yaml.Text text : facts.texts(value)) {
      for (String name : Names.expand(text.value())) {
        if (!name.matches("[\\w$]+(\\.[\\w$]+)*(\\.\\*\\*)?")) {
          problems.add(text.line(), "'" + name + "' is no class name or package.**");
        }
        names.add(name);
      }
    }
    return names;
  }

  private void keys(Yaml.Entries at, List<String> valid) {
    at.values()
        .keySet()
        .forEach(
            key -> {
              if (!valid.contains(key)) {
                problems.unknown(at.lineOf(key), "key", key, valid);
              }
            });
  }

  private Optional<Yaml> required(Yaml.Entries at, String key) {
    Optional<Yaml> value = at.get(key);
    if (value.isEmpty()) {
      problems.add(at.line(), key + " expected");
    }
    return value;
  }

  private Optional<Boolean> flag(Yaml.Entries at, String key) {
    return at.get(key)
        .map(value -> facts.word(value, List.of("true", "false"), "value").equals("true"));
  }

  private Yaml.Entries entries(Yaml value) {
    if (value instanceof Yaml.Entries entries) {
      return entries;
    }
    problems.add(value.line(), "a map expected");
    return new Yaml.Entries(value.line(), Map.of(), Map.of());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
