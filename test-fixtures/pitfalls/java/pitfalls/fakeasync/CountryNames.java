package pitfalls.fakeasync;

/** What is a country called? One implementation in this build, and it knows by heart. */
public interface CountryNames {
  String nameOf(String code);
}
