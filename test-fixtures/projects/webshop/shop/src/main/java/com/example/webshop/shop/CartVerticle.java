package com.example.webshop.shop;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carts of visitors: plain maps, which only this verticle's event loop touches. */
final class CartVerticle extends VerticleBase {
  private static final Logger log = LoggerFactory.getLogger(CartVerticle.class);
  private static final int MOST_CARTS = 10_000;
  private static final long SWEEP_MILLIS = 30_000;

  private final Map<String, Map<String, Integer>> carts = new HashMap<>();
  private final Deque<String> oldestFirst = new ArrayDeque<>();
  private int changes;

  @Override
  public Future<?> start() {
    EventBus bus = vertx.eventBus();
    bus.<JsonObject>consumer("cart.add", this::add);
    bus.<String>consumer("cart.show", message -> message.reply(json(message.body())));
    bus.<String>consumer("cart.clear", message -> carts.remove(message.body()));
    vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep());
    return Future.succeededFuture();
  }

  private void add(Message<JsonObject> message) {
    String visitor = message.body().getString("visitor");
    Map<String, Integer> cart = carts.get(visitor);
    if (cart == null) {
      cart = new HashMap<>();
      carts.put(visitor, cart);
      oldestFirst.add(visitor);
    }
    cart.merge(message.body().getString("sku"), 1, Integer::sum);
    changes++;
    message.reply(json(visitor));
  }

  private JsonObject json(String visitor) {
    JsonObject cart = new JsonObject();
    carts.getOrDefault(visitor, Map.of()).forEach(cart::put);
    return cart;
  }

  private void sweep() {
    while (oldestFirst.size() > MOST_CARTS) {
      carts.remove(oldestFirst.poll());
    }
    log.info("{} carts after {} changes", carts.size(), changes);
  }
}
