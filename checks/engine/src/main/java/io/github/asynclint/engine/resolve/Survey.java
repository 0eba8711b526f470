package io.github.asynclint.engine.resolve;

import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.Mentions;
import io.github.asynclint.engine.facts.MethodRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which methods of the program name a method, a class or a field? So that questions about callers and
 * writers build facts of those few alone.
 */
public interface Survey {
  /** The methods that may call or refer to the method or constructor, in order of types and code. */
  List<MethodRef> callers(MethodRef method);

  /** The methods that call constructors of the class. */
  List<MethodRef> creators(String type);

  /** The methods that may read the field. */
  List<MethodRef> readers(FieldRef field);

  /** The methods that may write the field. */
  List<MethodRef> writers(FieldRef field);

  /** The methods that call methods so called, whosoever. */
  List<MethodRef> naming(Set<String> names);

  /** All methods of the program that have code: reads all of it. */
  List<MethodRef> all();

  /** The methods of the class and of the classes inside it. */
  List<MethodRef> within(String type);

  /**
   * The methods of which nothing is to be had and that no other answer holds; those without a body are
   * among them.
   */
  List<MethodRef> silent();

  /** What the method names; empty where neither that nor its code is to be had. */
  Optional<Mentions> of(MethodRef method);

  /** What all methods name; empty where it takes too long to read them all. */
  Optional<WholeSurvey> whole();
}
