package pitfalls.fakeasync;

/** Who is the user? */
public record Profile(String id, String name, String country) {
  static Profile unknown(String id) {
    return new Profile(id, "unknown", "");
  }

  Profile renamed(String newName) {
    return new Profile(id, newName, country);
  }
}
