package io.github.asynclint.engine.model;

import java.util.List;

/**
 * What a call does to the thread it runs on.
 *
 * @param kind the sort of effect, which decides the rule
 * @param what closed vocabulary: for {@code BLOCKS} sleep, file, net, db, process, dns, queue, wait,
 *     lock, http, rmi, mail, io; for {@code WAITS} future, publisher; for {@code BURNS_CPU} password,
 *     keys, certificates, compression, image, bignum, crypto
 * @param certainty {@code LIKELY} where the call may find its condition met already or depends on an
 *     implementation
 * @param unless conditions under which it does not
 */
public record EffectModel(
    Kind kind, String what, Certainty certainty, List<Condition> unless) {
  public EffectModel {
    unless = List.copyOf(unless);
  }

  /** The sorts of effect that rules tell apart. */
  public enum Kind {
    /** Waits for the outside world: a disk, a socket, a clock, another process, a lock. */
    BLOCKS,
    /** Waits for the result of asynchronous work. */
    WAITS,
    BURNS_CPU
  }
}
