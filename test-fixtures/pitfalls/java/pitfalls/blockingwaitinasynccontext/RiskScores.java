package pitfalls.blockingwaitinasynccontext;

/** How risky is a customer? One implementation in this build, and it remembers its answers. */
public interface RiskScores {
  int scoreOf(String customer);
}
