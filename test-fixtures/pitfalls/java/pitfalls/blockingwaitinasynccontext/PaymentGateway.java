package pitfalls.blockingwaitinasynccontext;

/** Is an order paid? One implementation in this build, and it waits for the remote answer. */
public interface PaymentGateway {
  boolean isPaid(String order);

  String receiptOf(String order);
}
