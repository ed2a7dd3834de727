package dev.countinghouse.subscription;

import dev.countinghouse.transaction.SessionTransactions;
import dev.countinghouse.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** This service's transactions are Hibernate Reactive sessions: entities and SQL share them. */
class SubscriptionTransactions {

  @Produces
  @ApplicationScoped
  Transactions transactions() {
    return new SessionTransactions();
  }
}
