package io.github.asynclint.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What does one library's model say, as its author wrote it but for names expanded?
 *
 * @param activeIf classes that must be on the class path for the file to say anything, one of each list;
 *     the contexts it defines are known all the same
 * @param activeUnless classes none of which may be there
 * @param covers packages whose calls have no effect but what rows say, bodies not looked into
 */
public record ModelFile(
    String library,
    List<List<String>> activeIf,
    List<String> activeUnless,
    List<String> covers,
    List<NamedContext> contexts,
    List<TypeRow> types,
    List<MethodRow> methods,
    List<BodyRow> bodies,
    List<AnnotationRow> annotations,
    List<FieldRow> fields,
    List<IdiomRow> idioms) {
  public ModelFile {
    activeIf = activeIf.stream().map(List::copyOf).toList();
    activeUnless = List.copyOf(activeUnless);
    covers = List.copyOf(covers);
    contexts = List.copyOf(contexts);
    types = List.copyOf(types);
    methods = List.copyOf(methods);
    bodies = List.copyOf(bodies);
    annotations = List.copyOf(annotations);
    fields = List.copyOf(fields);
    idioms = List.copyOf(idioms);
  }

  /** Owners that end so stand for every type below a package. */
  static final String BELOW = ".**";

  /** The nature of values of a type; what is empty is left to supertypes. */
  public record TypeRow(String type, Optional<TypeModel.Kind> kind, Optional<Boolean> threadSafe) {}

  /** Facts, in compiled form, of the methods that a selector selects in a type or below a package. */
  public record MethodRow(String owner, Selector selector, String facts) {}

  /** The thread that runs the bodies of methods that override or implement the selected ones. */
  public record BodyRow(String owner, Selector selector, String context) {}

  /** The field holds an executor or scheduler of that kind. */
  public record FieldRow(String owner, String name, String spec) {}

  /** How people write something with values of a type; keys as in {@link Models#idiom}. */
  public record IdiomRow(String type, String key, String text) {}

  /**
   * What an annotation on a method or its class says of the thread that runs the method.
   *
   * @param annotation a binary name, or a simple name that stands for every annotation so called
   * @param attributes values that the annotation must have
   * @param byReturn context by return type, in order; the first that the return type is or extends
   * @param otherwise the context where no return type decides; empty: the row says nothing then
   */
  public record AnnotationRow(
      String annotation,
      boolean simpleName,
      Strength strength,
      Map<String, String> attributes,
      List<ByReturn> byReturn,
      Optional<String> otherwise) {
    public AnnotationRow {
      attributes = Map.copyOf(attributes);
      byReturn = List.copyOf(byReturn);
    }
  }

  /** One case of an {@link AnnotationRow}. */
  public record ByReturn(String type, String context) {}

  /** Which annotation wins where several stand on a method and its class; the first is strongest. */
  public enum Strength {
    /** Says where the method runs. */
    EXPLICIT,
    /** Says something from which a framework concludes where it runs. */
    IMPLIED,
    /** Makes the method one that the framework calls, on the thread that is usual there. */
    CONVENTION
  }
}
