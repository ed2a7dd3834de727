/**
 * What the gateway decides, as functions over records: who shows what, who may, how often, and
 * which request ids are kept.
 *
 * <p>Invariants: no framework and no clock here; a role that was granted on a channel counts on
 * that channel only; a role claim of a token grants nothing but the suite-wide roles.
 */
@NullMarked
package dev.countinghouse.gateway.domain;

import org.jspecify.annotations.NullMarked;
