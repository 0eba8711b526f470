package com.example.webshop.shop;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;

/** Registration and login. */
final class AccountRoutes {
  private final Accounts accounts;
  private final Offload offload;

  AccountRoutes(Accounts accounts, Offload offload) {
    this.accounts = accounts;
    this.offload = offload;
  }

  void register(Router router) {
    router
        .post("/accounts/:name")
        .handler(
            rc -> {
              String name = rc.pathParam("name");
              String password = rc.body().asString();
              boolean added = accounts.register(name, password); // expect: CpuWorkOnEventLoop
              rc.response().setStatusCode(added ? 201 : 409);
              rc.json(new JsonObject().put("name", name));
            });
    router
        .post("/accounts/:name/login")
        .handler(
            rc -> {
              String name = rc.pathParam("name");
              String password = rc.body().asString();
              offload
                  .call("login", () -> accounts.matches(name, password))
                  .onSuccess(matches -> rc.response().setStatusCode(matches ? 204 : 401).end())
                  .onFailure(rc::fail);
            });
    router
        .get("/accounts/:name")
        .handler(
            rc -> {
              boolean known = accounts.known(rc.pathParam("name"));
              rc.json(new JsonObject().put("known", known));
            });
  }
}
