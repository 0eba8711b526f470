package com.example.bank.payments;

import com.example.bank.platform.TableDao;
import java.util.List;
import java.util.Map;

/** Reads and writes accounts. */
final class AccountDao extends TableDao {
  AccountDao(Driver driver) {
    super(driver);
  }

  @Override
  protected String table() {
    return "account";
  }

  List<Map<String, Object>> ofCustomer(String customer) {
    return query("select * from " + table() + " where customer = ?", customer);
  }

  void block(String account) {
    update("update " + table() + " set blocked = 1 where id = ?", account);
  }
}
