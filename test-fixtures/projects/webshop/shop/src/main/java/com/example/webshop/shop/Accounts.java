package com.example.webshop.shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mindrot.jbcrypt.BCrypt;

/** Customers and their passwords, the latter only as hashes. */
final class Accounts {
  private static final int ROUNDS = 12;

  private final Map<String, String> hashes = new ConcurrentHashMap<>();

  boolean register(String name, String password) {
    return hashes.putIfAbsent(name, hash(password)) == null;
  }

  boolean matches(String name, String password) {
    String hash = hashes.get(name);
    return hash != null && BCrypt.checkpw(password, hash);
  }

  boolean known(String name) {
    return hashes.containsKey(name);
  }

  private static String hash(String password) {
    return BCrypt.hashpw(password, BCrypt.gensalt(ROUNDS));
  }
}
