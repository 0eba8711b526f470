package pitfalls.eagerpublisherargument;

/** Who has asked for help with what? */
public record Ticket(String id, String subject) {
  static Ticket unknown(String id) {
    return new Ticket(id, "unknown");
  }
}
