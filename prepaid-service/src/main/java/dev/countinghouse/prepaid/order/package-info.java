/**
 * Orders: lines that are bought together or not at all (PRE-18), whoever wants them. Reservations
 * on their billing date, purchases, top-ups, renewals and auto-recharge are all orders; each is an
 * {@link dev.countinghouse.prepaid.order.OrderOrigin} and is told how its order ended.
 *
 * <p>The flow, a stored saga that can stop anywhere and go on: {@link
 * dev.countinghouse.prepaid.order.PlaceOrder} ({@code placed}) → price by the book of the day and
 * freeze that ({@code priced}), or {@code refused} by the rules → the charge at
 * subscription-service, by the order's id → {@code paid} with its lots, or {@code declined}. Who
 * waits for the answer uses {@link dev.countinghouse.prepaid.order.BuyAtOnce}: the same steps, the
 * first two in one transaction. While the charge has no answer the order stays {@code priced} and
 * due work asks again. A refusal that says that nothing can be charged ends it; one that leaves
 * that open puts it into {@code review}, which {@link dev.countinghouse.prepaid.order.ResolveOrder}
 * ends as an operator says, where the charge is so at subscription-service; its origin is told of
 * that too.
 *
 * <p>Invariants: the price is frozen before it is charged; an order is charged once, however often
 * it is carried out; nothing is bought unless it is paid; every line becomes its lot or none does.
 * The ledger and the lots know nothing of orders.
 */
@NullMarked
package dev.countinghouse.prepaid.order;

import org.jspecify.annotations.NullMarked;
