package io.github.asynclint.engine.model;

import io.github.asynclint.engine.facts.AnnotationFact;
import io.github.asynclint.engine.facts.MethodRef;
import io.github.asynclint.engine.model.MethodRows.Near;
import io.github.asynclint.engine.model.MethodRows.Ranked;
import io.github.asynclint.engine.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The models as they hold for one program: rows looked up through its types.
 *
 * <p>Answers are kept, by receiver type and method: rules ask time and again, and most calls match no row.
 * For one analysis on one thread.
 */
final class BoundModels implements Models {
  private final TypeHierarchy hierarchy;
  private final Map<String, NamedContext> contexts = new HashMap<>();
  private final MethodRows methodRows;
  private final Map<String, List<Ranked<ModelFile.BodyRow>>> bodyRows = new HashMap<>();
  private final Map<String, ModelFile.TypeRow> typeRows = new HashMap<>();
  private final Map<String, Map<String, String>> idioms = new HashMap<>();
  private final Map<String, ModelFile.FieldRow> fieldRows = new HashMap<>();
  private final Set<String> covered = new TreeSet<>();
  private final Set<String> dormantCovered = new TreeSet<>();
  private final Set<String> dormant = new TreeSet<>();
  private final Set<ContextKind> activeKinds = EnumSet.noneOf(ContextKind.class);
  private final AnnotationModels annotationModels;

  private final Map<String, Map<MethodRef, MethodModel>> methods = new HashMap<>();
  private final Map<String, TypeModel> types = new HashMap<>();
  private final Map<String, RowFacts> facts = new HashMap<>();
  private final Map<String, Glance> glances = new HashMap<>();
  private final Map<String, Boolean> covers = new HashMap<>();

  BoundModels(List<ModelFile> shipped, List<ModelFile> added, Program program) {
    hierarchy = new TypeHierarchy(program);
    methodRows = new MethodRows(hierarchy);
    List<ModelFile.AnnotationRow> annotationRows = new ArrayList<>();
    int order = 0;
    for (ModelFile file : shipped) {
      order = index(file, 0, order, program, annotationRows);
    }
    int layer = 1;
    for (ModelFile file : added) {
      order = index(file, layer++, order, program, annotationRows);
    }
    annotationModels = new AnnotationModels(annotationRows, hierarchy, this::context);
  }

  private int index(
      ModelFile file,
      int layer,
      int start,
      Program program,
      List<ModelFile.AnnotationRow> annotationRows) {
    file.contexts().forEach(context -> contexts.put(context.name(), context));
    if (!file.activeUnless().stream().allMatch(name -> program.type(name).isEmpty())) {
      file.covers().forEach(name -> dormantCovered.add(name.replace(ModelFile.BELOW, "")));
      sleep(file);
      return start;
    }
    boolean present =
        file.activeIf().stream()
            .allMatch(any -> any.stream().anyMatch(name -> program.type(name).isPresent()));
    // Code that uses a class of the library shows that the library is there after all.
    Predicate<String> counts = owner -> present || isCovered(file, owner);
    file.covers().forEach(name -> covered.add(name.replace(ModelFile.BELOW, "")));
    if (present) {
      file.contexts().forEach(context -> activeKinds.add(context.kind()));
      // Later files come first: the first annotation row that decides wins.
      annotationRows.addAll(0, file.annotations());
    } else {
      sleep(file);
    }
    int order = start;
    for (ModelFile.MethodRow row : file.methods()) {
      Ranked<ModelFile.MethodRow> ranked = new Ranked<>(row, layer, order++);
      if (counts.test(row.owner())) {
        methodRows.add(ranked);
      }
    }
    for (ModelFile.BodyRow row : file.bodies()) {
      Ranked<ModelFile.BodyRow> ranked = new Ranked<>(row, layer, order++);
      if (counts.test(row.owner())) {
        bodyRows.computeIfAbsent(row.owner(), k -> new ArrayList<>()).add(ranked);
      }
    }
    file.types().stream()
        .filter(row -> counts.test(row.type()))
        .forEach(row -> typeRows.merge(row.type(), row, BoundModels::override));
    file.fields().stream()
        .filter(row -> counts.test(row.owner()))
        .forEach(row -> fieldRows.put(row.owner() + "." + row.name(), row));
    for (ModelFile.IdiomRow row : file.idioms()) {
      if (counts.test(row.type())) {
        idioms.computeIfAbsent(row.type(), k -> new HashMap<>()).put(row.key(), row.text());
      }
    }
    return order;
  }

  private void sleep(ModelFile file) {
    file.bodies().forEach(row -> dormant.add(row.owner()));
    file.annotations().forEach(row -> dormant.add(row.annotation()));
  }

  private static boolean isCovered(ModelFile file, String type) {
    return file.covers().stream()
        .anyMatch(name -> type.startsWith(name.replace(ModelFile.BELOW, "") + "."));
  }

  private static ModelFile.TypeRow override(ModelFile.TypeRow earlier, ModelFile.TypeRow later) {
    return new ModelFile.TypeRow(
        later.type(),
        later.kind().or(earlier::kind),
        later.threadSafe().or(earlier::threadSafe));
  }

  @Override
  public MethodModel method(MethodRef method, String receiverType) {
    Map<MethodRef, MethodModel> known = methods.computeIfAbsent(receiverType, k -> new HashMap<>());
    MethodModel model = known.get(method);
    if (model == null) {
      model = find(method, receiverType);
      known.put(method, model);
    }
    return model;
  }

  private MethodModel find(MethodRef method, String receiverType) {
    List<Near<ModelFile.MethodRow>> all =
        new ArrayList<>(methodRows.of(receiverType, method.name()));
    // The owner's rows count only where the receiver's hierarchy cannot be read up to the owner.
    if (!receiverType.equals(method.owner())
        && !hierarchy.of(receiverType).containsKey(method.owner())) {
      all.addAll(methodRows.of(method.owner(), method.name()));
    }
    MethodModel merged = all.isEmpty() ? MethodModel.NONE : merge(method, all);
    return merged.equals(MethodModel.NONE) ? MethodModel.NONE : merged;
  }

  private MethodModel merge(MethodRef method, List<Near<ModelFile.MethodRow>> candidates) {
    List<Near<ModelFile.MethodRow>> selected = new ArrayList<>();
    for (Near<ModelFile.MethodRow> near : candidates) {
      ModelFile.MethodRow row = near.row();
      if (row.selector().matches(method)
          && appliesTo(row.owner(), row.selector(), method)
          && !isAboutSynchronousTwins(row, method)) {
        selected.add(near);
      }
    }
    if (selected.isEmpty()) {
      return MethodModel.NONE;
    }
    selected.sort(
        weakestFirst(ModelFile.MethodRow::selector));
    RowFacts.Merge merge = new RowFacts.Merge(method, this::context);
    selected.forEach(near -> merge.add(facts(near.row())));
    return merge.build();
  }

  /** What all methods of a type do to their thread is not said of those that yield a future. */
  private boolean isAboutSynchronousTwins(ModelFile.MethodRow row, MethodRef method) {
    return row.selector().form() == Selector.Form.ANY
        && facts(row).effect().isPresent()
        && type(method.resultType()).kind().isAsync();
  }

  private static <R> Comparator<Near<R>> weakestFirst(
      java.util.function.Function<R, Selector> selector) {
    return Comparator.<Near<R>>comparingInt(near -> near.ranked().layer())
        .thenComparing(Comparator.<Near<R>>comparingInt(Near::distance).reversed())
        .thenComparingInt(near -> selector.apply(near.row()).specificity())
        .thenComparingInt(near -> near.ranked().order());
  }

  /**
   * A row speaks of the methods that its owner has, and of those that override them; one for all methods
   * speaks of what interfaces below it add as well (repositories), not of what the classes that implement
   * them have besides. Constructors are not inherited.
   */
  private boolean appliesTo(String owner, Selector selector, MethodRef method) {
    if (owner.equals(method.owner())) {
      return true;
    }
    if (owner.endsWith(ModelFile.BELOW)) {
      String prefix = owner.substring(0, owner.length() - 2);
      return method.owner().startsWith(prefix)
          || hierarchy.of(method.owner()).keySet().stream()
              .anyMatch(above -> above.startsWith(prefix) && hierarchy.declares(above, method));
    }
    if (method.isConstructor()) {
      return false;
    }
    return hierarchy.declares(owner, method)
        || (selector.form() == Selector.Form.ANY && isOfInterface(owner, method));
  }

  /** Whether an interface below the owner has the method. */
  private boolean isOfInterface(String owner, MethodRef method) {
    return hierarchy.of(method.owner()).keySet().stream()
        .filter(hierarchy::isInterface)
        .anyMatch(
            type -> hierarchy.of(type).containsKey(owner) && hierarchy.declares(type, method));
  }

  @Override
  public Optional<Set<String>> methodNames(Set<MethodModel.Role> roles) {
    Set<String> names = new TreeSet<>();
    for (ModelFile.MethodRow row : methodRows.all()) {
      if (!addName(row, roles, names)) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }

  private boolean addName(
      ModelFile.MethodRow row, Set<MethodModel.Role> roles, Set<String> names) {
    boolean states =
        row.facts().contains("role=")
            && facts(row).roles().stream().anyMatch(roles::contains);
    Optional<String> name = row.selector().exactName();
    if (states && name.isPresent()) {
      names.add(name.get());
    }
    return !states || name.isPresent();
  }

  @Override
  public Glance glance(String type, String name) {
    Glance all = Glance.NONE;
    for (Near<ModelFile.MethodRow> near : methodRows.of(type, name)) {
      Glance row = glances.computeIfAbsent(near.row().facts(), f -> facts(near.row()).glance());
      all = all == Glance.NONE ? row : all.and(row);
    }
    return all;
  }

  @Override
  public boolean acts(String type) {
    return methodRows.all(type).stream()
        .anyMatch(row -> facts(row).effect().flatMap(RowFacts.Effect::model).isPresent());
  }

  /** Few rows are ever looked at, and those time and again. */
  private RowFacts facts(ModelFile.MethodRow row) {
    return facts.computeIfAbsent(row.facts(), RowFacts::parse);
  }

  @Override
  public TypeModel type(String name) {
    TypeModel model = types.get(name);
    if (model == null) {
      Optional<TypeModel.Kind> kind = Optional.empty();
      Optional<Boolean> threadSafe = Optional.empty();
      for (String above : hierarchy.of(name).keySet()) {
        ModelFile.TypeRow row = typeRows.get(above);
        if (row != null) {
          kind = kind.or(row::kind);
          threadSafe = threadSafe.or(row::threadSafe);
        }
      }
      model =
          kind.isEmpty() && threadSafe.isEmpty()
              ? TypeModel.NONE
              : new TypeModel(kind.orElse(TypeModel.Kind.NONE), threadSafe.orElse(true));
      types.put(name, model);
    }
    return model;
  }

  @Override
  public Optional<NamedContext> runsOn(
      MethodRef method, String type, List<AnnotationFact> annotations, List<AnnotationFact> ofType) {
    Optional<NamedContext> annotated = annotationModels.runsOn(method, annotations, ofType);
    return annotated.isPresent() ? annotated : runsAsOverride(method, type);
  }

  private Optional<NamedContext> runsAsOverride(MethodRef method, String type) {
    List<Near<ModelFile.BodyRow>> selected = new ArrayList<>();
    hierarchy
        .of(type)
        .forEach(
            (name, distance) -> {
              for (Ranked<ModelFile.BodyRow> ranked : bodyRows.getOrDefault(name, List.of())) {
                if (ranked.row().selector().matches(method)
                    && appliesTo(name, ranked.row().selector(), method)) {
                  selected.add(new Near<>(ranked, distance));
                }
              }
            });
    return selected.stream()
        .max(weakestFirst(ModelFile.BodyRow::selector))
        .flatMap(near -> context(near.row().context()));
  }

  @Override
  public boolean mayRunOn(String type, List<AnnotationFact> annotations) {
    return hierarchy.of(type).keySet().stream().anyMatch(dormant::contains)
        || annotations.stream()
            .anyMatch(
                annotation ->
                    dormant.contains(annotation.type())
                        || dormant.contains(annotation.simpleName()));
  }

  @Override
  public Optional<NamedContext> context(String name) {
    return Optional.ofNullable(contexts.get(name));
  }

  @Override
  public Optional<String> idiom(String type, String key) {
    for (String above : hierarchy.of(type).keySet()) {
      String text = idioms.getOrDefault(above, Map.of()).get(key);
      if (text != null) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean covers(String type) {
    return covers.computeIfAbsent(type, name -> isBelow(name, covered));
  }

  @Override
  public boolean mayCover(String type) {
    return isBelow(type, dormantCovered) || isRelocated(type);
  }

  /**
   * Whether a modelled library's package stands inside another one, as in the copies that build tools
   * make: {@code org.acme.shaded.io.netty.channel.Channel}. Models name the original only. A package
   * of one segment is a word that anybody may use.
   */
  private boolean isRelocated(String type) {
    for (int dot = type.indexOf('.'); dot > 0; dot = type.indexOf('.', dot + 1)) {
      String rest = type.substring(dot + 1);
      if (isBelow(rest, covered, 2) || isBelow(rest, dormantCovered, 2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBelow(String type, Set<String> packages) {
    return isBelow(type, packages, 1);
  }

  private static boolean isBelow(String type, Set<String> packages, int segments) {
    for (int dot = type.lastIndexOf('.'); dot > 0; dot = type.lastIndexOf('.', dot - 1)) {
      String name = type.substring(0, dot);
      if (packages.contains(name) && (segments == 1 || name.indexOf('.') > 0)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean hasActive(ContextKind kind) {
    return activeKinds.contains(kind);
  }

  @Override
  public Optional<ContextSpec> executorField(String owner, String name) {
    return Optional.ofNullable(fieldRows.get(owner + "." + name))
        .flatMap(
            row ->
                SpecText.resolve(
                    row.spec(), new MethodRef(owner, name, List.of(), "void"), this::context));
  }
}
