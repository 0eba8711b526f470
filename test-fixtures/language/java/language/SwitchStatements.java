package language;

/** Old-style switches over int, String, char and enum. */
final class SwitchStatements {
  enum State {
    NEW,
    PAID,
    SENT
  }

  private void notifyBuyer() {}

  private void notifySeller() {}

  int overInt(int code) {
    switch (code) {
      case 1:
        return Math.abs(code);
      case 2:
      case 3:
        return Math.negateExact(code);
      default:
        return 0;
    }
  }

  void sparseInt(int code) {
    switch (code) {
      case 10:
        notifyBuyer();
        break;
      case 1000:
        notifySeller();
        break;
    }
  }

  void fallThrough(int code) {
    switch (code) {
      case 1:
        notifyBuyer();
      case 2:
        notifySeller();
        break;
      default:
    }
  }

  void overString(String kind) {
    switch (kind) {
      case "buyer":
        notifyBuyer();
        break;
      case "seller":
        notifySeller();
        break;
      default:
        throw new IllegalArgumentException(kind);
    }
  }

  void overEnum(State state) {
    switch (state) {
      case NEW:
        notifyBuyer();
        break;
      case PAID:
        notifySeller();
        break;
      default:
        break;
    }
  }

  int overChar(char c) {
    switch (Character.toLowerCase(c)) {
      case 'a':
        return 1;
      default:
        return 2;
    }
  }

  int inLoop(String text) {
    int vowels = 0;
    for (char c : text.toCharArray()) {
      switch (c) {
        case 'a':
        case 'e':
          vowels++;
          continue;
        default:
          break;
      }
      notifyBuyer();
    }
    return vowels;
  }

  Runnable lambdaInCase(int code) {
    switch (code) {
      case 1:
        return () -> notifyBuyer();
      default:
        return this::notifySeller;
    }
  }
}
