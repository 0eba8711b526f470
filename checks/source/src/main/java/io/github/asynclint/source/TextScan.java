package io.github.asynclint.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** Reads what {@link TextNames} keeps of a text, token by token; text that is no Java is read too. */
final class TextScan {
  private final String text;
  private final TextNames.Builder names;
  private final Deque<String> parentheses = new ArrayDeque<>();
  private int at;
  private int braces;
  private boolean isUnbalanced;

  /** The words of a package, an import or a created class that is being read. */
  private final StringBuilder words = new StringBuilder();

  private Reading reading = Reading.NOTHING;
  private boolean isStatic;
  private int angles;
  private int headerDepth;
  private boolean afterColons;
  private String created = "";
  private String last = "";

  private enum Reading {
    NOTHING,
    PACKAGE,
    IMPORT,
    TYPE_NAME,
    HEADER,
    SUPERTYPES,
    CREATED
  }

  TextScan(String text, TextNames.Builder names) {
    this.text = text;
    this.names = names;
  }

  void run() {
    while (at < text.length()) {
      int next = Mending.skip(text, at);
      if (next > at) {
        at = next;
        last = "";
        continue;
      }
      char c = text.charAt(at);
      if (Character.isJavaIdentifierStart(c)) {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
          at++;
        }
        word(text.substring(start, at));
      } else if (Character.isDigit(c)) {
        at++;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
          at++;
        }
      } else {
        at++;
        if (c == '\\') {
          names.anything();
        } else if (!Character.isWhitespace(c)) {
          sign(c);
        }
      }
    }
    if (braces != 0 || isUnbalanced) {
      names.isUnsure();
    }
  }

  private void word(String word) {
    boolean wasCreated = !created.isEmpty();
    created = "";
    switch (reading) {
      case PACKAGE, IMPORT -> declaration(word);
      case TYPE_NAME -> {
        names.declares(word, braces == 0);
        reading = Reading.HEADER;
        headerDepth = parentheses.size();
        angles = 0;
      }
      case HEADER, SUPERTYPES -> header(word);
      case CREATED -> {
        names.creates(word);
        if (angles == 0) {
          words.append(word);
        }
      }
      default -> plain(word);
    }
    names.names(word);
    if (afterColons) {
      names.calls(word);
      if (word.equals("new")) {
        names.refersToConstructors();
      }
    }
    last = wasCreated ? "" : word;
  }

  private void declaration(String word) {
    if (word.equals("static") && words.isEmpty()) {
      isStatic = true;
    } else if (!words.isEmpty() && isName(last)) {
      // The semicolon is missing.
      declaration();
      plain(word);
    } else {
      words.append(word);
    }
  }

  private void header(String word) {
    if (angles > 0) {
      return;
    }
    switch (word) {
      case "extends", "implements" -> {
        reading = Reading.SUPERTYPES;
        words.setLength(0);
      }
      case "permits" -> {
        supertype();
        reading = Reading.HEADER;
      }
      default -> {
        if (reading == Reading.SUPERTYPES) {
          names.creates(word);
          words.append(word);
        }
      }
    }
  }

  private void plain(String word) {
    switch (word) {
      case "package", "import" -> {
        if (braces == 0) {
          start(word.equals("package") ? Reading.PACKAGE : Reading.IMPORT);
        }
      }
      case "class", "interface", "enum" -> {
        if (!last.equals(".")) {
          reading = Reading.TYPE_NAME;
          if (word.equals("enum")) {
            names.isBelow("java.lang.Enum");
          } else if (last.equals("@")) {
            names.isBelow("java.lang.annotation.Annotation");
          }
        }
      }
      case "record" -> {
        if (isFollowedByWord()) {
          reading = Reading.TYPE_NAME;
          names.isBelow("java.lang.Record");
        }
      }
      case "new" -> {
        if (!afterColons) {
          start(Reading.CREATED);
          angles = 0;
        }
      }
      default -> {}
    }
  }

  private void start(Reading next) {
    reading = next;
    isStatic = false;
    words.setLength(0);
  }

  /** Whether a name and then what a record's header begins with come next. */
  private boolean isFollowedByWord() {
    int i = at;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    int start = i;
    while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
      i++;
    }
    int end = i;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return end > start && i < text.length() && (text.charAt(i) == '(' || text.charAt(i) == '<');
  }

  private void sign(char c) {
    boolean opensBody = c == '{' && !created.isEmpty();
    if (opensBody) {
      names.isBelow(created);
    }
    created = "";
    if (braces == 0 && reading == Reading.NOTHING && (c == '{' || c == ';')) {
      names.isUnsure();
    }
    switch (reading) {
      case PACKAGE, IMPORT -> {
        if (c == ';') {
          declaration();
        } else if (c == '.' || c == '*') {
          words.append(c);
        }
      }
      case TYPE_NAME -> reading = Reading.NOTHING;
      case HEADER, SUPERTYPES -> headerSign(c);
      case CREATED -> createdSign(c);
      default -> {}
    }
    if (c == '(' || c == '[') {
      if (c == '(' && isName(last)) {
        names.calls(last);
      }
      if (reading != Reading.CREATED) {
        parentheses.push("");
      } else {
        parentheses.push(c == '(' ? words.toString() : "");
        reading = Reading.NOTHING;
      }
    } else if (c == ')' || c == ']') {
      created = parentheses.isEmpty() ? "" : parentheses.pop();
    } else if (c == '{') {
      braces++;
    } else if (c == '}') {
      isUnbalanced |= braces == 0;
      braces = Math.max(0, braces - 1);
    }
    if (c == ':' && last.equals(":")) {
      afterColons = true;
    } else if ("();,{}".indexOf(c) >= 0) {
      afterColons = false;
    }
    last = String.valueOf(c);
  }

  private static boolean isName(String word) {
    return !word.isEmpty() && Character.isJavaIdentifierStart(word.charAt(0));
  }

  private void declaration() {
    if (reading == Reading.PACKAGE) {
      names.isIn(words.toString());
    } else if (!isStatic) {
      names.imports(words.toString());
    }
    reading = Reading.NOTHING;
  }

  private void headerSign(char c) {
    switch (c) {
      case '<' -> angles++;
      case '>' -> angles = Math.max(0, angles - 1);
      case '{', ';' -> {
        if (parentheses.size() <= headerDepth) {
          supertype();
          reading = Reading.NOTHING;
        }
      }
      case '@' -> {
        if (reading == Reading.SUPERTYPES) {
          names.anything();
        }
      }
      case ',' -> {
        if (angles == 0) {
          supertype();
        }
      }
      case '.' -> {
        if (angles == 0 && reading == Reading.SUPERTYPES) {
          words.append('.');
        }
      }
      default -> {}
    }
  }

  private void supertype() {
    if (reading == Reading.SUPERTYPES && !words.isEmpty()) {
      names.isBelow(words.toString());
      words.setLength(0);
    }
  }

  private void createdSign(char c) {
    switch (c) {
      case '<' -> angles++;
      case '>' -> angles = Math.max(0, angles - 1);
      case '.' -> {
        if (angles == 0) {
          words.append('.');
        }
      }
      case '@' -> names.anything();
      case '{', '}', ';', ')' -> reading = Reading.NOTHING;
      default -> {}
    }
  }
}
