package language;

/** String concatenation, text blocks, constants: the calls inside them and none besides. */
final class StringsAndText {
  private static final String PREFIX = "order-";
  private static final int VERSION = 1 + 2 * 3;

  private String id() {
    return "17";
  }

  private int count() {
    return 3;
  }

  String constantsOnly() {
    return PREFIX + "v" + VERSION;
  }

  String withCalls() {
    return PREFIX + id() + ":" + count();
  }

  String withPrimitives(char c, long l, double d, boolean b, Object o) {
    return "" + c + l + d + b + o + null;
  }

  String appended(String text) {
    text += id();
    text += count();
    return text;
  }

  String inLoop(int times) {
    String all = "";
    for (int i = 0; i < times; i++) {
      all = all + id();
    }
    return all;
  }

  String textBlock() {
    return """
        {
          "id": "%s",
          "count": %d
        }
        """
        .formatted(id(), count());
  }

  String builder() {
    return new StringBuilder()
        .append(PREFIX)
        .append(id())
        .append(count())
        .reverse()
        .toString();
  }

  boolean compared(String other) {
    return "fixed".equals(other) || other == PREFIX;
  }

  String ofArray(char[] letters) {
    return String.valueOf(letters) + letters.length;
  }
}
