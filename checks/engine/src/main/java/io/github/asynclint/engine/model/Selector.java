package io.github.asynclint.engine.model;

import io.github.asynclint.engine.facts.MethodRef;
import java.util.List;
import java.util.Optional;

/**
 * Which methods of a type does a row mean: by name, prefix, suffix or any, and optionally by number or
 * types of parameters.
 *
 * <p>Written {@code name}, {@code prefix*}, {@code *suffix}, {@code *} or {@code new}, each optionally
 * followed by {@code /2} or {@code (Type, *, ..)}; a type is a simple or a binary name, {@code *} is
 * any one parameter, {@code ..} at the end any further ones.
 *
 * @param text the name part without its star
 * @param arity number of parameters, -1 for any
 */
public record Selector(Form form, String text, int arity, Optional<List<String>> parameters) {
  /** How the name part selects. */
  public enum Form {
    NAME,
    PREFIX,
    SUFFIX,
    ANY
  }

  private static final String REST = "..";

  public Selector {
    parameters = parameters.map(List::copyOf);
  }

  public static Selector parse(String source) {
    String name = source.trim();
    int arity = -1;
    Optional<List<String>> parameters = Optional.empty();
    int open = name.indexOf('(');
    int slash = name.indexOf('/');
    if (open >= 0) {
      if (!name.endsWith(")")) {
        throw new ModelFormatException("selector without closing parenthesis: " + source);
      }
      String inside = name.substring(open + 1, name.length() - 1).trim();
      parameters =
          Optional.of(
              inside.isEmpty()
                  ? List.of()
                  : java.util.Arrays.stream(inside.split(",")).map(String::trim).toList());
      name = name.substring(0, open);
    } else if (slash >= 0) {
      try {
        arity = Integer.parseInt(name.substring(slash + 1));
      } catch (NumberFormatException e) {
        throw new ModelFormatException("selector with an arity that is no number: " + source);
      }
      name = name.substring(0, slash);
    }
    return named(source, name.trim(), arity, parameters);
  }

  private static Selector named(
      String source, String name, int arity, Optional<List<String>> parameters) {
    if (name.equals("*")) {
      return new Selector(Form.ANY, "", arity, parameters);
    }
    if (name.equals("new")) {
      return new Selector(Form.NAME, MethodRef.CONSTRUCTOR, arity, parameters);
    }
    Form form =
        name.endsWith("*") ? Form.PREFIX : name.startsWith("*") ? Form.SUFFIX : Form.NAME;
    String text = name.replace("*", "");
    if (text.isEmpty()
        || text.length() < name.length() - 1
        || !text.chars().allMatch(Character::isJavaIdentifierPart)) {
      throw new ModelFormatException("not a selector: " + source);
    }
    return new Selector(form, text, arity, parameters);
  }

  public boolean matches(MethodRef method) {
    return matchesName(method.name()) && matchesParameters(method.parameters());
  }

  /** The one name of the methods that it selects; empty for several names and for constructors. */
  public Optional<String> exactName() {
    return form == Form.NAME && !text.equals(MethodRef.CONSTRUCTOR)
        ? Optional.of(text)
        : Optional.empty();
  }

  public boolean matchesName(String name) {
    return switch (form) {
      case NAME -> name.equals(text);
      case PREFIX -> name.startsWith(text) && !name.startsWith("<");
      case SUFFIX -> name.endsWith(text) && !name.startsWith("<");
      case ANY -> !name.startsWith("<");
    };
  }

  private boolean matchesParameters(List<String> actual) {
    if (arity >= 0) {
      return actual.size() == arity;
    }
    if (parameters.isEmpty()) {
      return true;
    }
    List<String> wanted = parameters.get();
    boolean open = !wanted.isEmpty() && wanted.get(wanted.size() - 1).equals(REST);
    int fixed = open ? wanted.size() - 1 : wanted.size();
    if (open ? actual.size() < fixed : actual.size() != fixed) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!wanted.get(i).equals("*") && !sameType(wanted.get(i), actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a written type, simple or binary, is that binary type. */
  static boolean sameType(String written, String binary) {
    if (!binary.endsWith(written)) {
      return false;
    }
    int before = binary.length() - written.length() - 1;
    return before < 0 || binary.charAt(before) == '.' || binary.charAt(before) == '$';
  }

  /** Greater is more specific: signature, number of parameters, name, affix by length, any. */
  public int specificity() {
    int parts = parameters.isPresent() ? 2000 : arity >= 0 ? 1000 : 0;
    int name =
        switch (form) {
          case NAME -> 500;
          case PREFIX, SUFFIX -> 100 + Math.min(text.length(), 300);
          case ANY -> 0;
        };
    return parts + name;
  }

  @Override
  public String toString() {
    String name =
        switch (form) {
          case NAME -> text.equals(MethodRef.CONSTRUCTOR) ? "new" : text;
          case PREFIX -> text + "*";
          case SUFFIX -> "*" + text;
          case ANY -> "*";
        };
    return name
        + (arity >= 0 ? "/" + arity : "")
        + parameters.map(list -> "(" + String.join(",", list) + ")").orElse("");
  }
}
