package pitfalls.fakeasync;

import org.springframework.web.client.RestTemplate;

/** What does the location service answer? */
final class HttpGeoLookup implements GeoLookup {
  private final RestTemplate http;

  HttpGeoLookup(RestTemplate http) {
    this.http = http;
  }

  @Override
  public String countryOf(String address) {
    return http.getForObject("https://geo.example/{ip}", String.class, address);
  }

  @Override
  public boolean isKnown(String address) {
    return countryOf(address) != null;
  }
}
