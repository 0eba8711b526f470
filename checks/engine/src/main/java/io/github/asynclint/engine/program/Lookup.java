package io.github.asynclint.engine.program;

import io.github.asynclint.engine.facts.FieldRef;
import io.github.asynclint.engine.facts.MethodRef;
import java.util.List;

/**
 * Where in a program does one have to look for what names something? Given by programs that are too large
 * to be read for every question, and told from little more than their text.
 *
 * <p>Answers may hold more than what is looked for, but never less. Methods come in order of types and
 * code, types sorted.
 */
public interface Lookup {
  /** The methods that may call the method or refer to it. */
  List<MethodRef> calling(MethodRef method);

  /** The methods that may call, or refer to, any method so named. */
  List<MethodRef> calling(String name);

  /** The methods that may call a constructor of the class, also unwritten as of a superclass. */
  List<MethodRef> creating(String type);

  /** The methods that may read the field. */
  List<MethodRef> reading(FieldRef field);

  /** The methods that may write the field, as far as the language lets them. */
  List<MethodRef> writing(FieldRef field);

  /** The methods of the class of the program and of all classes inside it. */
  List<MethodRef> within(String type);

  /** The classes of the program that may be subtypes of the type; found one by one, in no order. */
  Iterable<String> below(String type);

  /**
   * Whether every method of the program that must have a body is known to have one. False until all of
   * it was looked at: so long anything may stand in what was not.
   */
  boolean isWhole();
}
