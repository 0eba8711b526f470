package com.example.webshop.shop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures work on the thread that asks for it. */
final class Timings {
  private static final Logger log = LoggerFactory.getLogger(Timings.class);

  private final Map<String, LongAdder> millis = new ConcurrentHashMap<>();

  <T> T timed(String name, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      millis.computeIfAbsent(name, key -> new LongAdder()).add(took);
      log.debug("{} took {} ms", name, took);
    }
  }
}
