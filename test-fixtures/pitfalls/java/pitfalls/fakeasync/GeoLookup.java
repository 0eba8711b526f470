package pitfalls.fakeasync;

/** Where is the user? One implementation in this build, and it asks another service. */
public interface GeoLookup {
  String countryOf(String address);

  boolean isKnown(String address);
}
