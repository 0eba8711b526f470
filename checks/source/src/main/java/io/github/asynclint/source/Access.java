package io.github.asynclint.source;

import io.github.asynclint.engine.facts.Modifier;
import java.util.Set;

/**
 * Which members can code of a class name (JLS 6.6)? Protected ones count as accessible: the code is
 * taken to compile, so it is enough to leave out what would be found by mistake.
 */
record Access(String from) {
  /** @param inherited whether the member was found in a superclass of where the search began */
  boolean allows(String owner, Set<Modifier> modifiers, boolean inherited) {
    if (modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED)) {
      return true;
    } else if (modifiers.contains(Modifier.PRIVATE)) {
      return !inherited && outermost(owner).equals(outermost(from));
    }
    return packageOf(owner).equals(packageOf(from));
  }

  private static String packageOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private static String outermost(String name) {
    int dollar = name.indexOf('$', name.lastIndexOf('.') + 2);
    return dollar < 0 ? name : name.substring(0, dollar);
  }
}
