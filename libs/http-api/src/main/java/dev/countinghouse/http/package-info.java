/**
 * What every HTTP answer of the suite has in common: problem documents (RFC 9457, SYS-5), {@code
 * Idempotency-Key} stored in the transaction of its effect (SYS-2), cursors, money and quantities
 * as JSON (MON-1).
 */
@NullMarked
package dev.countinghouse.http;

import org.jspecify.annotations.NullMarked;
